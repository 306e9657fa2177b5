-- One row an id that no actor has any more, and the actor that has its names now.
delete from core.actor_redirects where actor_id in (select actor_id from core.actors);
insert into core.actor_redirects by name
with gone as (
    select actor_id, name_before as name from run_changed_actors where is_gone
),

-- the id came from a name: whoever has that name now has its mentions
owners as (
    select kind || ':' || left(md5(kind || '|' || name_key), 12) as actor_id, kind, name_key from int.first_seen
),

now as (
    select o.actor_id, min(n.actor_id) as redirects_to
    from owners as o
    join int.name_actors as n on n.kind = o.kind and n.name_key = o.name_key
    where o.actor_id in (select actor_id from gone)
    group by o.actor_id
    having count(distinct n.actor_id) = 1
)

select g.actor_id, n.redirects_to, g.name, getvariable('run_id') as run_id
from gone as g
join now as n on n.actor_id = g.actor_id
where n.redirects_to in (select actor_id from core.actors);
-- what pointed to an actor that was merged in its turn
update core.actor_redirects as r set redirects_to = n.redirects_to
from core.actor_redirects as n
where n.actor_id = r.redirects_to;
delete from core.actor_redirects where redirects_to not in (select actor_id from core.actors);
