-- One row a topic and month.
create or replace view topic_monthly as
select first_day as month, topic_id, label, parent_id, documents, stories, hits, dated_to_day, dated_coarsely,
from int.topic_periods
where period = 'month'
order by month desc, parent_id is not null, documents desc, topic_id;
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
