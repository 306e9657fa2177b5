-- One row a term, language and topic, with what one occurrence of it is worth.
create or replace table int.topic_terms as
with recursive above as (
    select topic_id, topic_id as top_id, parent_id, weight from ref.topics
    union all
    -- the weight of a topic counts for all below it
    select a.topic_id, p.topic_id, p.parent_id, a.weight * p.weight
    from above as a
    join ref.topics as p on p.topic_id = a.parent_id
)

select
    -- the name that the reader of texts gives it: newsetl.text.terms.term_id
    substr(sha256(coalesce(t.language, '') || '|' || t.topic_id || '|' || t.term), 1, 12) as term_id,
    t.term,
    t.language,
    t.topic_id,
    a.top_id,
    t.weight as listed_weight,
    -- weights 1 to 4 of the list stand for how much rarer outside its topic a word is: growing faster than the number;
    -- a phrase says more than a word of the same weight
    round(pow(t.weight, 1.5) * a.weight * case when contains(t.term, ' ') then 1.3 else 1 end, 4) as value,
from ref.topic_terms as t
join above as a on a.topic_id = t.topic_id and a.parent_id is null;
comment on table int.topic_terms is 'terms with the top-level topic that gathers them and what they are worth';
comment on column int.topic_terms.term_id is 'first 12 hex digits of the SHA-256 of language|topic_id|term';
comment on column int.topic_terms.term is 'word or phrase';
comment on column int.topic_terms.language is 'language; NULL for all';
comment on column int.topic_terms.topic_id is 'topic that it tells';
comment on column int.topic_terms.top_id is 'top-level topic above that one, or itself';
comment on column int.topic_terms.listed_weight is 'weight in ref.topic_terms';
comment on column int.topic_terms.value is 'worth of one occurrence far down in a text';
