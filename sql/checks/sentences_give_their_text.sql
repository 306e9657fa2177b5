-- severity: error
-- The span of every sentence of this run's documents gives just the text that is stored with it.
-- Texts are long: those of the run are taken out first, from the first row on that is of the run. Most runs add their rows at the end.
with texts as materialized (
    select d.document_id, d.text
    from core.documents as d
    semi join run_documents as r on r.document_id = d.document_id
    where d.rowid >= (select min(x.rowid) from core.documents as x semi join run_documents as r on r.document_id = x.document_id)
)

select s.document_id, s.sentence_no, s.char_start, s.char_end, s.text
from core.sentences as s
join texts as d on d.document_id = s.document_id
where s.rowid >= (select min(x.rowid) from core.sentences as x semi join run_documents as r on r.document_id = x.document_id)
  and substr(d.text, s.char_start + 1, s.char_end - s.char_start) <> s.text
