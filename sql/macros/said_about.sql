-- One row a quotation by the first whose words name the second, or whose document has the second as a topic, newest first.
create or replace macro said_about(speaker_name, about_name) as table
with speakers as (
    select actor_id from int.actors_named(speaker_name)
),

subjects as (
    select actor_id from int.actors_named(about_name)
),

topics as (
    select topic_id from ref.topics where topic_id in (about_name, 'medtop:' || about_name) or lower(label_en) = lower(about_name)
),

found as (
    select f.document_no, f.quotation_no, true as names_it
    from int.quotations as f
    join int.quotation_actors as n on n.document_no = f.document_no and n.quotation_no = f.quotation_no
    where f.is_counted
        and f.speaker_id in (select actor_id from speakers)
        and n.actor_id in (select actor_id from subjects)
    union
    select f.document_no, f.quotation_no, false
    from int.quotations as f
    join int.topic_documents as t on t.document_no = f.document_no
    where f.is_counted
        and f.speaker_id in (select actor_id from speakers)
        and t.topic_id in (select topic_id from topics)
),

picked as (
    select list({document_no: document_no, quotation_no: quotation_no}) as quotations
    from (select distinct document_no, quotation_no from found)
)

select
    q.published_edtf,
    q.speaker,
    q.kind,
    q.text,
    q.cue,
    case when f.names_it then 'names it' else 'topic of the document' end as because,
    q.source,
    q.place,
    q.sentence,
    q.document_id,
    q.quotation_no,
    q.char_start,
    q.char_end,
from found as f
join int.quotations_told((select quotations from picked)) as q on q.document_no = f.document_no and q.quotation_no = f.quotation_no
order by f.names_it desc, q.published_from desc nulls last, q.document_id, q.quotation_no;
comment on macro table said_about is 'what X said about Y: quotations by an actor that name another actor, or in documents of a topic (its English name or id)';
