-- One row a topic and year.
create or replace view topic_yearly as
select first_day as year, topic_id, label, parent_id, documents, stories, hits, dated_to_day, dated_coarsely,
from int.topic_periods
where period = 'year'
order by year desc, parent_id is not null, documents desc, topic_id;
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
