-- severity: error
-- A mention whose name people gave to one actor is that actor, and a name they took away from an actor is not.
with given as (
    select n.kind, n.name_key, n.language, n.actor_id from int.curated_names as n
),

-- one word may be taken away that is the actor's own name in another language; then it stays the actor's
taken as (
    select b.actor_id, b.alias_key, b.language
    from int.alias_keys as b
    join core.actors as c on c.actor_id = b.actor_id
    where b.blocked and (b.words > 1 or b.alias_key <> int.name_key(c.name))
),

-- whose names were looked at in this run; in the others nothing has changed
named as (
    select m.document_id, m.mention_no, m.surface, m.kind, m.name_key, m.entity_key, a.actor_id, d.language
    from core.mention_actors as a
    join core.mentions as m on m.document_no = a.document_no and m.mention_no = a.mention_no
    join core.documents as d on d.document_no = a.document_no
    where a.document_no in (select document_no from run_changed_documents)
      and m.document_no in (select document_no from run_changed_documents)  -- known before it is joined
)

select 'not given' as what, m.document_id, m.mention_no, m.surface, n.actor_id
from named as m
join given as n on n.kind = m.kind and n.name_key = m.entity_key and n.language = m.language
where m.name_key = m.entity_key and m.actor_id <> n.actor_id
union all
select 'blocked', m.document_id, m.mention_no, m.surface, m.actor_id
from named as m
join taken as b on b.actor_id = m.actor_id and b.alias_key = m.name_key and (b.language is null or b.language = m.language)
