-- severity: error
-- The dates of an actor hold all of its documents and mentions.
with days as (
    select actor_no, sum(documents) as documents, sum(mentions) as mentions from int.actor_days group by actor_no
),

totals as (
    select actor_no, count(*) as documents, sum(mentions) as mentions from int.actor_documents group by actor_no
)

select coalesce(t.actor_no, d.actor_no) as actor_no, t.documents, d.documents as documents_of_days, t.mentions, d.mentions as mentions_of_days
from totals as t
full join days as d on d.actor_no = t.actor_no
where t.documents is distinct from d.documents or t.mentions is distinct from d.mentions
