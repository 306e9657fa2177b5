-- One row a topic and source.
create or replace view topic_sources as
with sources as (
    select source, count(*) as documents from stg.current_documents group by source
)

select
    t.topic_id,
    t.label,
    t.parent_id,
    t.source,
    count(*) as documents,
    count(distinct t.story_id) as stories,
    round(count(*) / any_value(s.documents), 4) as share_of_source,
    sum(t.hits)::bigint as hits,
    count(distinct t.language) as languages,
    min(t.published_from) as first_published,
    max(t.published_until) as last_published,
    count(*) filter (where t.date_precision = 'none') as undated,
from int.topic_documents as t
join sources as s on s.source = t.source
group by t.topic_id, t.label, t.parent_id, t.source
order by t.parent_id is not null, t.topic_id, documents desc, t.source;
comment on view topic_sources is 'which source writes about what';
comment on column topic_sources.topic_id is 'topic, or undetermined';
comment on column topic_sources.label is 'name in English';
comment on column topic_sources.parent_id is 'topic above it; NULL at the top';
comment on column topic_sources.source is 'medium that the documents name, else the folder they lay in';
comment on column topic_sources.documents is 'documents';
comment on column topic_sources.stories is 'stories among them';
comment on column topic_sources.share_of_source is 'of the documents of this source, 0 to 1';
comment on column topic_sources.hits is 'places that count';
comment on column topic_sources.languages is 'different languages';
comment on column topic_sources.first_published is 'earliest day that one may have been published';
comment on column topic_sources.last_published is 'latest day that one may have been published';
comment on column topic_sources.undated is 'documents without any date';
