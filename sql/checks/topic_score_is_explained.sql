-- severity: error
-- The score of a topic is the sum over its terms, on a sample of this run's documents.
with sampled as (
    select document_id from run_documents order by document_id limit 500
),

terms as (
    select document_id, top_id, term_id, any_value(value) as value, sum(place) as places
    from int.topic_places
    where document_id in (select document_id from sampled)
    group by all
),

sums as (
    select document_id, top_id, sum(value * ln(1 + places)) as score from terms group by all
)

select t.document_id, t.topic_id, t.score, s.score as explained
from core.document_topics as t
join sampled as r on r.document_id = t.document_id
left join sums as s on s.document_id = t.document_id and s.top_id = t.topic_id
where t.topic_id <> 'undetermined' and abs(t.score - coalesce(s.score, 0)) > 0.001
