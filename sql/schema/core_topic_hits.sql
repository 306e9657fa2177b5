-- One row a document, term and place.
create table if not exists core.topic_hits (
    document_id varchar not null,
    sentence_no integer,
    char_start integer not null,
    char_end integer not null,
    surface varchar not null,
    term_id varchar not null,
    document_no integer,
);
comment on table core.topic_hits is 'a term of ref.topic_terms in the text or in the title that its header gives';
comment on column core.topic_hits.document_id is 'document';
comment on column core.topic_hits.sentence_no is 'sentence it stands in; NULL in the title of the header, which is no sentence';
comment on column core.topic_hits.char_start is 'first code point in core.documents.text';
comment on column core.topic_hits.char_end is 'after the last code point';
comment on column core.topic_hits.surface is 'the words as they stand there';
comment on column core.topic_hits.term_id is 'term of ref.topic_terms';
comment on column core.topic_hits.document_no is 'number of the document, as in core.documents';
