-- One row a topic that a current document has, and one for documents without a topic (undetermined).
create or replace table topic_summary as
with total as (
    select count(*) as documents from stg.current_documents
)

select
    t.topic_id,
    t.label,
    t.parent_id,
    count(*) as documents,
    count(distinct t.story_id) as stories,
    count(*) filter (where t.is_main) as main_documents,
    round(count(*) / nullif(any_value(total.documents), 0), 4) as share,
    sum(t.hits)::bigint as hits,
    count(distinct t.source) as sources,
    count(distinct t.language) as languages,
    min(t.published_from) as first_published,
    max(t.published_until) as last_published,
    count(*) filter (where t.date_precision = 'day') as dated_to_day,
    count(*) filter (where t.date_precision = 'month') as dated_to_month,
    count(*) filter (where t.date_precision = 'year') as dated_to_year,
    count(*) filter (where t.date_precision = 'none') as undated,
from int.topic_documents as t
cross join total
group by t.topic_id, t.label, t.parent_id
order by t.topic_id = 'undetermined', t.parent_id is not null, documents desc, t.topic_id;
comment on table topic_summary is 'what the news is about; a document may have several topics. Top level first, then what lies below, last undetermined';
comment on column topic_summary.topic_id is 'medtop:… (IPTC Media Topics), own id, or undetermined';
comment on column topic_summary.label is 'name in English; other languages in ref.topics';
comment on column topic_summary.parent_id is 'topic above it, which counts its documents too; NULL at the top';
comment on column topic_summary.documents is 'current documents that have it';
comment on column topic_summary.stories is 'stories among them: copies and reports of one event count once';
comment on column topic_summary.main_documents is 'documents whose main topic it is; 0 below the top level';
comment on column topic_summary.share is 'of all current documents, 0 to 1; shares add up to more than 1';
comment on column topic_summary.hits is 'places that count for it: its rows in topic_evidence';
comment on column topic_summary.sources is 'different sources';
comment on column topic_summary.languages is 'different languages';
comment on column topic_summary.first_published is 'earliest day that one may have been published';
comment on column topic_summary.last_published is 'latest day that one may have been published';
comment on column topic_summary.dated_to_day is 'documents of a known day: those in topic_daily';
comment on column topic_summary.dated_to_month is 'documents of which only the month is known: in topic_monthly, not in topic_daily';
comment on column topic_summary.dated_to_year is 'documents of which only the year is known: in topic_yearly only';
comment on column topic_summary.undated is 'documents without any date';
