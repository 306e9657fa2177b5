-- One row a pair of names of one kind that share a block, and the rule that found it. The first name of a pair is the one that stands for
-- both: a name of the lists, else the more frequent one.
create or replace temp table run_name_candidates as
-- the words of an organisation without articles, prepositions and legal forms
with bare_words as (
    select
        name_no,
        array_to_string(list_filter(words, lambda w: w not in (
            'de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'the', 'of', 'and', 'et', 'y', 'und', 'e', 'der', 'die', 'das', 'for', 'pour', 'del',
            'della', 'dello', 'di', 'do', 'da', 'dos', 'das', 'el', 'los', 'las', 'van', 'het', 'een', 'en', 'a', 'au', 'aux', 'al',
            'inc', 'ltd', 'corp', 'sa', 'ag', 'gmbh', 'plc', 'llc', 'spa', 'nv', 'bv', 'co'
        )), ' ') as bare,
    from run_compared_names
    where kind = 'organisation'
),

-- each way to find a pair: names that share a block
blocks as materialized (
    select 1 as rank, hash(kind, sound) as block, name_no from run_compared_names where length(sound) >= 6
    union all
    select 2, hash(bare), name_no from bare_words where contains(bare, ' ') or length(bare) >= 6
    union all
    select 4, hash(list_sort(words)), name_no from run_compared_names where kind = 'person'
),

-- nearly all names are alone in theirs
shared as (
    select rank, block from blocks group by rank, block having count(*) > 1
),

-- the most frequent of a block stands against the others
alike as (
    select s.rank, s.name_no as b, first_value(s.name_no) over (
        partition by s.rank, s.block
        order by n.curated_id is null, n.documents desc, n.name_key, n.kind
    ) as a
    from (from blocks semi join shared using (rank, block)) as s
    join run_compared_names as n on n.name_no = s.name_no
),

-- one letter more, less or other: the names agree in the beginning and in the end, so that the letter is within; blocks stay small.
-- Surnames from nine letters on: Thomson and Thompson are two, Netanyahu and Nethanyahu one
edit_blocks as (
    select name_no, kind, name_key, first_word || '|' || left(last_word, 3) || '|' || right(last_word, 1) || word_count as block
    from run_compared_names
    where kind = 'person' and length(last_word) >= 9
    union all
    select name_no, kind, name_key, left(name_key, 7) || '|' || right(name_key, 5) || word_count
    from run_compared_names
    where kind = 'organisation' and length(name_key) >= 14
),

one_letter as (
    select 3 as rank, x.name_no as a, y.name_no as b
    from edit_blocks as x
    join edit_blocks as y on y.kind = x.kind and y.block = x.block and y.name_no > x.name_no
    where abs(length(x.name_key) - length(y.name_key)) <= 1 and levenshtein(x.name_key, y.name_key) = 1
),

-- only looked at, never merged
same_ends as (
    select 5 as rank, x.name_no as a, y.name_no as b
    from run_compared_names as x
    join run_compared_names as y
        on y.kind = 'person' and y.first_word = x.first_word and y.last_word = x.last_word and y.word_count = x.word_count + 1
    where x.kind = 'person' and x.word_count >= 2 and length(x.first_word) > 1
),

near_first_name as (
    select 7 as rank, x.name_no as a, y.name_no as b
    from run_compared_names as x
    join run_compared_names as y
        on y.kind = 'person' and y.last_word = x.last_word and left(y.first_word, 3) = left(x.first_word, 3) and y.name_no > x.name_no
    where x.kind = 'person' and x.word_count = 2 and y.word_count = 2 and length(x.last_word) >= 5
      and levenshtein(x.first_word, y.first_word) = 1
),

initials as (
    select 6 as rank, x.name_no as a, y.name_no as b
    from run_compared_names as x
    join run_compared_names as y
        on y.kind = 'person' and y.last_word = x.last_word and left(y.first_word, 1) = x.first_word and length(y.first_word) > 1
    where x.kind = 'person' and x.word_count = 2 and length(x.first_word) = 1 and y.word_count = 2
),

found as (
    select least(a, b) as x, greatest(a, b) as y, min(rank) as rank
    from (
        select rank, a, b from alike
        union all select rank, a, b from one_letter
        union all select rank, a, b from same_ends
        union all select rank, a, b from initials
        union all select rank, a, b from near_first_name
    )
    where a <> b
    group by x, y
),

sided as (
    select
        f.*,
        (m.curated_id is null, -m.documents, m.name_key, m.kind) < (n.curated_id is null, -n.documents, n.name_key, n.kind) as turned,
    from found as f
    join run_compared_names as n on n.name_no = f.x
    join run_compared_names as m on m.name_no = f.y
)

select
    case when turned then y else x end as a,
    case when turned then x else y end as b,
    case rank
        when 1 then 'spelling'
        when 2 then 'articles'
        when 3 then 'one letter'
        when 4 then 'order of words'
        when 5 then 'middle name'
        when 6 then 'initial'
        when 7 then 'first name'
    end as rule,
from sided;
