-- One row a place or country that current documents speak of.
create or replace view place_summary as
select
    actor_id, name, kind, country, documents, stories, mentions, by_people_or_capital, sources, languages, first_seen, last_seen, undated,
from int.actor_counts
where kind in ('place', 'country')
order by documents desc, mentions desc, name;
comment on view place_summary is 'where the news is: places and countries with their counts';
comment on column place_summary.actor_id is 'stable identifier';
comment on column place_summary.name is 'name to show';
comment on column place_summary.kind is 'place or country';
comment on column place_summary.country is 'ISO 3166 alpha-3 of a country';
comment on column place_summary.documents is 'current documents that mention it';
comment on column place_summary.stories is 'stories among them: copies and reports of one event count once';
comment on column place_summary.mentions is 'mentions, each a row of actor_evidence';
comment on column place_summary.by_people_or_capital is 'mentions of a country by its people, an adjective or its capital; among mentions';
comment on column place_summary.sources is 'different sources among the documents';
comment on column place_summary.languages is 'different languages among them';
comment on column place_summary.first_seen is 'earliest day that one may have been published';
comment on column place_summary.last_seen is 'latest day that one may have been published';
comment on column place_summary.undated is 'documents without any date';
