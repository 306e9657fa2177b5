-- One row an id that no actor has any more.
create table if not exists core.actor_redirects (
    actor_id varchar not null,
    redirects_to varchar not null,
    name varchar not null,
    run_id varchar not null,
);
comment on table core.actor_redirects is 'ids of actors that were merged into another, so that what people kept still finds its actor';
comment on column core.actor_redirects.actor_id is 'id that is no longer in core.actors';
comment on column core.actor_redirects.redirects_to is 'actor that has its mentions now';
comment on column core.actor_redirects.name is 'name that it had';
comment on column core.actor_redirects.run_id is 'run in which it was merged';
