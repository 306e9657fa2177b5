-- One row an actor.
create table if not exists core.actors (
    actor_id varchar not null,
    name varchar not null,
    kind varchar not null,
    country varchar,
    origin varchar not null,
);
comment on table core.actors is 'an actor: a person, organisation, country or place in the news';
comment on column core.actors.actor_id is 'stable identifier';
comment on column core.actors.name is 'name to show';
comment on column core.actors.kind is 'person, organisation, country or place';
comment on column core.actors.country is 'ISO 3166 alpha-3; of origin where kind is not country';
comment on column core.actors.origin is 'curated (ref.actors, ref.countries) or discovered';
