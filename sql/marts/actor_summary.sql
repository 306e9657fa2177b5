-- One row an actor that current documents speak of: persons, organisations, countries. Places stand in place_summary.
create or replace view actor_summary as
with total as (
    select count(*) as documents from stg.places
)

select
    c.actor_id,
    c.name,
    c.kind,
    c.country,
    c.sector,
    c.gender,
    c.documents,
    c.stories,
    c.mentions,
    c.sentences,
    c.by_people_or_capital,
    c.quotations,
    c.sources,
    c.languages,
    c.first_seen,
    c.last_seen,
    round(c.documents / nullif(t.documents, 0), 6) as share,
    c.undated,
    c.dated_coarsely,
    c.undetermined,
    c.top_topics,
    c.aliases,
    c.alias_count,
    c.origin,
    c.known_by,
    c.wikidata_id,
from int.actor_counts as c
cross join total as t
where c.kind <> 'place'
order by c.documents desc, c.mentions desc, c.name, c.actor_id;
comment on view actor_summary is 'who is in the news: persons, organisations and countries with their counts; places stand in place_summary';
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
