-- One row a document and topic below the top level.
create table if not exists core.document_subtopics (
    document_id varchar not null,
    topic_id varchar not null,
    parent_id varchar not null,
    score double not null,
    rank integer not null,
    terms integer not null,
    hits integer not null,
);
comment on table core.document_subtopics is 'a topic below the top level: the second level of IPTC and own topics that have a parent';
comment on column core.document_subtopics.document_id is 'document';
comment on column core.document_subtopics.topic_id is 'topic';
comment on column core.document_subtopics.parent_id is 'top-level topic that gathers it';
comment on column core.document_subtopics.score is 'sum over its terms, see explain_topic(document_id)';
comment on column core.document_subtopics.rank is '1 is the strongest of the document';
comment on column core.document_subtopics.terms is 'different terms found';
comment on column core.document_subtopics.hits is 'places where they stand: rows of topic_evidence';
