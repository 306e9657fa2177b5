-- One row a language and word or phrase that the newest seven days have more often than the four weeks before.
create or replace view trending_terms as
with settings as (
    select
        7 as days,
        28 as days_before,
        5000 as sample,  -- documents of a period that are read at most; ids are hashes, so their order is a random one
        8 as sentences,  -- of a document: title and what it begins with
        500.0 as prior,  -- weight of the common rate of words, in occurrences, a twentieth of all at most: holds back rare words
        1.96 as significant,
        2.0 as lift,  -- times as large a share of the texts as before
),

dated as (
    select d.document_id, coalesce(s.text_id, d.document_id) as text_id, d.language, d.published_from as day
    from stg.current_documents as d
    left join core.story_documents as s on s.document_id = d.document_id
    where d.date_precision = 'day'
),

newest as (
    select max(day) as day from dated
),

periods as (
    select
        d.*,
        d.day > n.day - s.days as is_now,
        n.day - s.days + 1 as period_from,
        n.day as period_until,
    from dated as d
    cross join newest as n
    cross join settings as s
    where d.day > n.day - s.days - s.days_before
),

sampled as (
    select * from periods
    qualify row_number() over (partition by language, is_now order by document_id) <= (select sample from settings)
),

texts as (
    select
        language,
        any_value(period_from) as period_from,
        any_value(period_until) as period_until,
        count(distinct text_id) filter (where is_now) as now,
        count(distinct text_id) filter (where not is_now) as before,
    from sampled
    group by language
),

-- days and months are always those of the period
calendar as (
    select distinct s.language, unnest(regexp_extract_all(lower(d.surface), '[\p{L}\p{M}]+')) as word
    from core.dates as d
    join sampled as s on s.document_id = d.document_id
),

-- words without elided articles; a row a word with its neighbour
tokens as (
    select
        p.language,
        p.is_now,
        p.text_id,
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
    select distinct language, is_now, text_id, word as term, false as is_phrase from neighbours where length(word) between 3 and 40
    union all
    select distinct language, is_now, text_id, word || ' ' || next_word, true
    from neighbours
    where length(word) between 3 and 40 and length(next_word) between 3 and 40
),

counted as (
    select
        language,
        term,
        is_phrase,
        count(*) filter (where is_now) as now,
        count(*) filter (where not is_now) as before,
    from terms
    group by language, term, is_phrase
),

totals as (
    select *, sum(now) over by_kind as all_now, sum(before) over by_kind as all_before
    from counted
    window by_kind as (partition by language, is_phrase)
),

-- log-odds ratio with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008); the prior is the rate of both together
priors as (
    select *, a0 * (now + before) / (all_now + all_before) as a
    from (
        select t.*, least(s.prior, (all_now + all_before) / 20) as a0, s.significant
        from totals as t
        cross join settings as s
    )
    where all_now > 0 and all_before > 0 and now >= 3
),

scored as (
    select
        *,
        (ln((now + a) / (all_now + a0 - now - a)) - ln((before + a) / (all_before + a0 - before - a)))
        / sqrt(1 / (now + a) + 1 / (before + a)) as z,
    from priors
),

-- of many words some are frequent by chance: what is shown must differ by more than the greatest of as many chance
-- differences would, as a share of the texts (two-proportion test; the expected maximum of n normal variables)
tested as (
    select
        s.*,
        count(*) over (partition by s.language) as words,
        s.now / t.now - s.before / t.before as difference,
        sqrt((s.now + s.before) / (t.now + t.before) * (1 - (s.now + s.before) / (t.now + t.before)) * (1 / t.now + 1 / t.before)) as error,
        s.now / t.now / ((s.before + 0.5) / t.before) as lift,
    from scored as s
    join texts as t on t.language = s.language
),

shown as (
    select c.*
    from tested as c
    cross join settings as s
    where c.z > s.significant
      and c.lift >= s.lift
      and (c.error = 0 or c.difference / c.error > sqrt(2 * ln(c.words)))
      and not exists (
          select 1 from calendar as d where d.language = c.language and d.word in (split_part(c.term, ' ', 1), split_part(c.term, ' ', 2))
      )
)

select
    w.language,
    w.term,
    w.is_phrase,
    round(w.z, 2) as z,
    w.now as texts_now,
    w.before as texts_before,
    p.period_from,
    p.period_until,
    p.now as period_texts,
    p.before as before_texts,
from shown as w
join texts as p on p.language = w.language
-- a word that is nearly always in one phrase is told by the phrase
where w.is_phrase or not exists (
    select 1 from shown as f
    where f.language = w.language and f.is_phrase and f.now >= 0.8 * w.now
        and (starts_with(f.term, w.term || ' ') or ends_with(f.term, ' ' || w.term))
)
order by w.language, z desc, w.term;
comment on view trending_terms is 'what is new, also where no topic is listed for it: words over-represented in the newest week against the four before, by texts, copies counted once; documents of a known day only';
comment on column trending_terms.language is 'language';
comment on column trending_terms.term is 'word or two words, in lower case as they stand';
comment on column trending_terms.is_phrase is 'whether it is two words';
comment on column trending_terms.z is 'log-odds ratio in standard deviations; 2 is notable, 4 strong';
comment on column trending_terms.texts_now is 'texts of the period that have it in their first eight sentences';
comment on column trending_terms.texts_before is 'texts of the four weeks before that do';
comment on column trending_terms.period_from is 'first day of the period';
comment on column trending_terms.period_until is 'last day of the period: the newest day of publication';
comment on column trending_terms.period_texts is 'texts of the period that were read, 5,000 documents at most';
comment on column trending_terms.before_texts is 'texts of the weeks before that were read';
