-- One row a topic and month.
create or replace view topic_monthly as
select
    date_trunc('month', t.published_from)::date as month,
    t.topic_id,
    t.label,
    t.parent_id,
    count(*) as documents,
    count(distinct t.story_id) as stories,
    sum(t.hits)::bigint as hits,
    count(*) filter (where t.date_precision = 'day') as dated_to_day,
    count(*) filter (where t.date_precision <> 'day') as dated_coarsely,
from int.topic_documents as t
-- what is known to lie within the month, at whatever precision
where date_trunc('month', t.published_from) = date_trunc('month', t.published_until)
group by month, t.topic_id, t.label, t.parent_id
order by month desc, t.parent_id is not null, documents desc, t.topic_id;
comment on view topic_monthly is 'topics by month of publication: all documents known to be of that month';
comment on column topic_monthly.month is 'first day of the month';
comment on column topic_monthly.topic_id is 'topic, or undetermined';
comment on column topic_monthly.label is 'name in English';
comment on column topic_monthly.parent_id is 'topic above it; NULL at the top';
comment on column topic_monthly.documents is 'documents';
comment on column topic_monthly.stories is 'stories among them';
comment on column topic_monthly.hits is 'places that count';
comment on column topic_monthly.dated_to_day is 'documents whose day is known';
comment on column topic_monthly.dated_coarsely is 'documents whose day is not known';
