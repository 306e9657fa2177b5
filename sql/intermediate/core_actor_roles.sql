-- One row an actor and role.
truncate core.actor_roles;
insert into core.actor_roles by name
with said as (
    select
        a.actor_id,
        lower(m.role) as role_key,
        m.role,
        m.document_no,
        {'undated': d.published_from is null, 'day': d.published_from, 'document_id': m.document_id, 'sentence_no': m.sentence_no} as place,
        d.published_from,
        d.published_until,
    from core.mentions as m
    join core.mention_actors as a on a.document_no = m.document_no and a.mention_no = m.mention_no
    join stg.current_documents as d on d.document_no = m.document_no
    where m.role is not null and m.kind = 'person'
)

select
    actor_id, role, 'curated' as origin, organisation, sector, valid_from, valid_until,
    0 as documents, 0 as mentions, null as first_seen, null as last_seen, null as document_id, null as sentence_no,
from ref.actor_roles
union all
select
    actor_id,
    arg_min(role, place),
    'text', null, null, null, null,
    count(distinct document_no),
    count(*),
    min(published_from),
    max(published_until),
    min(place).document_id,
    min(place).sentence_no,
from said
group by actor_id, role_key;
