-- severity: error
-- Every mention has one actor at most, every actor of a mention exists once, and every redirect leads to an actor.
select 'mention twice' as what, document_id || '/' || mention_no as id
from core.mention_actors
group by document_id, mention_no
having count(*) > 1
union all
select 'no such actor', a.actor_id
from (select distinct actor_id from core.mention_actors) as a
anti join core.actors as c on c.actor_id = a.actor_id
union all
select 'actor twice', actor_id
from core.actors
group by actor_id
having count(*) > 1
union all
select 'redirect of a living actor', r.actor_id
from core.actor_redirects as r
join core.actors as c on c.actor_id = r.actor_id
union all
select 'redirect to nobody', r.actor_id
from core.actor_redirects as r
anti join core.actors as c on c.actor_id = r.redirects_to
union all
select 'mention without an actor', document_id || '/' || mention_no
from core.mentions
where confidence >= 0.5 and (kind <> 'country' or country is not null) and entity_key <> '' and name_key <> ''
  and document_id in (select document_id from stg.current_documents)
  and (document_id, mention_no) not in (select (document_id, mention_no) from core.mention_actors)
