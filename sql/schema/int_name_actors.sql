-- One row a kind, name and language: the actor that the name stands for wherever it is a document's fullest form.
create table if not exists int.name_actors (
    kind varchar not null,
    name_key varchar not null,
    language varchar not null,
    actor_id varchar not null,
    actor_kind varchar not null,
    rule varchar not null,
    reason varchar not null,
);
comment on table int.name_actors is 'what each name stands for in the whole corpus';
comment on column int.name_actors.kind is 'kind of the mentions';
comment on column int.name_actors.name_key is 'the name in comparable form; ISO 3166 alpha-3 where kind is country';
comment on column int.name_actors.language is 'language of the documents that this holds for; empty for all others';
comment on column int.name_actors.actor_id is 'actor';
comment on column int.name_actors.actor_kind is 'kind of the actor';
comment on column int.name_actors.rule is 'rule that decided';
comment on column int.name_actors.reason is 'the reason in words';
