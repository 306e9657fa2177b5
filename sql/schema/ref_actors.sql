-- One row an actor.
create table if not exists ref.actors (
    actor_id varchar not null,
    name varchar not null,
    kind varchar not null,
    country varchar,
    wikidata_id varchar,
    sector varchar,
    gender varchar,
    note varchar,
);
comment on table ref.actors is 'actors that somebody looks after: seeds/actors.csv';
comment on column ref.actors.actor_id is 'stable identifier';
comment on column ref.actors.name is 'name to show';
comment on column ref.actors.kind is 'person, organisation or place';
comment on column ref.actors.country is 'ISO 3166 alpha-3, of origin';
comment on column ref.actors.wikidata_id is 'item in Wikidata';
comment on column ref.actors.sector is 'PLOVER code of what the actor does: GOV, PTY, MIL, BUS, JRN …';
comment on column ref.actors.gender is 'f or m';
comment on column ref.actors.note is 'for editors';
