-- One row a kind and name that current documents hold as a fullest form, or that people named: its counts over the corpus.
create table if not exists int.name_keys (
    kind varchar not null,
    name_key varchar not null,
    surface varchar not null,
    one_word boolean not null,
    words bigint not null,
    documents bigint not null,
    mentions bigint not null,
    gender varchar,
    titles varchar[],
    sound_key varchar,
);
comment on table int.name_keys is 'every name that some document holds as its fullest form, with its counts';
comment on column int.name_keys.kind is 'person, organisation or place';
comment on column int.name_keys.name_key is 'the name in comparable form';
comment on column int.name_keys.surface is 'its most frequent spelling';
comment on column int.name_keys.one_word is 'whether no spelling of it has a space';
comment on column int.name_keys.words is 'words of the key';
comment on column int.name_keys.documents is 'current documents that hold it';
comment on column int.name_keys.mentions is 'their mentions of it';
comment on column int.name_keys.gender is 'f or m where nine of ten documents that tell agree, mixed where not, NULL where none tells';
comment on column int.name_keys.titles is 'titles before it, in lower case';
comment on column int.name_keys.sound_key is 'the name with the spellings that transliterations vary in made one';
