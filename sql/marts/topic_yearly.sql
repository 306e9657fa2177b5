-- One row a topic and year.
create or replace view topic_yearly as
select
    date_trunc('year', t.published_from)::date as year,
    t.topic_id,
    t.label,
    t.parent_id,
    count(*) as documents,
    count(distinct t.story_id) as stories,
    sum(t.hits)::bigint as hits,
    count(*) filter (where t.date_precision = 'day') as dated_to_day,
    count(*) filter (where t.date_precision <> 'day') as dated_coarsely,
from int.topic_documents as t
-- what is known to lie within the year, at whatever precision
where date_trunc('year', t.published_from) = date_trunc('year', t.published_until)
group by year, t.topic_id, t.label, t.parent_id
order by year desc, t.parent_id is not null, documents desc, t.topic_id;
comment on view topic_yearly is 'topics by year of publication: all documents known to be of that year';
comment on column topic_yearly.year is 'first day of the year';
comment on column topic_yearly.topic_id is 'topic, or undetermined';
comment on column topic_yearly.label is 'name in English';
comment on column topic_yearly.parent_id is 'topic above it; NULL at the top';
comment on column topic_yearly.documents is 'documents';
comment on column topic_yearly.stories is 'stories among them';
comment on column topic_yearly.hits is 'places that count';
comment on column topic_yearly.dated_to_day is 'documents whose day is known';
comment on column topic_yearly.dated_coarsely is 'documents whose day is not known';
