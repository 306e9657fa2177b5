-- One row an actor, alias and language.
create table if not exists ref.actor_aliases (
    actor_id varchar not null,
    alias varchar not null,
    language varchar,
    status varchar not null,
    note varchar,
);
comment on table ref.actor_aliases is 'spellings of actors: seeds/actor_aliases.csv';
comment on column ref.actor_aliases.actor_id is 'actor that the spelling means';
comment on column ref.actor_aliases.alias is 'the spelling';
comment on column ref.actor_aliases.language is 'language it holds in; NULL for all';
comment on column ref.actor_aliases.status is 'active, or blocked: never this actor';
comment on column ref.actor_aliases.note is 'for editors';
