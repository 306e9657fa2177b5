-- One row a root, path, record_no and run.
create table if not exists meta.rejects (
    root varchar not null,
    path varchar not null,
    record_no integer not null,
    stage varchar not null,
    reason varchar not null,
    detail varchar not null,
    run_id varchar not null,
);
comment on table meta.rejects is 'a thing that was not loaded';
comment on column meta.rejects.root is 'label of the raw folder';
comment on column meta.rejects.path is 'path below the folder';
comment on column meta.rejects.record_no is 'number of the record in the file';
comment on column meta.rejects.stage is 'step that refused it: read, decode, header, annotate';
comment on column meta.rejects.reason is 'fixed code to group by';
comment on column meta.rejects.detail is 'what is wrong with this one and what to do';
comment on column meta.rejects.run_id is 'run that refused it';
