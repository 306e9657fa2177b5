-- severity: warn
-- A row of actor_aliases.csv names an actor that exists; one of a merged actor should name the actor it went to.
select a.actor_id, a.alias, r.redirects_to
from ref.actor_aliases as a
left join core.actor_redirects as r on r.actor_id = a.actor_id
where a.actor_id not in (select actor_id from core.actors)
