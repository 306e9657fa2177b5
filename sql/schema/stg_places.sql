-- One row a document that a current record holds.
create table if not exists stg.places (
    document_id varchar not null,
    place varchar not null,
    folder varchar not null,
    files bigint not null,
    document_no integer,
);
comment on table stg.places is 'where the current documents lie: those that some file holds now';
comment on column stg.places.document_id is 'document';
comment on column stg.places.place is 'root and path of the first file that holds it';
comment on column stg.places.folder is 'the same without the name of the file';
comment on column stg.places.files is 'number of current files that hold it';
comment on column stg.places.document_no is 'number of the document, as in core.documents';
