-- One row an actor that current documents speak of: persons, organisations, countries. Places stand in place_summary.
create or replace table actor_summary as
with total as (
    select count(*) as documents from stg.current_documents
),

-- stories, sources and languages have numbers here: they are told apart for millions of pairs of an actor and a document
placed as materialized (
    select
        d.document_no,
        d.published_from,
        d.published_until,
        d.date_precision,
        (dense_rank() over (order by s.story_id))::integer as story_no,
        (dense_rank() over (order by d.source))::integer as source_no,
        (dense_rank() over (order by d.language))::integer as language_no,
    from stg.current_documents as d
    left join core.story_documents as s on s.document_no = d.document_no
),

counts as (
    select
        a.actor_id,
        count(*) as documents,
        count(distinct d.story_no) as stories,
        sum(a.mentions)::bigint as mentions,
        sum(a.sentences)::bigint as sentences,
        sum(a.by_people_or_capital)::bigint as by_people_or_capital,
        count(distinct d.source_no) as sources,
        count(distinct d.language_no) as languages,
        min(d.published_from) as first_seen,
        max(d.published_until) as last_seen,
        count(*) filter (where d.date_precision = 'none') as undated,
        count(*) filter (where d.date_precision in ('month', 'year')) as dated_coarsely,
    from int.actor_documents as a
    join placed as d on d.document_no = a.document_no
    group by a.actor_id
),

spellings as (
    select actor_id, list(alias order by documents desc, alias)[:8] as aliases, count(*) as alias_count
    from core.actor_aliases
    where status = 'active' and documents > 0
    group by actor_id
),

topic_counts as materialized (
    select a.actor_id, t.topic_id, count(*) as documents
    from int.actor_documents as a
    join (
        select d.document_no, t.topic_id
        from core.document_topics as t
        join core.documents as d on d.document_id = t.document_id
    ) as t on t.document_no = a.document_no
    group by a.actor_id, t.topic_id
),

topics as (
    select actor_id, list(topic_id order by documents desc, topic_id)[:3] as top_topics
    from topic_counts
    where topic_id <> 'undetermined'
    group by actor_id
),

untold as (
    select actor_id, documents from topic_counts where topic_id = 'undetermined'
),

quoted as (
    select a.actor_id, count(*) as quotations
    from core.quotations as q
    join core.mention_actors as a on a.document_no = q.document_no and a.mention_no = q.speaker_mention_no
    join stg.current_documents as d on d.document_no = q.document_no
    group by a.actor_id
)

select
    c.actor_id,
    a.name,
    a.kind,
    a.country,
    a.sector,
    a.gender,
    c.documents,
    c.stories,
    c.mentions,
    c.sentences,
    c.by_people_or_capital,
    coalesce(q.quotations, 0) as quotations,
    c.sources,
    c.languages,
    c.first_seen,
    c.last_seen,
    round(c.documents / nullif(t.documents, 0), 6) as share,
    c.undated,
    c.dated_coarsely,
    coalesce(u.documents, 0) as undetermined,
    coalesce(p.top_topics, []) as top_topics,
    coalesce(s.aliases, []) as aliases,
    coalesce(s.alias_count, 0) as alias_count,
    a.origin,
    a.known_by,
    a.wikidata_id,
from counts as c
cross join total as t
join core.actors as a on a.actor_id = c.actor_id
left join spellings as s on s.actor_id = c.actor_id
left join topics as p on p.actor_id = c.actor_id
left join untold as u on u.actor_id = c.actor_id
left join quoted as q on q.actor_id = c.actor_id
where a.kind <> 'place'
order by c.documents desc, c.mentions desc, a.name, c.actor_id;
comment on table actor_summary is 'who is in the news: persons, organisations and countries with their counts; places stand in place_summary';
comment on column actor_summary.actor_id is 'stable identifier';
comment on column actor_summary.name is 'name to show';
comment on column actor_summary.kind is 'person, organisation or country';
comment on column actor_summary.country is 'ISO 3166 alpha-3: itself where a country, else of origin or seat where known';
comment on column actor_summary.sector is 'PLOVER code from the list: what the actor is or was last';
comment on column actor_summary.gender is 'f or m where known';
comment on column actor_summary.documents is 'current documents that mention it';
comment on column actor_summary.stories is 'stories among them: copies and reports of one event count once';
comment on column actor_summary.mentions is 'mentions, each a row of actor_evidence';
comment on column actor_summary.sentences is 'sentences that mention it';
comment on column actor_summary.by_people_or_capital is 'mentions of a country by its people, an adjective or its capital; among mentions';
comment on column actor_summary.quotations is 'quotations whose speaker it is, copies counted each';
comment on column actor_summary.sources is 'different sources among the documents';
comment on column actor_summary.languages is 'different languages among them';
comment on column actor_summary.first_seen is 'earliest day that one may have been published';
comment on column actor_summary.last_seen is 'latest day that one may have been published';
comment on column actor_summary.share is 'documents as a share of all current documents, 0 to 1';
comment on column actor_summary.undated is 'documents without any date';
comment on column actor_summary.dated_coarsely is 'documents of which only the month or the year is known';
comment on column actor_summary.undetermined is 'documents without a topic';
comment on column actor_summary.top_topics is 'up to three topics of most of the documents';
comment on column actor_summary.aliases is 'up to eight spellings that documents use, the most frequent first';
comment on column actor_summary.alias_count is 'number of spellings that documents use';
comment on column actor_summary.origin is 'curated or discovered';
comment on column actor_summary.known_by is 'list, full name, one word, office or document: how sure it is that this is one actor';
comment on column actor_summary.wikidata_id is 'Wikidata id from the list';
