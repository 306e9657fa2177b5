-- One row an actor in the newest seven days that the file holds, with whom and about what.
create or replace macro who_this_week() as table
with newest as (
    select max(published_from) as day from stg.current_documents where date_precision = 'day'
),

week as (
    select d.document_id, d.document_no, s.story_id
    from stg.current_documents as d
    left join core.story_documents as s on s.document_no = d.document_no
    cross join newest as n
    where d.date_precision = 'day' and d.published_from > n.day - 7
),

named as (
    select a.actor_no, w.document_id, w.story_id
    from int.actor_documents as a
    join week as w on w.document_no = a.document_no
),

counts as (
    select actor_no, count(*) as documents, count(distinct story_id) as stories from named group by actor_no
),

company as (
    select x.actor_no, y.actor_no as other_no, count(*) as documents
    from named as x
    join named as y on y.document_id = x.document_id and y.actor_no <> x.actor_no
    join core.actors as c on c.actor_no = y.actor_no and c.kind in ('person', 'organisation')
    group by x.actor_no, y.actor_no
),

others as (
    select p.actor_no, list(c.name order by p.documents desc, c.name)[1:3] as names
    from company as p
    join core.actors as c on c.actor_no = p.other_no
    group by p.actor_no
),

subjects as (
    select actor_no, list(label order by documents desc, label)[1:3] as labels
    from (
        select n.actor_no, coalesce(o.label_en, t.topic_id) as label, count(*) as documents
        from named as n
        join core.document_topics as t on t.document_id = n.document_id and t.topic_id <> 'undetermined'
        left join ref.topics as o on o.topic_id = t.topic_id
        group by n.actor_no, label
    )
    group by actor_no
)

select
    a.name,
    a.kind,
    c.documents,
    c.stories,
    coalesce(o.names, []) as with_whom,
    coalesce(s.labels, []) as about_what,
    n.day - 6 as week_from,
    n.day as week_until,
    a.actor_id,
from counts as c
join core.actors as a on a.actor_no = c.actor_no and a.kind <> 'place'
cross join newest as n
left join others as o on o.actor_no = c.actor_no
left join subjects as s on s.actor_no = c.actor_no
order by c.documents desc, c.stories desc, a.name, a.actor_id;
comment on macro table who_this_week is 'who was in the news in the newest seven days of the file, with whom and about what; documents dated to a month are in no week';
