-- severity: error
-- The mentions of every actor in actor_summary and place_summary are the rows of actor_evidence. Of the documents of which this run
-- looked at the names the rows are counted, and summed by a hash of their documents, so that each is of the document it is counted
-- for; the counts of all documents add up to the summary.
with evidence as (
    select actor_id, count(*) as mentions, sum(hash(document_no)::hugeint) as documents
    from actor_evidence
    where document_no in (select document_no from run_changed_documents)
    group by actor_id
),

counted as (
    select n.actor_id, sum(a.mentions) as mentions, sum(a.mentions * hash(a.document_no)::hugeint) as documents
    from int.actor_documents as a
    join int.actor_numbers as n on n.actor_no = a.actor_no
    where a.document_no in (select document_no from run_changed_documents)
    group by n.actor_id
),

totals as (
    select n.actor_id, c.mentions, c.documents
    from (select actor_no, sum(mentions) as mentions, count(*) as documents from int.actor_documents group by actor_no) as c
    join int.actor_numbers as n on n.actor_no = c.actor_no
),

summary as (
    select actor_id, mentions, documents from actor_summary
    union all
    select actor_id, mentions, documents from place_summary where kind = 'place'
)

select coalesce(e.actor_id, c.actor_id) as actor_id, e.mentions, c.mentions as counted, 'in documents looked at' as where_counted
from evidence as e
full join counted as c on c.actor_id = e.actor_id
where e.mentions is distinct from c.mentions or e.documents is distinct from c.documents
union all
select coalesce(t.actor_id, s.actor_id), s.mentions, t.mentions, concat(s.documents, ' documents, not ', t.documents)
from totals as t
full join summary as s on s.actor_id = t.actor_id
where t.mentions is distinct from s.mentions or t.documents is distinct from s.documents
