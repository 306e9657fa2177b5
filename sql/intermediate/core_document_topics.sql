-- One row a document and topic: rescored for the documents of this run.
-- what they had before, for those who count by differences
create or replace temp table run_document_topics_before as
select r.document_no, t.topic_id, t.rank from core.document_topics as t join run_documents as r on r.document_id = t.document_id;

delete from core.document_topics where document_id in (select document_id from run_documents);

insert into core.document_topics by name
with limits as (
    select
        1.5 as lowest,  -- two weak words, or one plain word in the body
        0.5 as beside,  -- of the best score: 16 % of news has two topics, few have three
),

-- parents gather their children
gathered as (
    select document_id, top_id as topic_id, sum(score::decimal(18, 8))::double as score, sum(terms)::integer as terms, sum(hits)::integer as hits
    from run_topic_scores
    group by document_id, top_id
),

ranked as (
    select
        *,
        row_number() over best as rank,
        max(score) over (partition by document_id) as top_score,
        sum(score::decimal(18, 8)) over (partition by document_id)::double as all_scores,
        coalesce(lead(score) over best, 0) as next_score,
    from gathered
    window best as (partition by document_id order by score desc, topic_id)
),

kept as (
    select
        document_id,
        topic_id,
        round(score, 4) as score,
        rank::integer as rank,
        'terms' as method,
        round(score / all_scores, 4) as share,
        round((score - next_score) / score, 4) as margin,
        terms,
        hits,
    from ranked
    cross join limits
    -- half of the best is enough, also where the eighth digit is rounded off
    where score >= lowest and score >= beside * top_score - 0.000001
)

select * from kept
union all
select
    d.document_id,
    'undetermined' as topic_id,
    0 as score,
    1 as rank,
    case when d.language in (select language from ref.topic_terms where language is not null) then 'none' else 'no_list' end as method,
    null as share,
    null as margin,
    0 as terms,
    0 as hits,
from core.documents as d
where d.document_id in (select document_id from run_documents) and d.document_id not in (select document_id from kept);
