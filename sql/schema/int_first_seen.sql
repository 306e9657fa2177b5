-- One row a kind and name key ever seen: the run that saw it first, which keeps the ids of discovered actors stable.
create table if not exists int.first_seen (
    kind varchar not null,
    name_key varchar not null,
    run_id varchar not null,
);
comment on table int.first_seen is 'the run in which a name was seen first; the id of an actor comes from its oldest name';
comment on column int.first_seen.kind is 'person, organisation or place';
comment on column int.first_seen.name_key is 'the name in comparable form';
comment on column int.first_seen.run_id is 'first run that saw it';
