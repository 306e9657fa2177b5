-- One row a document and topic it is about; one row undetermined where no topic passes.
create table if not exists core.document_topics (
    document_id varchar not null,
    topic_id varchar not null,
    score double not null,
    rank integer not null,
    method varchar not null,
    share double,
    margin double,
    terms integer not null,
    hits integer not null,
);
comment on table core.document_topics is 'a topic of a document: the top level of ref.topics; what lies below is in core.document_subtopics';
comment on column core.document_topics.document_id is 'document';
comment on column core.document_topics.topic_id is 'medtop:… or an own id without a parent; undetermined where nothing passes';
comment on column core.document_topics.score is 'sum over its terms and those of the topics below it, see explain_topic(document_id)';
comment on column core.document_topics.rank is '1 is the main topic';
comment on column core.document_topics.method is 'terms: by the words of ref.topic_terms; none: undetermined, no word or too weak ones; no_list: undetermined, no list in its language';
comment on column core.document_topics.share is 'of the scores of all topics that the document has words of, 0 to 1';
comment on column core.document_topics.margin is 'distance to the next topic, also if that one did not pass, as a share of the score, 0 to 1: small is a close call';
comment on column core.document_topics.terms is 'different terms found';
comment on column core.document_topics.hits is 'places where they stand: rows of topic_evidence';
