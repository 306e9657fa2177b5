-- One row a topic of the documents that name the actors of that name, spelling or id.
create or replace macro about_what(spelling) as table
with wanted as (
    select actor_no from core.actors where actor_id in (select actor_id from int.actors_named(spelling))
),

own as (
    select distinct document_no from int.actor_documents where actor_no in (select actor_no from wanted)
)

select
    t.label as topic,
    count(*) as documents,
    count(distinct t.story_id) as stories,
    min(t.published_from) as first_published,
    max(t.published_until) as last_published,
    t.topic_id,
    t.parent_id,
from int.topic_documents as t
join own as o on o.document_no = t.document_no
group by t.topic_id, t.label, t.parent_id
order by t.parent_id is not null, documents desc, t.topic_id;
comment on macro table about_what is 'what an actor is in the news about, by any of its spellings or its id; top level first';
