-- One row a run and check.
create table if not exists meta.checks (
    run_id varchar not null,
    name varchar not null,
    severity varchar not null,
    failures bigint not null,
    sample varchar,
    seconds double not null,
);
comment on table meta.checks is 'the outcome of a check in a run';
comment on column meta.checks.run_id is 'run that was checked';
comment on column meta.checks.name is 'file name of the check below sql/checks';
comment on column meta.checks.severity is 'error (stops publication) or warn';
comment on column meta.checks.failures is 'rows that break the rule';
comment on column meta.checks.sample is 'the first of them, as text';
comment on column meta.checks.seconds is 'time the check took';
