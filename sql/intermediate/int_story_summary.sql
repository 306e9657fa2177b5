-- One row a story. Counted again are the stories that this run made or changed, those of documents that it looked at, and those of
-- actors that have another name to show than before.
create or replace temp table stories_again as
with renamed as (
    select c.actor_no from core.actors as a join run_changed_actors as c on c.actor_id = a.actor_id where c.name_before <> a.name
),

documents as (
    select document_no from run_documents
    union
    select document_no from run_changed_documents
    union
    select d.document_no from int.actor_documents as d semi join renamed as r on r.actor_no = d.actor_no
)

select story_id, (row_number() over (order by story_id))::integer as story_no
from (
    select story_id from run_stories
    union
    select s.story_id from core.story_documents as s semi join documents as d on d.document_no = s.document_no
);

delete from int.story_summary
where story_id in (select story_id from stories_again) or story_id not in (select story_id from core.stories);

set variable slices = (select max(story_no) // int.slice_size(100000) + 1 from stories_again);
insert into int.story_summary by name
with members as (
    select
        s.story_id, a.story_no, s.document_id, s.document_no, s.relation, s.is_representative,
        s.text_id, d.place, d.source, d.title, d.language, d.date_precision, d.published_from, d.published_until,
    from core.story_documents as s
    join stories_again as a on a.story_id = s.story_id
    join stg.current_documents as d on d.document_no = s.document_no
    where a.story_no // int.slice_size(100000) = getvariable('slice')
),

counts as (
    select
        story_id,
        any_value(story_no) as story_no,
        count(*) as documents,
        count(distinct text_id) as texts,
        count(distinct source) as sources,
        count(distinct language) as languages,
        min(published_from) as first_published,
        max(published_until) as last_published,
        count(*) filter (where date_precision = 'none') as undated,
        count(*) filter (where date_precision in ('month', 'year')) as dated_coarsely,
        count(*) filter (where relation = 'same_story' and not is_representative) as other_reports,
        max(document_id) filter (where is_representative) as representative_id,
        list_sort(list(distinct source)) as source_names,
    from members
    group by story_id
),

first_sentences as materialized (
    select t.document_no, min(t.sentence_no) as sentence_no
    from core.sentences as t
    semi join members as m on m.document_no = t.document_no and m.is_representative and m.title is null
    where t.kind in ('heading', 'sentence')
    group by t.document_no
),

leads as (
    select t.document_no, t.text as lead
    from core.sentences as t
    join first_sentences as f on f.document_no = t.document_no and f.sentence_no = t.sentence_no
),

-- stories and actors are numbers, these in the order of their names, until the ten of a story are known
appearances as materialized (
    select m.story_no, l.actor_no, l.mentions
    from members as m
    join int.actor_documents as l on l.document_no = m.document_no
),

named as materialized (
    select actor_no, name, (row_number() over (order by name, actor_id))::integer as name_no
    from core.actors
    where actor_no in (select actor_no from appearances)
),

actor_counts as (
    select
        p.story_no, a.name_no,
        row_number() over (partition by p.story_no order by count(*) desc, sum(p.mentions) desc, a.name_no) as place,
    from appearances as p
    join named as a on a.actor_no = p.actor_no
    group by p.story_no, a.name_no
    qualify place <= 10
),

actors as (
    select c.story_no, arg_min(a.name, c.place, 10) as names
    from actor_counts as c
    join named as a on a.name_no = c.name_no
    group by c.story_no
),

topic_counts as (
    select m.story_id, coalesce(t.label_en, t.label_fr, d.topic_id) as topic, count(*) as documents, sum(d.score::decimal(18, 4)) as score
    from members as m
    join core.document_topics as d on d.document_id = m.document_id
    left join ref.topics as t on t.topic_id = d.topic_id
    where d.topic_id <> 'undetermined'
    group by m.story_id, topic
),

topics as (
    select story_id, list(topic order by documents desc, score desc, topic) as names
    from topic_counts
    group by story_id
)

select
    c.story_id,
    coalesce(
        d.title, case when length(l.lead) > 120 then regexp_replace(left(l.lead, 120), '\s+\S*$', '') || '…' else l.lead end
    ) as title,
    c.first_published,
    c.last_published,
    c.documents,
    c.texts,
    c.other_reports,
    c.sources,
    c.source_names,
    c.languages,
    a.names as actors,
    t.names[1:5] as topics,
    c.undated,
    c.dated_coarsely,
    c.representative_id,
    d.place as representative_place,
    s.run_id,
from counts as c
join core.stories as s on s.story_id = c.story_id
left join members as d on d.document_id = c.representative_id
left join leads as l on l.document_no = d.document_no
left join actors as a on a.story_no = c.story_no
left join topics as t on t.story_id = c.story_id;
reset variable slices;
drop table stories_again;
