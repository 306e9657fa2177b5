-- One row a word and document in which it stands.
create table if not exists int.search_postings (
    word_no integer not null,
    document_no integer not null,
);
comment on table int.search_postings is 'index of words: in which documents a word stands; empty while the archive is small enough to be read through';
comment on column int.search_postings.word_no is 'word';
comment on column int.search_postings.document_no is 'number of the document, as in core.documents';
