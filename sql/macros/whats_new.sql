-- One row a document that came with the newest of the last runs that loaded something.
create or replace macro whats_new() as table
with fresh as materialized (
    select document_id, document_no, published_edtf, published_from, title, source, language, place, run_id
    from stg.current_documents
    where run_id = (select max(run_id) from stg.current_documents)
),

-- a list: what a join looks up in these documents only is read in their places only
numbers as materialized (
    select unnest((select list(document_no) from fresh)) as document_no
),

names as (
    select a.document_no, list(c.name order by a.mentions desc, c.name)[1:4] as actors
    from int.actor_documents as a
    join core.actors as c on c.actor_no = a.actor_no and c.kind <> 'place'
    where a.document_no in (select document_no from numbers)
    group by a.document_no
),

leads as (
    select document_no, text
    from core.sentences
    where sentence_no = 0 and document_no in (select document_no from numbers)
)

select
    d.published_edtf,
    coalesce(d.title, s.text) as headline,
    d.source,
    d.language,
    coalesce(o.label_en, t.topic_id) as topic,
    coalesce(a.actors, []) as actors,
    not coalesce(m.is_representative, true) as is_told_before,
    d.place,
    d.document_id,
    d.run_id,
from fresh as d
left join leads as s on s.document_no = d.document_no
left join core.document_topics as t on t.document_id = d.document_id and t.rank = 1
left join ref.topics as o on o.topic_id = t.topic_id
left join names as a on a.document_no = d.document_no
left join core.story_documents as m on m.document_no = d.document_no
order by d.published_from desc nulls last, d.document_id;
comment on macro table whats_new is 'the documents that came with the last run that loaded any; is_told_before: copies and other reports of a story that another document stands for';
