-- One row an actor and alias.
create table if not exists core.actor_aliases (
    actor_id varchar not null,
    alias varchar not null,
    alias_key varchar not null,
    origin varchar not null,
    status varchar not null,
    documents bigint not null,
);
comment on table core.actor_aliases is 'a spelling of an actor';
comment on column core.actor_aliases.actor_id is 'actor';
comment on column core.actor_aliases.alias is 'the spelling';
comment on column core.actor_aliases.alias_key is 'its comparable form';
comment on column core.actor_aliases.origin is 'curated or discovered';
comment on column core.actor_aliases.status is 'active or blocked';
comment on column core.actor_aliases.documents is 'documents that use it';
