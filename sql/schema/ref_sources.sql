-- One row a medium.
create table if not exists ref.sources (
    source_id varchar not null,
    name varchar not null,
    kind varchar,
    country varchar,
    domain varchar,
    aliases varchar,
);
comment on table ref.sources is 'media and agencies: seeds/sources.csv';
comment on column ref.sources.source_id is 'stable identifier';
comment on column ref.sources.name is 'name to show';
comment on column ref.sources.kind is 'agency, newspaper, broadcaster, magazine or website';
comment on column ref.sources.country is 'ISO 3166 alpha-3';
comment on column ref.sources.domain is 'its address on the web';
comment on column ref.sources.aliases is 'other names, separated by ;';
