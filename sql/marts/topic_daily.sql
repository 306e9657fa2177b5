-- One row a topic and day.
create or replace view topic_daily as
with months as (
    select topic_id, date_trunc('month', published_from)::date as month, count(*) as documents
    from int.topic_documents
    where date_precision = 'month'
    group by all
)

select
    t.published_from as day,
    t.topic_id,
    t.label,
    t.parent_id,
    count(*) as documents,
    count(distinct t.story_id) as stories,
    sum(t.hits)::bigint as hits,
    coalesce(any_value(m.documents), 0) as not_shown_month_only,
from int.topic_documents as t
left join months as m on m.topic_id = t.topic_id and m.month = date_trunc('month', t.published_from)::date
where t.date_precision = 'day'
group by t.published_from, t.topic_id, t.label, t.parent_id
order by day desc, t.parent_id is not null, documents desc, t.topic_id;
comment on view topic_daily is 'topics by day of publication; only documents whose day is known, see topic_monthly and topic_yearly for all';
comment on column topic_daily.day is 'day of publication';
comment on column topic_daily.topic_id is 'topic, or undetermined';
comment on column topic_daily.label is 'name in English';
comment on column topic_daily.parent_id is 'topic above it; NULL at the top';
comment on column topic_daily.documents is 'documents';
comment on column topic_daily.stories is 'stories among them';
comment on column topic_daily.hits is 'places that count';
comment on column topic_daily.not_shown_month_only is 'documents of this topic of which only this month is known: they may belong to this day and are in no day';
