-- One row a root and path.
create table if not exists meta.files (
    root varchar not null,
    path varchar not null,
    byte_size bigint not null,
    modified_at timestamp_ns not null,
    content_sha256 varchar,
    read_at timestamp not null,
    status varchar not null,
    first_run_id varchar not null,
    last_run_id varchar not null,
);
comment on table meta.files is 'a raw file as last seen';
comment on column meta.files.root is 'label of the raw folder';
comment on column meta.files.path is 'path below the folder, with /';
comment on column meta.files.byte_size is 'size in bytes';
comment on column meta.files.modified_at is 'modification time, UTC';
comment on column meta.files.content_sha256 is 'SHA-256 of the file''s bytes, hex';
comment on column meta.files.read_at is 'when it was read last, UTC';
comment on column meta.files.status is 'loaded, rejected or missing';
comment on column meta.files.first_run_id is 'run that saw it first';
comment on column meta.files.last_run_id is 'run that changed this row last';
