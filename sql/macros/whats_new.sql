-- One row a document that came with the newest of the last runs that loaded something.
create or replace macro whats_new() as table
with newest as (
    select max(run_id) as run_id from stg.current_documents
),

names as (
    select a.document_no, list(c.name order by a.mentions desc, c.name)[1:4] as actors
    from int.actor_documents as a
    join core.actors as c on c.actor_id = a.actor_id and c.kind <> 'place'
    group by a.document_no
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
from stg.current_documents as d
join newest as n on n.run_id = d.run_id
left join core.sentences as s on s.document_no = d.document_no and s.sentence_no = 0
left join core.document_topics as t on t.document_id = d.document_id and t.rank = 1
left join ref.topics as o on o.topic_id = t.topic_id
left join names as a on a.document_no = d.document_no
left join core.story_documents as m on m.document_no = d.document_no
order by d.published_from desc nulls last, d.document_id;
comment on macro table whats_new is 'the documents that came with the last run that loaded any; is_told_before: copies and other reports of a story that another document stands for';
