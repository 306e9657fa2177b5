-- One row a row of seeds/offices.csv.
create table if not exists ref.offices (
    language varchar,
    form varchar not null,
    match varchar not null,
    note varchar,
);
comment on table ref.offices is 'offices that every country has: a ministry of defence is one actor a country, not one in the world; seeds/offices.csv';
comment on column ref.offices.language is 'ISO 639-1 code; NULL holds for every language';
comment on column ref.offices.form is 'name of the office without a country';
comment on column ref.offices.match is 'whole: the name is just this; start: it begins with this word';
comment on column ref.offices.note is 'note';
