-- One row a publication.
create table if not exists meta.published (
    run_id varchar not null,
    published_at timestamp not null,
    newsetl_version varchar not null,
    duckdb_version varchar not null,
    schema_version integer not null,
    documents bigint not null,
);
comment on table meta.published is 'a publication';
comment on column meta.published.run_id is 'run whose result was published';
comment on column meta.published.published_at is 'when, UTC';
comment on column meta.published.newsetl_version is 'version of newsetl that built it';
comment on column meta.published.duckdb_version is 'version of DuckDB that wrote it';
comment on column meta.published.schema_version is 'layout of the tables; an older newsetl refuses a newer layout';
comment on column meta.published.documents is 'current documents in it';
