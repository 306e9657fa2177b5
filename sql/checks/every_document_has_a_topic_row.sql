-- severity: error
-- Every document of this run has topics in an unbroken order from 1, or the one row undetermined.
select d.document_id, count(t.topic_id) as topics, max(t.rank) as last_rank
from core.documents as d
join run_documents as r on r.document_no = d.document_no
left join core.document_topics as t on t.document_id = d.document_id
group by d.document_id
having count(t.topic_id) = 0
    or max(t.rank) <> count(*)
    or (bool_or(t.topic_id = 'undetermined') and count(*) > 1)
