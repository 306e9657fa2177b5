-- One row a run that was published.
create or replace view load_history as
select
    r.run_id,
    p.published_at,
    r.started_at,
    r.finished_at,
    round(epoch(r.finished_at - r.started_at), 1) as seconds,
    p.documents,
    r.documents_loaded,
    r.documents_reread,
    r.files_seen,
    r.files_new,
    r.files_changed,
    r.files_unchanged,
    r.files_missing,
    r.files_rejected,
    r.files_duplicate,
    (select count(*) from meta.checks as c where c.run_id = r.run_id and c.failures > 0) as warnings,
    p.newsetl_version,
    p.duckdb_version,
    r.code_version,
    r.reference_version,
    r.flow_run_id,
from meta.runs as r
join meta.published as p on p.run_id = r.run_id
order by r.run_id desc;
comment on view load_history is 'the runs that made this file what it is: which version are you looking at, and what came when';
comment on column load_history.run_id is 'identifier of the run; sorts by time';
comment on column load_history.published_at is 'when it was published, UTC';
comment on column load_history.started_at is 'when the run began, UTC';
comment on column load_history.finished_at is 'when the build was finished, UTC';
comment on column load_history.seconds is 'from start to the end of the build';
comment on column load_history.documents is 'current documents in that publication';
comment on column load_history.documents_loaded is 'documents that came into the warehouse';
comment on column load_history.documents_reread is 'documents annotated again because code or lists changed';
comment on column load_history.files_seen is 'files found below the folders of this run';
comment on column load_history.files_new is 'files at a path that the ledger did not hold';
comment on column load_history.files_changed is 'files whose bytes differ from the last time';
comment on column load_history.files_unchanged is 'files that were as before';
comment on column load_history.files_missing is 'files that the ledger held and that were not found';
comment on column load_history.files_rejected is 'files of this run that could not be loaded';
comment on column load_history.files_duplicate is 'files of this run whose document another file holds or held already';
comment on column load_history.warnings is 'checks of severity warn with rows in this run';
comment on column load_history.newsetl_version is 'version of newsetl that built it';
comment on column load_history.duckdb_version is 'version of DuckDB that wrote it';
comment on column load_history.code_version is 'version of newsetl and of everything in it that changes output';
comment on column load_history.reference_version is 'content hash of the reference lists';
comment on column load_history.flow_run_id is 'Prefect flow run that did it, if any';
