-- One row a language.
create table if not exists ref.languages (
    language varchar not null,
    name varchar not null,
    name_native varchar,
    script varchar,
);
comment on table ref.languages is 'languages that are told apart: seeds/languages.csv';
comment on column ref.languages.language is 'ISO 639-1 code';
comment on column ref.languages.name is 'English name';
comment on column ref.languages.name_native is 'its own name';
comment on column ref.languages.script is 'ISO 15924 code';
