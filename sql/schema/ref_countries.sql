-- One row a country.
create table if not exists ref.countries (
    iso3 varchar not null,
    iso2 varchar,
    name varchar not null,
    status varchar,
    note varchar,
);
comment on table ref.countries is 'countries and territories: seeds/countries.csv';
comment on column ref.countries.iso3 is 'ISO 3166 alpha-3';
comment on column ref.countries.iso2 is 'ISO 3166 alpha-2';
comment on column ref.countries.name is 'English name (Unicode CLDR)';
comment on column ref.countries.status is 'state, territory or disputed';
comment on column ref.countries.note is 'for editors';
