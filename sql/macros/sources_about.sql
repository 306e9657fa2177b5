-- One row a source that writes about the actors of that name, or about the topic of that name.
create or replace macro sources_about(wanted_name) as table
with actors as (
    select actor_no from core.actors where actor_id in (select actor_id from int.actors_named(wanted_name))
),

topics as (
    select topic_id from ref.topics where topic_id in (wanted_name, 'medtop:' || wanted_name) or lower(label_en) = lower(wanted_name)
),

own as (
    select document_no from int.actor_documents where actor_no in (select actor_no from actors)
    union
    select document_no from int.topic_documents where topic_id in (select topic_id from topics)
)

select
    d.source,
    count(*) as documents,
    count(distinct s.story_id) as stories,
    list_sort(list(distinct d.language)) as languages,
    min(d.published_from) as first_published,
    max(d.published_until) as last_published,
    count(*) filter (where d.date_precision = 'none') as undated,
from stg.current_documents as d
join own as o on o.document_no = d.document_no
left join core.story_documents as s on s.document_no = d.document_no
group by d.source
order by documents desc, d.source;
comment on macro table sources_about is 'which sources write about an actor (any spelling or id) or a topic (English name or id), since when and in which languages';
