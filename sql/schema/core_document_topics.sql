-- One row a document and topic.
create table if not exists core.document_topics (
    document_id varchar not null,
    topic_id varchar not null,
    score double not null,
    rank integer not null,
    method varchar not null,
);
comment on table core.document_topics is 'a topic of a document';
comment on column core.document_topics.document_id is 'document';
comment on column core.document_topics.topic_id is 'medtop:…, an own id, or undetermined';
comment on column core.document_topics.score is 'strength';
comment on column core.document_topics.rank is '1 is the main topic';
comment on column core.document_topics.method is 'how it was decided';
