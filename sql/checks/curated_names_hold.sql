-- severity: error
-- A mention whose name people gave to one actor is that actor, and a name they took away from an actor is not.
select 'not given' as what, m.document_id, m.mention_no, m.surface, n.actor_id
from core.mentions as m
join stg.current_documents as d on d.document_id = m.document_id
join int.curated_names as n on n.kind = m.kind and n.name_key = m.entity_key and n.language = d.language
join core.mention_actors as a on a.document_id = m.document_id and a.mention_no = m.mention_no
where m.name_key = m.entity_key and a.actor_id <> n.actor_id
union all
select 'blocked', m.document_id, m.mention_no, m.surface, a.actor_id
from core.mention_actors as a
join core.mentions as m on m.document_id = a.document_id and m.mention_no = a.mention_no
join stg.current_documents as d on d.document_id = a.document_id
join int.alias_keys as b
    on b.blocked and b.actor_id = a.actor_id and b.alias_key = m.name_key and (b.language is null or b.language = d.language)
where b.words > 1 or m.name_key <> int.name_key((select c.name from core.actors as c where c.actor_id = a.actor_id))
