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
same_sound as (
    select 'spelling' as rule, arg_min(place, place) over (partition by kind, sound) as a, place as b
    from run_name_ranks
    where length(sound) >= 6
),

same_words as (
    select 'articles' as rule, min(b.place) over (partition by b.bare) as a, b.place as b
    from bare_words as b
    where contains(b.bare, ' ') or length(b.bare) >= 6
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

turned as (
    select 'order of words' as rule, min(place) over (partition by list_sort(words)) as a, place as b
    from run_name_ranks
    where kind = 'person'
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
    select *, 1 as rank from same_sound
    union all select *, 2 from same_words
    union all select *, 3 from one_letter
    union all select *, 4 from turned
    union all select *, 5 from same_ends
    union all select *, 6 from initials
    union all select *, 7 from near_first_name
)
where a <> b
group by a, b;
