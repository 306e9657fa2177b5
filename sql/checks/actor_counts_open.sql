-- severity: error
-- The mentions of every actor in actor_summary and place_summary are the rows of actor_evidence.
with evidence as (
    select actor_id, kind, count(*) as mentions, count(distinct document_id) as documents from actor_evidence group by actor_id, kind
),

summary as (
    select actor_id, mentions, documents from actor_summary
    union all
    select actor_id, mentions, documents from place_summary where kind = 'place'
)

select coalesce(e.actor_id, s.actor_id) as actor_id, e.mentions, s.mentions as in_summary, e.documents, s.documents as documents_in_summary
from evidence as e
full join summary as s on s.actor_id = e.actor_id
where e.mentions is distinct from s.mentions or e.documents is distinct from s.documents
