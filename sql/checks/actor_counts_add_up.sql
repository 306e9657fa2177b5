-- severity: error
-- What is counted of an actor is what its documents give: its dates hold all of its documents and mentions, each of its documents has
-- one main topic (undetermined where none), its summary counts as many, and the views show each summary.
with totals as (
    select actor_no, count(*) as documents, sum(mentions) as mentions from int.actor_documents group by actor_no
),

days as (
    select actor_no, sum(documents) as documents, sum(mentions) as mentions from int.actor_days group by actor_no
),

topics as (
    select actor_no, sum(documents_mainly) as documents from int.actor_topics group by actor_no
),

shown as (
    select documents, mentions from actor_summary
    union all
    select documents, mentions from place_summary where kind = 'place'
)

select
    concat('actor_no ', coalesce(t.actor_no, d.actor_no, o.actor_no, c.actor_no)) as what,
    t.documents,
    d.documents as documents_of_days,
    o.documents as documents_of_topics,
    c.documents as documents_of_summary,
    t.mentions,
    d.mentions as mentions_of_days,
    c.mentions as mentions_of_summary,
from totals as t
full join days as d on d.actor_no = t.actor_no
full join topics as o on o.actor_no = coalesce(t.actor_no, d.actor_no)
full join int.actor_counts as c on c.actor_no = coalesce(t.actor_no, d.actor_no, o.actor_no)
where t.documents is distinct from d.documents
   or t.documents is distinct from o.documents
   or t.documents is distinct from c.documents
   or t.mentions is distinct from d.mentions
   or t.mentions is distinct from c.mentions
union all
select concat(c.actors, ' summaries, ', s.actors, ' shown'), c.documents, null, null, s.documents, c.mentions, null, s.mentions
from (select count(*) as actors, sum(documents) as documents, sum(mentions) as mentions from int.actor_counts) as c
cross join (select count(*) as actors, sum(documents) as documents, sum(mentions) as mentions from shown) as s
where (c.actors, c.documents, c.mentions) is distinct from (s.actors, s.documents, s.mentions)
