-- severity: error
-- The dates of an actor hold all of its documents and mentions, and each of its documents has one main topic, undetermined where none.
with totals as (
    select actor_no, count(*) as documents, sum(mentions) as mentions from int.actor_documents group by actor_no
),

days as (
    select actor_no, sum(documents) as documents, sum(mentions) as mentions from int.actor_days group by actor_no
),

topics as (
    select actor_no, sum(documents_mainly) as documents from int.actor_topics group by actor_no
)

select
    coalesce(t.actor_no, d.actor_no, o.actor_no) as actor_no,
    t.documents,
    d.documents as documents_of_days,
    o.documents as documents_of_topics,
    t.mentions,
    d.mentions as mentions_of_days,
from totals as t
full join days as d on d.actor_no = t.actor_no
full join topics as o on o.actor_no = coalesce(t.actor_no, d.actor_no)
where t.documents is distinct from d.documents or t.mentions is distinct from d.mentions or t.documents is distinct from o.documents
