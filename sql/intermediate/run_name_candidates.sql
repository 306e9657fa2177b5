-- One row a pair of names of one kind that share a block, and the rule that found it: places of run_name_ranks.
create or replace temp table run_name_candidates as
-- the words of an organisation without articles, prepositions and legal forms
with bare_words as (
    select
        place,
        array_to_string(list_filter(words, lambda w: w not in (
            'de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'the', 'of', 'and', 'et', 'y', 'und', 'e', 'der', 'die', 'das', 'for', 'pour', 'del',
            'della', 'dello', 'di', 'do', 'da', 'dos', 'das', 'el', 'los', 'las', 'van', 'het', 'een', 'en', 'a', 'au', 'aux', 'al',
            'inc', 'ltd', 'corp', 'sa', 'ag', 'gmbh', 'plc', 'llc', 'spa', 'nv', 'bv', 'co'
        )), ' ') as bare,
    from run_name_ranks
    where kind = 'organisation'
),

-- each way to find a pair: names that share a block; the most frequent of a block stands against the others
blocks as (
    select 'spelling' as rule, kind || sound as block, place from run_name_ranks where length(sound) >= 6
    union all
    select 'articles', bare, place from bare_words where contains(bare, ' ') or length(bare) >= 6
    union all
    select 'order of words', array_to_string(list_sort(words), ' '), place from run_name_ranks where kind = 'person'
),

-- nearly all names are alone in theirs
alike as (
    select rule, unnest(places) as b, list_min(places) as a
    from (select rule, list(place) as places from blocks group by rule, block having count(*) > 1)
),

-- one letter more, less or other: the names agree in the beginning and in the end, so that the letter is within; blocks stay small.
-- Surnames from nine letters on: Thomson and Thompson are two, Netanyahu and Nethanyahu one
edit_blocks as (
    select place, kind, name_key, first_word || '|' || left(last_word, 3) || '|' || right(last_word, 1) || word_count as block
    from run_name_ranks
    where kind = 'person' and length(last_word) >= 9
    union all
    select place, kind, name_key, left(name_key, 7) || '|' || right(name_key, 5) || word_count
    from run_name_ranks
    where kind = 'organisation' and length(name_key) >= 14
),

one_letter as (
    select distinct 'one letter' as rule, least(x.place, y.place) as a, greatest(x.place, y.place) as b
    from edit_blocks as x
    join edit_blocks as y on y.kind = x.kind and y.block = x.block and y.place > x.place
    where abs(length(x.name_key) - length(y.name_key)) <= 1 and levenshtein(x.name_key, y.name_key) = 1
),

-- only looked at, never merged
same_ends as (
    select 'middle name' as rule, least(x.place, y.place) as a, greatest(x.place, y.place) as b
    from run_name_ranks as x
    join run_name_ranks as y
        on y.kind = 'person' and y.first_word = x.first_word and y.last_word = x.last_word and y.word_count = x.word_count + 1
    where x.kind = 'person' and x.word_count >= 2 and length(x.first_word) > 1
),

near_first_name as (
    select 'first name' as rule, least(x.place, y.place) as a, greatest(x.place, y.place) as b
    from run_name_ranks as x
    join run_name_ranks as y
        on y.kind = 'person' and y.last_word = x.last_word and left(y.first_word, 3) = left(x.first_word, 3) and y.place > x.place
    where x.kind = 'person' and x.word_count = 2 and y.word_count = 2 and length(x.last_word) >= 5
      and levenshtein(x.first_word, y.first_word) = 1
),

initials as (
    select 'initial' as rule, least(x.place, y.place) as a, greatest(x.place, y.place) as b
    from run_name_ranks as x
    join run_name_ranks as y
        on y.kind = 'person' and y.last_word = x.last_word and left(y.first_word, 1) = x.first_word and length(y.first_word) > 1
    where x.kind = 'person' and x.word_count = 2 and length(x.first_word) = 1 and y.word_count = 2
)

select a, b, min_by(rule, rank) as rule
from (
    select rule, a, b, case rule when 'spelling' then 1 when 'articles' then 2 else 4 end as rank from alike
    union all select *, 3 from one_letter
    union all select *, 5 from same_ends
    union all select *, 6 from initials
    union all select *, 7 from near_first_name
)
where a <> b
group by a, b;
