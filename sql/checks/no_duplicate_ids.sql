-- severity: error
-- What should stand once stands once; of what is read from texts, this run's documents are looked at.
select 'core.documents' as what, d.document_id as id
from core.documents as d join run_documents as r on r.document_no = d.document_no
group by d.document_id having count(*) > 1
union all
select 'number of a document', document_no::varchar from core.documents group by document_no having count(*) > 1
union all
select 'meta.files', root || '/' || path from meta.files group by all having count(*) > 1
union all
select 'current meta.records', root || '/' || path || '#' || record_no from meta.records where valid_until_run is null group by all having count(*) > 1
union all
select 'core.annotations', a.document_no || ' ' || a.step
from core.annotations as a join run_documents as r on r.document_no = a.document_no
group by a.document_no, a.step having count(*) > 1
union all
select 'core.mentions', m.document_no || '#' || m.mention_no
from core.mentions as m join run_documents as r on r.document_no = m.document_no
group by m.document_no, m.mention_no having count(*) > 1
union all
select 'core.sentences', s.document_no || '#' || s.sentence_no
from core.sentences as s join run_documents as r on r.document_no = s.document_no
group by s.document_no, s.sentence_no having count(*) > 1
