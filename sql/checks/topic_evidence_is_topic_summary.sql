-- severity: error
-- Every number opens: for this run's documents the places of a topic in topic_evidence are as many as topic_summary counts.
with summary as (
    select topic_id, sum(hits) as hits
    from int.topic_documents
    where document_no in (select document_no from run_documents)
    group by topic_id
),

evidence as (
    select topic_id, count(*) as hits
    from topic_evidence
    where document_no in (select document_no from run_documents)
    group by topic_id
)

select coalesce(s.topic_id, e.topic_id) as topic_id, s.hits as in_summary, e.hits as in_evidence
from summary as s
full join evidence as e on e.topic_id = s.topic_id
where coalesce(s.hits, 0) <> coalesce(e.hits, 0)
