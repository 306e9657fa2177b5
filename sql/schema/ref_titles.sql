-- One row a form, language and kind.
create table if not exists ref.titles (
    form varchar not null,
    language varchar,
    kind varchar not null,
    gender varchar,
);
comment on table ref.titles is 'titles and functions before or after a person''s name: seeds/titles.csv';
comment on column ref.titles.form is 'the word or words';
comment on column ref.titles.language is 'language; NULL for all';
comment on column ref.titles.kind is 'honorific, rank, function or relation';
comment on column ref.titles.gender is 'f or m where the form tells';
