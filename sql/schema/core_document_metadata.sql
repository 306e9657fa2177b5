-- One row a field found.
create table if not exists core.document_metadata (
    document_id varchar not null,
    key varchar not null,
    value_raw varchar,
    value varchar,
    char_start integer not null,
    char_end integer not null,
    rule varchar not null,
    document_no integer,
);
comment on table core.document_metadata is 'a metadata field found in a document';
comment on column core.document_metadata.document_id is 'document';
comment on column core.document_metadata.key is 'date, title, byline, source, url, …';
comment on column core.document_metadata.value_raw is 'as it stands in the text';
comment on column core.document_metadata.value is 'normalised; NULL where not understood';
comment on column core.document_metadata.char_start is 'first code point in core.documents.text';
comment on column core.document_metadata.char_end is 'after the last code point';
comment on column core.document_metadata.rule is 'rule that found it';
comment on column core.document_metadata.document_no is 'number of the document, as in core.documents';
