-- One row a measure.
create or replace view data_quality as
with d as (
    select
        count(*) as documents,
        count(*) filter (where date_precision = 'none') as undated,
        count(*) filter (where date_precision in ('month', 'year')) as dated_coarsely,
        count(*) filter (where date_reason is not null and date_precision = 'none') as dates_refused,
        count(*) filter (where language = 'und') as language_unknown,
        count(*) filter (where language_decision = 'mixed') as language_mixed,
        count(*) filter (where text_repair is not null) as text_repaired,
        count(*) filter (where title is null) as untitled,
        count(*) filter (where source_name is null) as source_unnamed,
        sum(files) - count(*) as duplicate_files,
    from stg.current_documents
),

t as (
    select count(distinct document_id) as undetermined
    from core.document_topics
    join stg.current_documents using (document_id)
    where topic_id = 'undetermined'
),

q as (
    select count(*) as quotations, count(*) filter (where speaker_surface is null) as speaker_unknown
    from core.quotations
    join stg.current_documents using (document_id)
),

m as (
    select count(*) as without_actor
    from core.mentions as m
    join stg.current_documents as c on c.document_id = m.document_id
    left join core.mention_actors as a on a.document_no = m.document_no and a.mention_no = m.mention_no
    where a.actor_id is null
),

measures as (
    select 1 as measure_no, 'documents' as measure, documents as value, documents as of_total, 'current documents' as meaning from d
    union all select 2, 'undated', undated, documents, 'documents without a date of publication; they count in no day, month or year' from d
    union all select 3, 'dated_coarsely', dated_coarsely, documents, 'documents of which only month or year is known; they count in no day' from d
    union all select 4, 'dates_refused', dates_refused, documents, 'documents whose date was found and refused; documents.date_reason says why' from d
    union all select 5, 'language_unknown', language_unknown, documents, 'documents whose language is und' from d
    union all select 6, 'language_mixed', language_mixed, documents, 'documents in two languages' from d
    union all select 7, 'untitled', untitled, documents, 'documents without a title; headline shows their first sentence' from d
    union all select 8, 'source_unnamed', source_unnamed, documents, 'documents that name no medium; their folder stands for it' from d
    union all select 9, 'text_repaired', text_repaired, documents, 'documents whose text was mended in decoding' from d
    union all select 10, 'undetermined', t.undetermined, d.documents, 'documents without a topic' from t, d
    union all select 11, 'speaker_unknown', speaker_unknown, quotations, 'quotations without a speaker' from q
    union all select 12, 'mentions_without_actor', without_actor, (select count(*) from core.mentions), 'names that no actor was made of' from m
    union all select 13, 'duplicate_files', duplicate_files, documents, 'files beyond the first that hold the same document' from d
    union all
    select 100 + row_number() over (order by reason), 'rejected: ' || reason, count(*), (select count(*) from meta.files), 'files that could not be loaded: ' || min(detail),
    from stg.current_rejects
    group by reason
)

select
    measure,
    value,
    of_total,
    round(100.0 * value / nullif(of_total, 0), 2) as percent,
    meaning,
from measures
order by measure_no;
comment on view data_quality is 'what is missing or doubtful in this file, counted';
comment on column data_quality.measure is 'what is counted';
comment on column data_quality.value is 'how many';
comment on column data_quality.of_total is 'out of how many';
comment on column data_quality.percent is 'value of of_total';
comment on column data_quality.meaning is 'in words';
