-- One row a word of the texts.
create table if not exists int.search_words (
    word_no integer not null,
    word varchar not null using compression zstd,
);
comment on table int.search_words is 'words of the documents that the index covers';
comment on column int.search_words.word_no is 'running number';
comment on column int.search_words.word is 'letters and digits in a row, in small letters without accents';
