-- One row a place that counts for the topic, newest first: rows of topic_evidence, fetched in steps as in evidence_for_actor.
create or replace macro evidence_for_topic(id) as table
with found as materialized (
    select d.document_no, t.topic_id, t.topic_id as by_id, true as is_top
    from core.document_topics as t
    join core.documents as d on d.document_id = t.document_id
    where t.topic_id in (id, 'medtop:' || id)
    union all
    select d.document_no, t.topic_id, t.parent_id, false
    from core.document_subtopics as t
    join core.documents as d on d.document_id = t.document_id
    where t.topic_id in (id, 'medtop:' || id)
),

terms as materialized (
    select term_id, term, topic_id, top_id
    from int.topic_terms
    where topic_id in (id, 'medtop:' || id) or top_id in (id, 'medtop:' || id)
),

hit_rows as materialized (
    select h.rowid as row_no
    from core.topic_hits as h
    semi join found as f on f.document_no = h.document_no
    semi join terms as t on t.term_id = h.term_id
),

hits as materialized (
    select document_id, document_no, sentence_no, char_start, char_end, surface, term_id
    from core.topic_hits
    where rowid in (select row_no from hit_rows)
),

sentences as materialized (
    select document_no, sentence_no, text
    from int.sentences_at((select list({document_no: document_no, sentence_no: sentence_no}) from hits))
),

documents as materialized (
    select document_no, published_edtf, source, title, place
    from stg.current_documents
    where document_no in (select document_no from found)
)

select
    d.published_edtf,
    d.source,
    h.surface,
    coalesce(s.text, d.title) as sentence,
    t.term,
    t.topic_id as term_topic_id,
    d.place,
    h.document_id,
    h.sentence_no,
    h.char_start,
    h.char_end,
from hits as h
join terms as t on t.term_id = h.term_id
join found as f
    on f.document_no = h.document_no
    and case when f.is_top then f.by_id = t.top_id else f.topic_id = t.topic_id and f.by_id = t.top_id end
join documents as d on d.document_no = h.document_no
left join sentences as s on s.document_no = h.document_no and s.sentence_no = h.sentence_no
order by d.published_edtf desc nulls last, h.document_id, h.char_start, h.char_end, t.topic_id, t.term;
comment on macro table evidence_for_topic is 'every place that counts for a topic, with its sentence and file: evidence_for_topic(''medtop:11000000''), the prefix may be left out';
