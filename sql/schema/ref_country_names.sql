-- One row a country, language, form and kind.
create table if not exists ref.country_names (
    iso3 varchar not null,
    language varchar,
    form varchar not null,
    kind varchar not null,
    note varchar,
);
comment on table ref.country_names is 'what countries, their people and capitals are called: seeds/country_names.csv';
comment on column ref.country_names.iso3 is 'ISO 3166 alpha-3';
comment on column ref.country_names.language is 'language of the form; NULL for all';
comment on column ref.country_names.form is 'the word or words';
comment on column ref.country_names.kind is 'name, demonym, adjective, prefix (of a compound) or capital';
comment on column ref.country_names.note is 'for editors';
