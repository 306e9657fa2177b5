-- One row a topic of that name or id: since when it is in the news, and the document that begins it.
create or replace macro topic_start(topic) as table
with wanted as (
    select topic_id from ref.topics where topic_id in (topic, 'medtop:' || topic) or lower(label_en) = lower(topic) or lower(label_fr) = lower(topic)
),

found as (
    select t.* from int.topic_documents as t join wanted as w on w.topic_id = t.topic_id
)

select
    f.label as topic,
    min(f.published_from) as first_published,
    max(f.published_until) as last_published,
    count(*) as documents,
    count(distinct f.story_id) as stories,
    count(*) filter (where f.date_precision = 'none') as undated,
    d.published_edtf as first_document_published,
    coalesce(d.title, s.text) as first_document,
    d.place as first_place,
    d.document_id as first_document_id,
    f.topic_id,
from found as f
left join (
    select topic_id, arg_min(document_id, (published_from, document_id)) as document_id
    from found
    where published_from is not null
    group by topic_id
) as b on b.topic_id = f.topic_id
left join stg.current_documents as d on d.document_id = b.document_id
left join core.sentences as s on s.document_id = b.document_id and s.sentence_no = 0
group by f.topic_id, f.label, d.published_edtf, d.title, s.text, d.place, d.document_id
order by f.topic_id;
comment on macro table topic_start is 'since when a topic is in the news, by its English or French name or its id, with the first document; undated documents may be older';
