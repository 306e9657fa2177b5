-- One row a document, kind and name that is decided by the document or its story, because many share the name.
create table if not exists int.scoped_names (
    document_id varchar not null,
    kind varchar not null,
    name_key varchar not null,
    actor_id varchar not null,
    actor_kind varchar not null,
    name varchar not null,
    country varchar,
    known_by varchar not null,
    rule varchar not null,
    reason varchar not null,
);
comment on table int.scoped_names is 'names that mean different actors in different documents: shared surnames, offices that every country has';
comment on column int.scoped_names.document_id is 'document';
comment on column int.scoped_names.kind is 'kind of the mentions';
comment on column int.scoped_names.name_key is 'the name in comparable form';
comment on column int.scoped_names.actor_id is 'actor that it stands for in this document';
comment on column int.scoped_names.actor_kind is 'kind of the actor';
comment on column int.scoped_names.name is 'name of the actor where this makes it';
comment on column int.scoped_names.country is 'country of the office';
comment on column int.scoped_names.known_by is 'full name, office or document';
comment on column int.scoped_names.rule is 'rule that decided';
comment on column int.scoped_names.reason is 'the reason in words';
