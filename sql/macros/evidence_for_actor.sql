-- One row a mention of the actors of that name, spelling or id, newest first.
create or replace macro evidence_for_actor(spelling) as table
with wanted as (
    select actor_id from int.actors_named(spelling)
)

select e.*
from actor_evidence as e
semi join wanted as w on w.actor_id = e.actor_id
order by e.published_from desc nulls last, e.document_id, e.mention_no;
comment on macro table evidence_for_actor is 'the sentences that speak of an actor, by any of its spellings or its id, newest first';
