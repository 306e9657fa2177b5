-- One row a document, kind, entity_key and name_key: the actor chosen by the last run, to see what a new run decides otherwise.
create table if not exists int.decided (
    document_id varchar not null,
    kind varchar not null,
    entity_key varchar not null,
    name_key varchar not null,
    actor_id varchar not null,
    rule varchar not null,
    reason varchar not null,
);
comment on table int.decided is 'the actor of every name of every current document, as the last run left it';
comment on column int.decided.document_id is 'document';
comment on column int.decided.kind is 'kind of the mentions';
comment on column int.decided.entity_key is 'fullest form of the name in this document';
comment on column int.decided.name_key is 'the form used';
comment on column int.decided.actor_id is 'actor';
comment on column int.decided.rule is 'rule that decided';
comment on column int.decided.reason is 'the reason in words';
