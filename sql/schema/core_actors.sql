-- One row an actor.
create table if not exists core.actors (
    actor_id varchar not null,
    name varchar not null,
    kind varchar not null,
    country varchar,
    sector varchar,
    gender varchar,
    wikidata_id varchar,
    origin varchar not null,
    known_by varchar not null,
    note varchar,
    actor_no integer,
);
comment on table core.actors is 'an actor: a person, organisation, country or place in the news';
comment on column core.actors.actor_id is 'stable identifier; the id of the list for a curated actor, country:ISO for a country, else made from the kind and the first full name seen';
comment on column core.actors.name is 'name to show';
comment on column core.actors.kind is 'person, organisation, country or place';
comment on column core.actors.country is 'ISO 3166 alpha-3 where kind is country; else of origin if known';
comment on column core.actors.sector is 'PLOVER code of what the actor is or was last, from the list; NULL when unknown';
comment on column core.actors.gender is 'f or m where the list, a title or a role tells';
comment on column core.actors.wikidata_id is 'Wikidata id from the list';
comment on column core.actors.origin is 'curated (ref.actors, ref.countries) or discovered';
comment on column core.actors.known_by is 'list; full name; one word (several persons may share it); office (one of a country); document (a shared surname, kept apart by document or story)';
comment on column core.actors.note is 'note from the list';
comment on column core.actors.actor_no is 'number by which tables of this file keep what they count of an actor; NULL where no document ever spoke of it';
