-- One row an actor that stands in the same documents as the actors of that name, spelling or id.
create or replace macro with_whom(spelling) as table
with wanted as (
    select actor_no from core.actors where actor_id in (select actor_id from int.actors_named(spelling))
),

own as (
    select distinct document_no from int.actor_documents where actor_no in (select actor_no from wanted)
)

select
    c.name,
    c.kind,
    count(*) as documents,
    count(distinct s.story_id) as stories,
    min(d.published_from) as first_published,
    max(d.published_until) as last_published,
    c.actor_id,
from int.actor_documents as a
join own as o on o.document_no = a.document_no
join stg.current_documents as d on d.document_no = a.document_no
join core.actors as c on c.actor_no = a.actor_no and c.kind <> 'place'
left join core.story_documents as s on s.document_no = a.document_no
where a.actor_no not in (select actor_no from wanted)
group by c.actor_id, c.name, c.kind
order by documents desc, stories desc, c.name, c.actor_id;
comment on macro table with_whom is 'who is named in the same documents as an actor, by any of its spellings or its id; actor_pairs says how much more often than by chance';
