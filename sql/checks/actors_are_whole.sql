-- severity: error
-- Every mention has one actor at most, every actor of a mention exists once, and every redirect leads to an actor. Of mentions, those
-- of the documents are looked at of which this run looked at the names.
select 'mention twice' as what, document_id || '/' || mention_no as id
from core.mention_actors
where document_no in (select document_no from run_changed_documents)
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
select 'mention without an actor', m.document_id || '/' || m.mention_no
from core.mentions as m
semi join run_changed_documents as r on r.document_no = m.document_no
semi join stg.places as p on p.document_id = m.document_id
anti join core.mention_actors as a on a.document_no = m.document_no and a.mention_no = m.mention_no
where m.confidence >= 0.5 and (m.kind <> 'country' or m.country is not null) and m.entity_key <> '' and m.name_key <> ''
