-- One row a current document and topic that it has, at any level, or undetermined.
create or replace view int.topic_documents as
with found as (
    select document_id, topic_id, score, rank = 1 as is_main, hits from core.document_topics
    union all
    select document_id, topic_id, score, false, hits from core.document_subtopics
)

select
    f.topic_id,
    coalesce(t.label_en, f.topic_id) as label,
    t.parent_id,
    f.document_id,
    d.document_no,
    s.story_id,
    f.score,
    f.is_main,
    f.hits,
    d.source,
    d.language,
    d.published_from,
    d.published_until,
    d.date_precision,
from found as f
join stg.current_documents as d on d.document_id = f.document_id
left join core.story_documents as s on s.document_no = d.document_no
left join ref.topics as t on t.topic_id = f.topic_id;
comment on view int.topic_documents is 'what the topic views count';
comment on column int.topic_documents.topic_id is 'topic, or undetermined';
comment on column int.topic_documents.label is 'its name in English';
comment on column int.topic_documents.parent_id is 'topic above it; NULL at the top';
comment on column int.topic_documents.document_id is 'document';
comment on column int.topic_documents.document_no is 'number of the document, as in core.documents';
comment on column int.topic_documents.story_id is 'its story';
comment on column int.topic_documents.score is 'score of the topic in it';
comment on column int.topic_documents.is_main is 'whether it is the main topic of the document';
comment on column int.topic_documents.hits is 'places where its terms stand';
comment on column int.topic_documents.source is 'medium or folder';
comment on column int.topic_documents.language is 'language';
comment on column int.topic_documents.published_from is 'first day the date may mean';
comment on column int.topic_documents.published_until is 'last day the date may mean';
comment on column int.topic_documents.date_precision is 'day, month, year or none';
