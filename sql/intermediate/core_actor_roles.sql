-- One row an actor and role.
truncate core.actor_roles;
insert into core.actor_roles by name
with said as (
    select
        a.actor_id,
        lower(m.role) as role_key,
        m.role,
        m.document_id,
        m.sentence_no,
        d.published_from,
        d.published_until,
    from core.mentions as m
    join core.mention_actors as a on a.document_no = m.document_no and a.mention_no = m.mention_no
    join stg.current_documents as d on d.document_id = m.document_id
    where m.role is not null and m.kind = 'person'
)

select
    actor_id, role, 'curated' as origin, organisation, sector, valid_from, valid_until,
    0 as documents, 0 as mentions, null as first_seen, null as last_seen, null as document_id, null as sentence_no,
from ref.actor_roles
union all
select
    actor_id,
    arg_min(role, (published_from is null, published_from, document_id, sentence_no)),
    'text', null, null, null, null,
    count(distinct document_id),
    count(*),
    min(published_from),
    max(published_until),
    arg_min(document_id, (published_from is null, published_from, document_id, sentence_no)),
    arg_min(sentence_no, (published_from is null, published_from, document_id, sentence_no)),
from said
group by actor_id, role_key;
