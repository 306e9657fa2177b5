-- One row a place that counts for the topic, newest first.
create or replace macro evidence_for_topic(id) as table
select
    e.published_edtf,
    e.source,
    e.surface,
    e.sentence,
    e.term,
    e.term_topic_id,
    e.place,
    e.document_id,
    e.sentence_no,
    e.char_start,
    e.char_end,
from topic_evidence as e
where e.topic_id = id or e.topic_id = 'medtop:' || id
order by e.published_edtf desc nulls last, e.document_id, e.char_start;
comment on macro table evidence_for_topic is 'every place that counts for a topic, with its sentence and file: evidence_for_topic(''medtop:11000000''), the prefix may be left out';
