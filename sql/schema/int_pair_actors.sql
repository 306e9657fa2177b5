-- One row an actor that is paired with others.
create table if not exists int.pair_actors (
    actor_no integer not null,
    actor_id varchar not null,
    name varchar not null,
    kind varchar not null,
    documents bigint not null,
    sentences bigint not null,
);
comment on table int.pair_actors is 'actors that stand in documents enough to have company';
comment on column int.pair_actors.actor_no is 'number of the actor, as in core.actors';
comment on column int.pair_actors.actor_id is 'actor';
comment on column int.pair_actors.name is 'its name';
comment on column int.pair_actors.kind is 'person, organisation or country';
comment on column int.pair_actors.documents is 'current documents that mention it';
comment on column int.pair_actors.sentences is 'sentences that mention it';
