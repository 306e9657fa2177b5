-- One row a place or country that current documents speak of.
create or replace view place_summary as
with counts as (
    select
        a.actor_no,
        count(*) as documents,
        count(distinct s.story_id) as stories,
        sum(a.mentions)::bigint as mentions,
        sum(a.by_people_or_capital)::bigint as by_people_or_capital,
        count(distinct d.source) as sources,
        count(distinct d.language) as languages,
        min(d.published_from) as first_seen,
        max(d.published_until) as last_seen,
        count(*) filter (where d.date_precision = 'none') as undated,
    from int.actor_documents as a
    join core.actors as c on c.actor_no = a.actor_no and c.kind in ('place', 'country')
    join stg.current_documents as d on d.document_no = a.document_no
    left join core.story_documents as s on s.document_no = a.document_no
    group by a.actor_no
)

select a.actor_id, a.name, a.kind, a.country, c.* exclude (actor_no)
from counts as c
join core.actors as a on a.actor_no = c.actor_no
order by c.documents desc, c.mentions desc, a.name;
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
