-- One row a topic and term that stands in the document: what it adds to the score of the topic.
create or replace macro explain_topic(document) as table
with terms as (
    select
        p.document_id,
        p.top_id,
        p.topic_id,
        p.term_id,
        any_value(p.value) as value,
        sum(p.place) as places,
        count(*) as hits,
        string_agg(distinct p.surface, ', ' order by p.surface) as surfaces,
        case when bool_and(p.sentence_no is not null) then min(p.sentence_no) end as first_sentence_no,
    from int.topic_places as p
    where p.document_id = document
    group by p.document_id, p.top_id, p.topic_id, p.term_id
)

select
    d.rank,
    coalesce(o.label_en, t.top_id) as topic,
    round(sum(t.value * ln(1 + t.places)) over (partition by t.top_id), 4) as topic_score,
    n.term,
    t.surfaces,
    round(t.value * ln(1 + t.places), 4) as adds,
    t.hits,
    t.places,
    t.value,
    t.top_id as topic_id,
    t.topic_id as term_topic_id,
    coalesce(s.text, c.title) as first_sentence,
from terms as t
join int.topic_terms as n on n.term_id = t.term_id
join core.documents as c on c.document_id = t.document_id
left join core.sentences as s on s.document_id = t.document_id and s.sentence_no = t.first_sentence_no
left join ref.topics as o on o.topic_id = t.top_id
left join core.document_topics as d on d.document_id = t.document_id and d.topic_id = t.top_id
order by topic_score desc, topic, adds desc, n.term;
comment on macro table explain_topic is 'the sum behind the topics of a document: adds = value * ln(1 + places), summed over terms it is the score; rank is NULL for a topic that did not pass';
