-- One row a hit of a topic term and topic that the document has: the topic of the term and those above it.
create or replace view topic_evidence as
with found as (
    select document_id, topic_id, topic_id as by_id, true as is_top from core.document_topics
    union all
    select document_id, topic_id, parent_id, false from core.document_subtopics
)

select
    f.topic_id,
    p.topic_id as term_topic_id,
    p.term,
    p.surface,
    coalesce(p.sentence, d.title) as sentence,
    d.published_edtf,
    d.source,
    d.language,
    d.place,
    p.document_id,
    p.sentence_no,
    p.char_start,
    p.char_end,
    p.term_id,
    p.value,
    p.place as place_weight,
    p.document_no,
from int.topic_places as p
-- the topic is compared within a document's rows, and not as a join of its own: without statistics, as within a run,
-- all documents of a topic would be paired with all terms of it
join found as f on f.document_id = p.document_id and case when f.is_top then f.by_id = p.top_id else f.topic_id = p.topic_id and f.by_id = p.top_id end
join stg.current_documents as d on d.document_id = p.document_id;
comment on view topic_evidence is 'every place that counts for a topic, with its sentence; its rows by topic are topic_summary.hits';
comment on column topic_evidence.topic_id is 'topic that the document has';
comment on column topic_evidence.term_topic_id is 'topic that the term is listed for: the same or one below it';
comment on column topic_evidence.term is 'the term as listed';
comment on column topic_evidence.surface is 'the words as they stand in the text';
comment on column topic_evidence.sentence is 'the sentence, or the title that the header gives';
comment on column topic_evidence.published_edtf is 'date of publication at the precision known';
comment on column topic_evidence.source is 'medium or folder';
comment on column topic_evidence.language is 'language of the document';
comment on column topic_evidence.place is 'file';
comment on column topic_evidence.document_id is 'document';
comment on column topic_evidence.sentence_no is 'sentence; NULL in the title of the header';
comment on column topic_evidence.char_start is 'first code point in documents.text';
comment on column topic_evidence.char_end is 'after the last code point';
comment on column topic_evidence.term_id is 'term';
comment on column topic_evidence.value is 'worth of one occurrence of the term';
comment on column topic_evidence.place_weight is 'worth of the place: title 4, first two sentences 3, third and sub-headings 2, else 1';
comment on column topic_evidence.document_no is 'number of the document, as in core.documents';
