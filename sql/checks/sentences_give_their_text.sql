-- severity: error
-- The span of every sentence of this run's documents gives just the text that is stored with it.
-- A list, because the texts and sentences of all others would be read before the documents of this run are known.
with numbers as materialized (
    select unnest((select list(document_no) from run_documents)) as document_no
)

select s.document_id, s.sentence_no, s.char_start, s.char_end, s.text
from numbers as n
join core.documents as d on d.document_no = n.document_no
join core.sentences as s on s.document_no = n.document_no
where substr(d.text, s.char_start + 1, s.char_end - s.char_start) <> s.text
