-- One row a pair of names of one kind that look like spellings of one name, and how it was found.
create table if not exists int.name_candidates (
    kind varchar not null,
    name_key varchar not null,
    other_key varchar not null,
    rank integer not null,
);
comment on table int.name_candidates is 'pairs of names to compare; kept from run to run';
comment on column int.name_candidates.kind is 'kind of both';
comment on column int.name_candidates.name_key is 'one name in comparable form';
comment on column int.name_candidates.other_key is 'the other';
comment on column int.name_candidates.rank is 'the way that it was found, of several the first: see run_name_candidates.sql';
