-- One row a root, path, record_no and valid_from_run.
create table if not exists meta.records (
    root varchar not null,
    path varchar not null,
    record_no integer not null,
    document_id varchar not null,
    valid_from_run varchar not null,
    valid_until_run varchar,
);
comment on table meta.records is 'a document''s stay at a place';
comment on column meta.records.root is 'label of the raw folder';
comment on column meta.records.path is 'path below the folder';
comment on column meta.records.record_no is 'number of the record in the file; 0 in a text file';
comment on column meta.records.document_id is 'document that stood there';
comment on column meta.records.valid_from_run is 'run that found it there';
comment on column meta.records.valid_until_run is 'run that found it gone or replaced; NULL while current';
