-- One row a role held without a break.
create table if not exists ref.actor_roles (
    actor_id varchar not null,
    role varchar not null,
    organisation varchar,
    sector varchar,
    valid_from varchar,
    valid_until varchar,
);
comment on table ref.actor_roles is 'who held which role when: seeds/actor_roles.csv';
comment on column ref.actor_roles.actor_id is 'actor';
comment on column ref.actor_roles.role is 'role or function';
comment on column ref.actor_roles.organisation is 'of which organisation or country';
comment on column ref.actor_roles.sector is 'PLOVER code while the role is held';
comment on column ref.actor_roles.valid_from is 'first day (or month, or year); NULL where unknown';
comment on column ref.actor_roles.valid_until is 'first day after it (or month, or year); NULL while held or unknown';
