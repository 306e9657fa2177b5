-- One row a document and topic below the top level: rescored for the documents of this run.
delete from core.document_subtopics where document_id in (select document_id from run_documents);

insert into core.document_subtopics by name
with limits as (
    select
        3.0 as lowest,  -- a finer distinction wants a little more than one plain word
        0.2 as beside,  -- of the best top-level score: a second level is a part of its parent's words
)

select
    s.document_id,
    s.topic_id,
    s.top_id as parent_id,
    round(s.score, 4) as score,
    row_number() over (partition by s.document_id order by s.score desc, s.topic_id)::integer as rank,
    s.terms,
    s.hits,
from run_topic_scores as s
join ref.topics as t on t.topic_id = s.topic_id
cross join limits
left join core.document_topics as top on top.document_id = s.document_id and top.rank = 1
left join core.document_topics as parent on parent.document_id = s.document_id and parent.topic_id = s.top_id
where s.topic_id <> s.top_id
    -- an own topic stands by itself; a level of IPTC under a topic that the document has
    and s.score >= case when t.scheme = 'iptc' then lowest else lowest * t.weight end
    and (t.scheme <> 'iptc' or (parent.topic_id is not null and s.score >= beside * top.score));
drop table run_topic_scores;
