-- One row a document and mention_no.
create table if not exists core.mentions (
    document_id varchar not null,
    mention_no integer not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    surface varchar not null,
    name_key varchar not null,
    entity_key varchar not null,
    kind varchar not null,
    title varchar,
    role varchar,
    gender varchar,
    country varchar,
    usage varchar not null,
    rule varchar not null,
    confidence double not null,
    document_no integer,
);
comment on table core.mentions is 'a name in the text';
comment on column core.mentions.document_id is 'document';
comment on column core.mentions.mention_no is 'from 0, in reading order';
comment on column core.mentions.sentence_no is 'sentence it stands in';
comment on column core.mentions.char_start is 'first code point in core.documents.text';
comment on column core.mentions.char_end is 'after the last code point';
comment on column core.mentions.surface is 'the name as it stands there';
comment on column core.mentions.name_key is 'the surface in comparable form: case, accents, marks and titles taken off';
comment on column core.mentions.entity_key is 'name_key of the fullest form of this name in the same document';
comment on column core.mentions.kind is 'person, organisation, country, place, or people («israélien», «les Marocains»), which counts for its country';
comment on column core.mentions.title is 'title before it as the text gives it';
comment on column core.mentions.role is 'role or function as the text gives it';
comment on column core.mentions.gender is 'f or m where title, role or first name tell';
comment on column core.mentions.country is 'ISO 3166 alpha-3 where kind is country or people';
comment on column core.mentions.usage is 'name, acronym, demonym, metonym or adjective';
comment on column core.mentions.rule is 'rule that found it';
comment on column core.mentions.confidence is '0 to 1';
comment on column core.mentions.document_no is 'number of the document, as in core.documents';
