-- severity: error
-- The span of every mention, date and topic hit of this run's documents gives just the surface that is stored.
-- A span is looked up in its sentence, whose own span is held against the text (sentences_give_their_text): to count code points
-- from the beginning of a text costs with its length, and most texts have a hundred spans. What lies in no sentence is looked up
-- in the text.
with spans as (
    select document_id, document_no, sentence_no, char_start, char_end, surface, 'mention' as what from core.mentions
    where document_no in (select document_no from run_documents)
    union all
    select document_id, document_no, sentence_no, char_start, char_end, surface, 'date' from core.dates
    where document_no in (select document_no from run_documents)
    union all
    select document_id, document_no, sentence_no, char_start, char_end, surface, 'topic hit' from core.topic_hits
    where document_no in (select document_no from run_documents)
),

sentences as (
    select s.document_no, s.sentence_no, s.char_start, s.char_end, s.text
    from core.sentences as s
    semi join run_documents as r on r.document_no = s.document_no
),

placed as (
    select
        p.what, p.document_id, p.document_no, p.char_start, p.char_end, p.surface,
        substr(s.text, p.char_start - s.char_start + 1, p.char_end - p.char_start) as found,
        s.char_start <= p.char_start and p.char_end <= s.char_end as is_within,
    from spans as p
    left join sentences as s on s.document_no = p.document_no and s.sentence_no = p.sentence_no
),

left_over as materialized (
    select what, document_id, document_no, char_start, char_end, surface, is_within
    from placed
    where is_within is not true or found <> surface
),

-- a list, because the texts of all others would be read beside it before it is known
texts as (
    select document_no, text
    from core.documents
    where document_no in (select unnest((select list(document_no) from left_over where is_within is not true)))
)

select what, document_id, char_start, char_end, surface
from left_over
where is_within
union all
select p.what, p.document_id, p.char_start, p.char_end, p.surface
from left_over as p
join texts as d on d.document_no = p.document_no
where p.is_within is not true and substr(d.text, p.char_start + 1, p.char_end - p.char_start) <> p.surface
