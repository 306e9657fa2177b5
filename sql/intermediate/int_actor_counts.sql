-- One row an actor that current documents speak of. Counted again are the actors of documents that may count otherwise than before, and
-- those that have another name or kind.
-- Most actors stand in one document, a few in a third of all. So actors, stories, sources and topics are numbers here, and what is
-- counted apart (stories, sources, languages) is counted without a set for each actor.
create or replace temp table summary_wanted as
with again as (
    select actor_no from run_appearances
    union
    select actor_no from run_changed_actors
)

select actor_no, actor_id from core.actors where actor_no in (select actor_no from again);

create or replace temp table summary_actors as
select
    actor_no,
    sum(documents)::bigint as documents,
    sum(mentions)::bigint as mentions,
    sum(sentences)::bigint as sentences,
    sum(by_people_or_capital)::bigint as by_people_or_capital,
    min(published_from) as first_seen,
    max(published_until) as last_seen,
    coalesce(sum(documents) filter (where date_precision = 'none'), 0)::bigint as undated,
    coalesce(sum(documents) filter (where date_precision in ('month', 'year')), 0)::bigint as dated_coarsely,
from int.actor_days
where actor_no in (select actor_no from summary_wanted)
group by actor_no;

create or replace temp table summary_documents as
select actor_no, document_no from int.actor_documents where actor_no in (select actor_no from summary_wanted);

create or replace temp table summary_sources as
with documents as (
    select
        document_no,
        (dense_rank() over (order by source))::integer as source_no,
        -- a bit for each of the languages, which are fewer than 127
        1::hugeint << (dense_rank() over (order by language))::integer as language_bit,
    from stg.current_documents
)

select actor_no, count(*) as sources, bit_count(bit_or(language_bits))::bigint as languages
from (
    select a.actor_no, d.source_no, bit_or(d.language_bit) as language_bits
    from summary_documents as a
    join documents as d on d.document_no = a.document_no
    group by a.actor_no, d.source_no
)
group by actor_no;

-- documents that tell a story again
create or replace temp table summary_retold as
with told as (
    select document_no, (dense_rank() over (order by story_id))::integer as story_no
    from core.story_documents
    where story_id in (select story_id from core.stories where documents > 1)
)

select actor_no, sum(documents - 1)::bigint as documents
from (
    select a.actor_no, t.story_no, count(*) as documents
    from summary_documents as a
    join told as t on t.document_no = a.document_no
    group by a.actor_no, t.story_no
)
group by actor_no;

create or replace temp table summary_topics as
with topics as (
    select topic_id, row_number() over (order by topic_id desc) as topic_no from ref.topics
)

select
    t.actor_no,
    -- of topics with as many documents the first by name: numbers, which are below 10,000, run the other way
    coalesce(arg_max(t.topic_id, t.documents * 10000::bigint + n.topic_no, 3) filter (where n.topic_no is not null), []) as top_topics,
    coalesce(sum(t.documents) filter (where t.topic_id = 'undetermined'), 0)::bigint as undetermined,
from int.actor_topics as t
left join topics as n on n.topic_id = t.topic_id
where t.actor_no in (select actor_no from summary_wanted)
group by t.actor_no;

create or replace temp table summary_spellings as
with used as (
    select n.actor_no, a.alias, a.documents
    from core.actor_aliases as a
    join summary_wanted as n on n.actor_id = a.actor_id
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

delete from int.actor_counts
where actor_no in (select actor_no from summary_wanted)
   or actor_no in (select actor_no from run_changed_actors)
   or (select whole from run_counting);
insert into int.actor_counts by name
with quoted as (
    select speaker_id, count(*) as quotations
    from int.quotations
    where speaker_id in (select actor_id from summary_wanted)
    group by speaker_id
)

select
    a.actor_no,
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
    o.languages,
    c.first_seen,
    c.last_seen,
    c.undated,
    c.dated_coarsely,
    coalesce(p.undetermined, 0) as undetermined,
    coalesce(p.top_topics, []) as top_topics,
    coalesce(s.aliases, []) as aliases,
    coalesce(s.alias_count, 0) as alias_count,
    a.origin,
    a.known_by,
    a.wikidata_id,
from summary_actors as c
join core.actors as a on a.actor_no = c.actor_no
join summary_sources as o on o.actor_no = c.actor_no
left join summary_retold as r on r.actor_no = c.actor_no
left join summary_spellings as s on s.actor_no = c.actor_no
left join summary_topics as p on p.actor_no = c.actor_no
left join quoted as q on q.speaker_id = a.actor_id
order by c.documents desc, c.mentions desc, a.name, a.actor_id;  -- so that the first ones lie together
drop table summary_wanted;
drop table summary_actors;
drop table summary_documents;
drop table summary_sources;
drop table summary_retold;
drop table summary_topics;
drop table summary_spellings;
