-- severity: error
-- The span of every sentence of this run's documents gives just the text that is stored with it.
select s.document_id, s.sentence_no, s.char_start, s.char_end, s.text
from core.sentences as s
semi join run_documents as r on r.document_id = s.document_id
join core.documents as d on d.document_id = s.document_id
where substr(d.text, s.char_start + 1, s.char_end - s.char_start) <> s.text
