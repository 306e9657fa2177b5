-- One row a document of this run, top-level topic and topic.
create or replace temp table run_topic_scores as
with terms as (
    select document_id, top_id, topic_id, term_id, any_value(value) as value, sum(place) as places, count(*) as hits
    from int.topic_places
    where document_no in (select document_no from run_documents)
    group by document_id, top_id, topic_id, term_id
)

select
    document_id,
    top_id,
    topic_id,
    -- repetition saturates: the tenth time adds a tenth of the first. Added up as decimals: sums of fractions differ in their last
    -- digits with the order of the rows, and a score at a limit would be now above and now below it
    sum((value * ln(1 + places))::decimal(18, 8))::double as score,
    count(*)::integer as terms,
    sum(hits)::integer as hits,
from terms
group by document_id, top_id, topic_id;
