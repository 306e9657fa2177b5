-- One row a source.
create or replace view source_summary as
select
    d.source,
    count(*) as documents,
    count(distinct s.story_id) as stories,
    sum(d.word_count) as words,
    count(distinct d.language) as languages,
    count(distinct d.source) as sources,
    min(d.published_from) as first_published,
    max(d.published_until) as last_published,
    count(*) filter (where d.date_precision = 'none') as undated,
    count(*) filter (where d.date_precision in ('month', 'year')) as dated_coarsely,
    count(*) filter (where d.language = 'und') as language_unknown,
    round(avg(d.language_confidence), 4) as mean_language_confidence,
from stg.current_documents as d
left join core.story_documents as s on s.document_id = d.document_id
group by d.source
order by documents desc, d.source;
comment on view source_summary is 'what came from each source';
comment on column source_summary.source is 'the medium that the documents name, else the folder they lay in';
comment on column source_summary.documents is 'current documents';
comment on column source_summary.stories is 'stories among them: copies and reports of one event count once';
comment on column source_summary.words is 'words of their bodies';
comment on column source_summary.languages is 'different languages among them';
comment on column source_summary.sources is 'different sources among them';
comment on column source_summary.first_published is 'earliest day that one may have been published';
comment on column source_summary.last_published is 'latest day that one may have been published';
comment on column source_summary.undated is 'documents without any date';
comment on column source_summary.dated_coarsely is 'documents of which only the month or the year is known';
comment on column source_summary.language_unknown is 'documents whose language is und';
comment on column source_summary.mean_language_confidence is 'mean of language_confidence, 0 to 1';
