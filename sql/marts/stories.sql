-- One row a story.
create or replace view stories as
with counts as (
    select
        story_id,
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
    from story_documents
    group by story_id
),

leads as (
    select t.document_id, arg_min(t.text, t.sentence_no) as lead
    from core.sentences as t
    join story_documents as m on m.document_id = t.document_id and m.is_representative and m.title is null
    where t.kind in ('heading', 'sentence')
    group by t.document_id
),

actor_counts as (
    select m.story_id, a.name, count(*) as documents, sum(l.mentions) as mentions
    from story_documents as m
    join int.actor_documents as l on l.document_id = m.document_id
    join core.actors as a on a.actor_id = l.actor_id
    group by m.story_id, a.actor_id, a.name
),

actors as (
    select story_id, list(name order by documents desc, mentions desc, name) as names
    from actor_counts
    group by story_id
),

topic_counts as (
    select m.story_id, coalesce(t.label_en, t.label_fr, d.topic_id) as topic, count(*) as documents, sum(d.score) as score
    from story_documents as m
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
    a.names[1:10] as actors,
    t.names[1:5] as topics,
    c.undated,
    c.dated_coarsely,
    c.representative_id,
    d.place as representative_place,
    s.run_id,
from counts as c
join core.stories as s on s.story_id = c.story_id
left join story_documents as d on d.document_id = c.representative_id
left join leads as l on l.document_id = c.representative_id
left join actors as a on a.story_id = c.story_id
left join topics as t on t.story_id = c.story_id
order by c.documents desc, c.last_published desc nulls last, c.story_id;
comment on view stories is 'the stories: copies of a text and reports of the same event, counted once; story_documents opens each';
comment on column stories.story_id is 'document_id of the member that named it; stays when older documents join later';
comment on column stories.title is 'title of the representative, else the beginning of its text';
comment on column stories.first_published is 'earliest day that a document of it may have been published; NULL when none is dated';
comment on column stories.last_published is 'latest day that a document of it may have been published';
comment on column stories.documents is 'current documents in it: rows of story_documents';
comment on column stories.texts is 'different texts among them: copies and edited copies count once';
comment on column stories.other_reports is 'documents that report the event in a text other than the representative''s';
comment on column stories.sources is 'different sources among them';
comment on column stories.source_names is 'those sources';
comment on column stories.languages is 'different languages among them';
comment on column stories.actors is 'up to ten actors, those in most of its documents first';
comment on column stories.topics is 'up to five topics by their English labels, those of most of its documents first';
comment on column stories.undated is 'documents without any date';
comment on column stories.dated_coarsely is 'documents of which only the month or the year is known';
comment on column stories.representative_id is 'the document to show for it: the earliest, of one day the longest';
comment on column stories.representative_place is 'root and path of its first file';
comment on column stories.run_id is 'run that named it';
