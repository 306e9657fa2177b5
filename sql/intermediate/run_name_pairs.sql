-- One row a pair of names of one kind that look like spellings of one name: merge or not, and why.
create or replace temp table run_name_pairs as
with initials as (
    select c.a, c.b, length(x.first_word) = 1 as is_first, count(*) over (partition by case when length(x.first_word) = 1 then c.a else c.b end) as bearers
    from run_name_candidates as c
    join run_compared_names as x on x.name_no = c.a
    where c.rule = 'initial'
),

-- the full name stands for its initials, whichever is more frequent
sided as (
    select
        case when i.is_first then c.b else c.a end as a,
        case when i.is_first then c.a else c.b end as b,
        c.rule,
        i.bearers,
    from run_name_candidates as c
    left join initials as i on i.a = c.a and i.b = c.b
),

compared as (
    select
        a.kind,
        a.name_key,
        b.name_key as other_key,
        a.name,
        b.name as other_name,
        a.documents,
        b.documents as other_documents,
        a.curated_id,
        b.curated_id as other_curated_id,
        f.rule,
        f.bearers,
        jaro_winkler_similarity(a.name_key, b.name_key) as similarity,
        a.gender,
        b.gender as other_gender,
        len(a.titles) > 0 and len(b.titles) > 0 and not list_has_any(a.titles, b.titles) as titles_differ,
        regexp_extract_all(a.name_key, '\d+') <> regexp_extract_all(b.name_key, '\d+')
        -- Elizabeth I and II, George V and George W
        or (f.rule <> 'articles' and a.last_word <> b.last_word and least(length(a.last_word), length(b.last_word)) <= 2) as numbers_differ,
        int.sound_key(a.first_word) <> int.sound_key(b.first_word) and a.kind = 'person' as first_names_differ,
    from sided as f
    join run_compared_names as a on a.name_no = f.a
    join run_compared_names as b on b.name_no = f.b
    where a.kind = b.kind and (a.curated_id is null or b.curated_id is null)
),

-- The thresholds, from the spellings of seeds/actor_aliases.csv (Latin letters, several words; tests/warehouse/test_actors.py holds them):
-- of 99 pairs of spellings of one person that sound the same 96 reach 0.88, and no pair of two persons sounds the same at all;
-- of 111 pairs that differ in one letter 95 reach 0.94, and with them the four pairs of two persons (Mohammed V and VI, George W. and
-- H. W. Bush) that the rule on numbers and initials keeps apart. Between two persons 0.99 occurs: likeness alone merges nothing.
judged as (
    select
        *,
        case
            when gender <> other_gender and gender <> 'mixed' and other_gender <> 'mixed'
                then 'one is a woman, the other a man, by titles, roles or first names'
            when titles_differ then 'different ranks or offices before the names'
            when numbers_differ then 'different numbers or initials at the end of the names'
            when rule = 'order of words' then 'the same words in another order: a surname may be a first name'
            when rule = 'middle name' then 'one has a further name: two bearers of first name and surname are common'
            when rule = 'initial' and bearers > 1 then 'an initial that fits several persons of this surname'
            -- measured on 2,255 articles: of a hundred such pairs with one bearer one was wrong, and it was a famous one
            when rule = 'initial' then 'the only full name with this initial, but the bearer may be someone who is never named in full'
            when rule = 'first name' then 'first names that differ in a letter are often two names (Mario, Maria)'
            when first_names_differ and rule <> 'spelling' then 'different first names'
            when rule <> 'articles' and similarity < 0.88 then 'the spellings are too far apart'
            -- Telegraph and Telegraaf
            when rule = 'spelling' and not contains(name_key, ' ') and similarity < 0.95 then 'the spellings are too far apart for a single word'
            when rule = 'one letter' and similarity < 0.94 then 'one letter is much in names this short'
        end as apart,
    from compared
)

select
    kind, name_key, other_key, name, other_name, documents, other_documents, curated_id, other_curated_id, rule, similarity,
    apart is null as is_merge,
    coalesce(apart, case rule
        when 'spelling' then 'the same letters but for accents, hyphens, doubled letters and transliteration'
        when 'articles' then 'the same words but for articles, prepositions and legal form'
        when 'one letter' then 'one letter of a long name differs, the first name and both ends agree'
    end) as reason,
from judged;
