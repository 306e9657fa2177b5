-- One row a mention that is an actor.
delete from core.mention_actors where document_id in (select document_id from run_changed_documents);
insert into core.mention_actors by name
with blocked as (
    select distinct actor_id, alias_key, language from int.alias_keys where blocked
),

names as (
    select n.document_id, n.language, n.kind, n.entity_key, n.name_key
    from run_changed_documents as d
    join int.document_names as n on n.document_id = d.document_id
),

-- the document or its story first, then what people named, then the corpus
chosen as (
    select
        n.*,
        coalesce(s.actor_id, u.actor_id, a.actor_id) as actor_id,
        coalesce(s.rule, u.rule, a.rule) as rule,
        coalesce(s.reason, u.reason, a.reason) as reason,
    from names as n
    left join int.scoped_names as s on s.document_id = n.document_id and s.kind = n.kind and s.name_key = n.entity_key
    left join int.name_actors as u on u.kind = n.kind and u.name_key = n.entity_key and u.language = n.language
    left join int.name_actors as a on a.kind = n.kind and a.name_key = n.entity_key and a.language = ''
),

-- a short form that people took away from its actor stands by itself
freed as (
    select
        c.document_id,
        c.kind,
        c.entity_key,
        c.name_key,
        case when b.actor_id is null then c.actor_id else coalesce(s.actor_id, u.actor_id, a.actor_id) end as actor_id,
        case when b.actor_id is null then c.rule else coalesce(s.rule, u.rule, a.rule) end as rule,
        case
            when b.actor_id is null then c.reason
            else 'people took this name away from the actor that it would be; ' || coalesce(s.reason, u.reason, a.reason)
        end as reason,
        b.actor_id is not null as is_freed,
    from chosen as c
    left join blocked as b
        on b.actor_id = c.actor_id and b.alias_key = c.name_key and c.name_key <> c.entity_key
        and (b.language is null or b.language = c.language)
    left join int.scoped_names as s
        on b.actor_id is not null and s.document_id = c.document_id and s.kind = c.kind and s.name_key = c.name_key
    left join int.name_actors as u
        on b.actor_id is not null and u.kind = c.kind and u.name_key = c.name_key and u.language = c.language and u.actor_id <> c.actor_id
    left join int.name_actors as a
        on b.actor_id is not null and a.kind = c.kind and a.name_key = c.name_key and a.language = '' and a.actor_id <> c.actor_id
),

full_names as (
    select kind, name_key, surface from int.name_keys
)

select
    m.document_id,
    m.mention_no,
    f.actor_id,
    case when f.name_key <> f.entity_key and not f.is_freed then 'same document' else f.rule end as rule,
    case
        when f.kind = 'country' and m.usage <> 'name' then concat(f.reason, ' (', m.usage, ')')
        when f.name_key <> f.entity_key and not f.is_freed
            then concat('stands for “', coalesce(k.surface, f.entity_key), '” in the same document; ', f.reason)
        else f.reason
    end as reason,
from freed as f
join core.mentions as m
    on m.document_id = f.document_id
    and case when m.kind = 'people' then 'country' else m.kind end = f.kind
    and case when m.kind in ('country', 'people') then m.country else m.entity_key end = f.entity_key
    and case when m.kind in ('country', 'people') then m.country else m.name_key end = f.name_key
    and m.confidence >= 0.5
left join full_names as k on k.kind = f.kind and k.name_key = f.entity_key
where f.actor_id is not null;
