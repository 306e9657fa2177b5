-- One row a kind and name that current documents hold as a fullest form: its counts over the corpus.
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
    female bigint not null,
    male bigint not null,
    spellings struct(surface varchar, is_full boolean, documents bigint, mentions bigint)[] not null,
    title_counts struct(title varchar, names bigint)[],
);
comment on table int.name_keys is 'every name that some document holds as its fullest form, with its counts; kept from run to run';
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
comment on column int.name_keys.female is 'documents that tell a woman of it';
comment on column int.name_keys.male is 'documents that tell a man of it';
comment on column int.name_keys.spellings is 'documents and mentions of each spelling; is_full where it is the fullest form of its document';
comment on column int.name_keys.title_counts is 'how often each title stands before it: once a document and form';
