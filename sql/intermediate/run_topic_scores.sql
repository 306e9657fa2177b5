-- One row a document of this run, top-level topic and topic.
create or replace temp table run_topic_scores (
    document_id varchar, top_id varchar, topic_id varchar, score double, terms integer, hits integer
);
set variable slices = (select max(slice) + 1 from run_slices);
insert into run_topic_scores by name
with terms as (
    select document_id, top_id, topic_id, term_id, any_value(value) as value, sum(place) as places, count(*) as hits
    from int.topic_places
    where document_no in (select document_no from run_slices where slice = getvariable('slice'))
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
reset variable slices;
