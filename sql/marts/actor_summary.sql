-- One row an actor that current documents speak of: persons, organisations, countries. Places stand in place_summary.
-- Most actors stand in one document, a few in a third of all. So actors, stories, sources and topics are numbers here, and what is
-- counted apart (stories, sources, languages) is counted without a set for each actor.
create or replace temp table summary_places as
select
    d.document_no,
    d.published_from,
    d.published_until,
    d.date_precision,
    -- only of stories that other documents tell too
    case when count(*) over (partition by s.story_id) > 1 then (dense_rank() over (order by s.story_id))::integer end as story_no,
    (dense_rank() over (order by d.source))::integer as source_no,
    -- a bit for each of the languages, which are fewer than 127
    1::hugeint << (dense_rank() over (order by d.language))::integer as language_bit,
from stg.current_documents as d
left join core.story_documents as s on s.document_no = d.document_no;

create or replace temp table summary_actors as
select * exclude (actor_no), actor_no as kept_no, (row_number() over (order by name, actor_id))::integer as actor_no
from core.actors
where kind <> 'place';

create or replace temp table summary_documents as
select n.actor_no, a.document_no, a.mentions, a.sentences, a.by_people_or_capital
from int.actor_documents as a
join summary_actors as n on n.kept_no = a.actor_no;

create or replace temp table summary_topics as
with topics as (
    select topic_id, (row_number() over (order by topic_id desc))::integer as topic_no from ref.topics
    union all
    select 'undetermined', 0
),

counts as (
    select a.actor_no, t.topic_no, count(*) as documents
    from summary_documents as a
    join (
        select d.document_no, n.topic_no
        from core.document_topics as t
        join topics as n on n.topic_id = t.topic_id
        join core.documents as d on d.document_id = t.document_id
    ) as t on t.document_no = a.document_no
    group by a.actor_no, t.topic_no
)

select
    c.actor_no,
    -- of topics with as many documents the first by name: numbers, which are below 10,000, run the other way
    coalesce(arg_max(n.topic_id, c.documents * 10000 + c.topic_no, 3) filter (where c.topic_no > 0), []) as top_topics,
    coalesce(any_value(c.documents) filter (where c.topic_no = 0), 0) as undetermined,
from counts as c
join topics as n on n.topic_no = c.topic_no
group by c.actor_no;

create or replace temp table summary_spellings as
with used as (
    select n.actor_no, a.alias, a.documents
    from core.actor_aliases as a
    join summary_actors as n on n.actor_id = a.actor_id
    where a.status = 'active' and a.documents > 0
),

counts as (
    select actor_no, count(*) as alias_count, any_value(alias) as alias from used group by actor_no
)

-- most actors have one, which needs no sorting
select actor_no, [alias] as aliases, alias_count from counts where alias_count = 1
union all
select actor_no, list(alias order by documents desc, alias)[:8], count(*)
from used
where actor_no in (select actor_no from counts where alias_count > 1)
group by actor_no;

create or replace table actor_summary as
with total as (
    select count(*) as documents from summary_places
),

counts as (
    select
        a.actor_no,
        count(*) as documents,
        sum(a.mentions)::bigint as mentions,
        sum(a.sentences)::bigint as sentences,
        sum(a.by_people_or_capital)::bigint as by_people_or_capital,
        bit_count(bit_or(d.language_bit)) as languages,
        min(d.published_from) as first_seen,
        max(d.published_until) as last_seen,
        count(*) filter (where d.date_precision = 'none') as undated,
        count(*) filter (where d.date_precision in ('month', 'year')) as dated_coarsely,
    from summary_documents as a
    join summary_places as d on d.document_no = a.document_no
    group by a.actor_no
),

-- documents that tell a story again
retold as (
    select actor_no, sum(documents - 1)::bigint as documents
    from (
        select a.actor_no, d.story_no, count(*) as documents
        from summary_documents as a
        join summary_places as d on d.document_no = a.document_no and d.story_no is not null
        group by a.actor_no, d.story_no
    )
    group by actor_no
),

sources as (
    select (pair >> 32)::integer as actor_no, count(*) as sources
    from (
        select distinct a.actor_no::bigint << 32 | d.source_no as pair
        from summary_documents as a
        join summary_places as d on d.document_no = a.document_no
    )
    group by actor_no
),

quoted as (
    select n.actor_no, count(*) as quotations
    from int.quotations as q
    join summary_actors as n on n.actor_id = q.speaker_id
    group by n.actor_no
)

select
    a.actor_id,
    a.name,
    a.kind,
    a.country,
    a.sector,
    a.gender,
    c.documents,
    c.documents - coalesce(r.documents, 0) as stories,
    c.mentions,
    c.sentences,
    c.by_people_or_capital,
    coalesce(q.quotations, 0) as quotations,
    o.sources,
    c.languages::bigint as languages,
    c.first_seen,
    c.last_seen,
    round(c.documents / nullif(t.documents, 0), 6) as share,
    c.undated,
    c.dated_coarsely,
    coalesce(p.undetermined, 0) as undetermined,
    coalesce(p.top_topics, []) as top_topics,
    coalesce(s.aliases, []) as aliases,
    coalesce(s.alias_count, 0) as alias_count,
    a.origin,
    a.known_by,
    a.wikidata_id,
from counts as c
cross join total as t
join summary_actors as a on a.actor_no = c.actor_no
join sources as o on o.actor_no = c.actor_no
left join retold as r on r.actor_no = c.actor_no
left join summary_spellings as s on s.actor_no = c.actor_no
left join summary_topics as p on p.actor_no = c.actor_no
left join quoted as q on q.actor_no = c.actor_no
order by c.documents desc, c.mentions desc, c.actor_no;  -- numbers are in the order of names
drop table summary_places;
drop table summary_actors;
drop table summary_documents;
drop table summary_topics;
drop table summary_spellings;
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
