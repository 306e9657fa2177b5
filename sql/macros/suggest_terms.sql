-- One row a word or phrase that the documents of a topic have more often than others and that its list lacks, best first.
create or replace macro suggest_terms(topic, in_language) as table
with settings as (
    select
        3000 as sample,  -- documents of either side that are read at most; ids are hashes, so their order is a random one
        10 as sentences,  -- of a document
        500.0 as prior,  -- occurrences, and a twentieth of all at most: see trending_terms
        1.96 as significant,
        3.0 as lift,  -- times as large a share of the topic's documents as of the others: a word of the language has 1
        0.04 as common,  -- share of the other documents: a word that more of them have says little alone
),

sided as (
    select
        d.document_id,
        d.language,
        d.document_id in (
            select document_id from core.document_topics where topic_id = topic and rank = 1
            union all
            select document_id from core.document_subtopics where topic_id = topic
        ) as has_topic,
    from stg.current_documents as d
    where d.language = in_language
),

sampled as (
    select * from sided
    qualify row_number() over (partition by has_topic order by document_id) <= (select sample from settings)
),

sides as (
    select count(*) filter (where has_topic) as inside, count(*) filter (where not has_topic) as outside from sampled
),

tokens as (
    select
        p.has_topic,
        s.document_id,
        s.sentence_no,
        unnest(regexp_extract_all(lower(s.text), '[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*')) as word,
        generate_subscripts(regexp_extract_all(lower(s.text), '[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*'), 1) as word_no,
    from sampled as p
    join core.sentences as s on s.document_id = p.document_id
    where s.sentence_no < (select sentences from settings)
),

neighbours as (
    select *, lead(word) over (partition by document_id, sentence_no order by word_no) as next_word from tokens
),

terms as (
    select distinct has_topic, document_id, word as term, false as is_phrase from neighbours where length(word) between 4 and 40
    union all
    select distinct has_topic, document_id, word || ' ' || next_word, true
    from neighbours
    where length(word) between 4 and 40 and length(next_word) between 4 and 40
),

counted as (
    select
        term,
        is_phrase,
        count(*) filter (where has_topic) as inside,
        count(*) filter (where not has_topic) as outside,
        min(document_id) filter (where has_topic) as example_id,
    from terms
    group by term, is_phrase
),

totals as (
    select *, sum(inside) over by_kind as all_inside, sum(outside) over by_kind as all_outside
    from counted
    window by_kind as (partition by is_phrase)
),

scored as (
    select
        t.*,
        (
            ln((inside + a) / (all_inside + a0 - inside - a)) - ln((outside + a) / (all_outside + a0 - outside - a))
        ) / sqrt(1 / (inside + a) + 1 / (outside + a)) as z,
    from (
        select *, a0 * (inside + outside) / (all_inside + all_outside) as a
        from (select totals.*, least(settings.prior, (all_inside + all_outside) / 20) as a0 from totals cross join settings)
        where all_inside > 0 and all_outside > 0 and inside >= 3
    ) as t
),

known as (
    select lower(term) as term from int.topic_terms where language = in_language and (topic_id = topic or top_id = topic)
    union
    select lower(h.surface) from core.topic_hits as h
    join int.topic_terms as t on t.term_id = h.term_id and (t.topic_id = topic or t.top_id = topic)
    where h.document_id in (select document_id from sampled)
)

select
    c.term,
    round(c.z, 2) as z,
    c.inside as documents,
    c.outside as documents_elsewhere,
    c.is_phrase,
    (
        select s.text from core.sentences as s
        where s.document_id = c.example_id and contains(lower(s.text), c.term)
        order by s.sentence_no
        limit 1
    ) as example,
from scored as c
cross join sides as s
cross join settings as l
where c.z > l.significant
  and c.inside / s.inside >= l.lift * c.outside / s.outside
  and c.outside <= greatest(l.common * s.outside, 2)
  and c.term not in (select term from known)
order by c.z desc, c.term;
comment on macro table suggest_terms is 'words that documents of a topic have more often than others and that its list lacks, for an editor to accept: suggest_terms(''medtop:15000000'', ''fr'')';
