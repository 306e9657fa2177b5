-- One row a term, language and topic.
create table if not exists ref.topic_terms (
    term varchar not null,
    language varchar,
    topic_id varchar not null,
    weight double not null,
    must_near varchar,
    must_not_near varchar,
    note varchar,
);
comment on table ref.topic_terms is 'words that tell a topic: seeds/topic_terms.csv';
comment on column ref.topic_terms.term is 'word or phrase in dictionary form';
comment on column ref.topic_terms.language is 'language; NULL for all';
comment on column ref.topic_terms.topic_id is 'topic that it tells';
comment on column ref.topic_terms.weight is 'how strongly; 0 shields: the words are taken and tell nothing';
comment on column ref.topic_terms.must_near is 'one of these words must stand near, separated by a bar';
comment on column ref.topic_terms.must_not_near is 'none of these words may stand near, separated by a bar';
comment on column ref.topic_terms.note is 'for editors';
