-- One row a word and block in which it stands.
create table if not exists int.search_places (
    word_no integer not null,
    block_no integer not null,
);
comment on table int.search_places is 'index of words: in which blocks of documents a word stands';
comment on column int.search_places.word_no is 'word';
comment on column int.search_places.block_no is 'block';
