-- One row a period (month or year), its first day and a topic: all documents known to lie within it, at whatever precision.
create or replace view int.topic_periods as
with spans as (
    select 'month' as period, date_trunc('month', published_from)::date as first_day, date_trunc('month', published_until)::date as last, *
    from int.topic_documents
    union all
    select 'year', date_trunc('year', published_from)::date, date_trunc('year', published_until)::date, *
    from int.topic_documents
)

select
    period,
    first_day,
    topic_id,
    label,
    parent_id,
    count(*) as documents,
    count(distinct story_id) as stories,
    sum(hits)::bigint as hits,
    count(*) filter (where date_precision = 'day') as dated_to_day,
    count(*) filter (where date_precision <> 'day') as dated_coarsely,
from spans
where first_day = last
group by period, first_day, topic_id, label, parent_id;
comment on view int.topic_periods is 'topics by month and by year of publication: what topic_monthly and topic_yearly show';
comment on column int.topic_periods.period is 'month or year';
comment on column int.topic_periods.first_day is 'first day of the period';
comment on column int.topic_periods.topic_id is 'topic, or undetermined';
comment on column int.topic_periods.label is 'name in English';
comment on column int.topic_periods.parent_id is 'topic above it; NULL at the top';
comment on column int.topic_periods.documents is 'documents';
comment on column int.topic_periods.stories is 'stories among them';
comment on column int.topic_periods.hits is 'places that count';
comment on column int.topic_periods.dated_to_day is 'documents whose day is known';
comment on column int.topic_periods.dated_coarsely is 'documents whose day is not known';
