-- One row a run.
create table if not exists meta.runs (
    run_id varchar not null,
    started_at timestamp not null,
    finished_at timestamp,
    status varchar not null,
    code_version varchar not null,
    reference_version varchar not null,
    files_seen bigint not null,
    files_new bigint not null,
    files_changed bigint not null,
    files_unchanged bigint not null,
    files_missing bigint not null,
    files_rejected bigint not null,
    files_duplicate bigint not null,
    documents_loaded bigint not null,
    documents_reread bigint not null,
    flow_run_id varchar,
);
comment on table meta.runs is 'a run of newsetl that changed something';
comment on column meta.runs.run_id is 'identifier of the run; sorts by time';
comment on column meta.runs.started_at is 'when the run began, UTC';
comment on column meta.runs.finished_at is 'when the build was finished, UTC; NULL while it is going on';
comment on column meta.runs.status is 'running, built (models and checks passed) or published';
comment on column meta.runs.code_version is 'version of newsetl and of everything in it that changes output';
comment on column meta.runs.reference_version is 'content hash of the reference lists';
comment on column meta.runs.files_seen is 'files found below the folders of this run';
comment on column meta.runs.files_new is 'files at a path that the ledger did not hold';
comment on column meta.runs.files_changed is 'files whose bytes differ from the last time';
comment on column meta.runs.files_unchanged is 'files that were not read again or turned out to be the same bytes';
comment on column meta.runs.files_missing is 'files that the ledger held and that were not found';
comment on column meta.runs.files_rejected is 'files of this run that could not be loaded';
comment on column meta.runs.files_duplicate is 'files of this run whose document another file holds or held already';
comment on column meta.runs.documents_loaded is 'documents that came into the warehouse';
comment on column meta.runs.documents_reread is 'documents annotated again because code or lists changed';
comment on column meta.runs.flow_run_id is 'Prefect flow run that did it, if any';
