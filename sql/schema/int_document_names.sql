-- One row a current document, kind, entity_key and name_key: what the mentions of a document say of a name, in one line.
create table if not exists int.document_names (
    document_id varchar not null,
    language varchar not null,
    kind varchar not null,
    entity_key varchar not null,
    name_key varchar not null,
    surface varchar not null,
    one_word boolean not null,
    country varchar,
    gender varchar,
    titles varchar[],
    mentions integer not null,
    confidence double not null,
    document_no integer,
);
comment on table int.document_names is 'the names of each current document, counted; kept from run to run';
comment on column int.document_names.document_id is 'document';
comment on column int.document_names.language is 'its language';
comment on column int.document_names.kind is 'person, organisation, country or place';
comment on column int.document_names.entity_key is 'fullest form of the name in this document, comparable form';
comment on column int.document_names.name_key is 'the form used, comparable form';
comment on column int.document_names.surface is 'its most frequent spelling in this document';
comment on column int.document_names.one_word is 'whether that spelling has no space';
comment on column int.document_names.country is 'ISO 3166 alpha-3 where kind is country';
comment on column int.document_names.gender is 'f or m where the mentions agree, mixed where they do not, NULL where none tells';
comment on column int.document_names.titles is 'titles before it, in lower case';
comment on column int.document_names.mentions is 'mentions in this document';
comment on column int.document_names.confidence is 'best confidence among them';
comment on column int.document_names.document_no is 'number of the document, as in core.documents';
