-- severity: error
-- Every quotation of a current document is in the view once, and a pair counts the rows of its evidence.
select 'quotation not in the view once' as problem, q.document_id || ' ' || q.quotation_no as what
from core.quotations as q
semi join stg.current_documents as d on d.document_id = q.document_id
left join int.quotations as f on f.document_id = q.document_id and f.quotation_no = q.quotation_no
group by q.document_id, q.quotation_no
having count(f.document_id) <> 1
union all
select 'pair without its evidence', p.speaker_id || ' ' || p.about_id
from quotation_pairs as p
left join quotation_mentions as m on m.speaker_id = p.speaker_id and m.about_id = p.about_id
group by p.speaker_id, p.about_id, p.quotations
having count(m.document_id) <> p.quotations
