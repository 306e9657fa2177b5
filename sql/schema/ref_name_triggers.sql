-- One row a form, language and kind.
create table if not exists ref.name_triggers (
    form varchar not null,
    language varchar,
    kind varchar not null,
);
comment on table ref.name_triggers is 'words that tell where names are and are not: seeds/name_triggers.csv';
comment on column ref.name_triggers.form is 'the word';
comment on column ref.name_triggers.language is 'language; NULL for all';
comment on column ref.name_triggers.kind is 'what it tells, such as org_head, geo_head, say, not_name';
