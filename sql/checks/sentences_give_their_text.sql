-- severity: error
-- The span of every sentence of this run's documents gives just the text that is stored with it.
with texts as (
    select d.document_no, d.text
    from core.documents as d
    semi join run_documents as r on r.document_no = d.document_no
)

select s.document_id, s.sentence_no, s.char_start, s.char_end, s.text
from core.sentences as s
join texts as d on d.document_no = s.document_no
where substr(d.text, s.char_start + 1, s.char_end - s.char_start) <> s.text
