-- One row a pair of names of one kind that share a block, and the rule that found it. The first name of a pair is the one that stands for
-- both: a name of the lists, else the more frequent one.
-- Pairs are kept from run to run. Looked for again are those of the names that this run counted, or that people gave or took away, and
-- of the names that share a block with them: who stands for the block may be another now.
create or replace temp table name_blocks as
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
)

select 1 as rank, hash(1, kind, sound) as block, name_no from run_compared_names where length(sound) >= 6
union all
select 2, hash(2, bare), name_no from bare_words where contains(bare, ' ') or length(bare) >= 6
union all
select 4, hash(4, list_sort(words)), name_no from run_compared_names where kind = 'person';

create or replace temp table touched_names as
select name_key from run_counted_names
union
select alias_key
from (
    (select actor_id, kind, alias_key, language, blocked from int.alias_keys except from run_alias_keys_before)
    union all
    (from run_alias_keys_before except select actor_id, kind, alias_key, language, blocked from int.alias_keys)
);

create or replace temp table near_names as
with touched as (
    select name_no from run_compared_names where name_key in (select name_key from touched_names)
)

select name_no from touched
union
select b.name_no
from name_blocks as b
semi join (select block from name_blocks semi join touched using (name_no)) as t on t.block = b.block
union
-- of a name that is gone from its block only its pairs tell who was there with it
select n.name_no
from run_compared_names as n
semi join (
    select kind, other_key as name_key from int.name_candidates where name_key in (select name_key from touched_names)
    union all
    select kind, name_key from int.name_candidates where other_key in (select name_key from touched_names)
) as p on p.kind = n.kind and p.name_key = n.name_key
union
select name_no from run_compared_names where (select is_whole from run_extent);

create or replace temp table found_pairs as
with near_blocks as materialized (
    select b.rank, b.block, b.name_no
    from name_blocks as b
    semi join (select block from name_blocks semi join near_names using (name_no)) as n on n.block = b.block
),

-- nearly all names are alone in theirs
shared as (
    select block from near_blocks group by block having count(*) > 1
),

-- the most frequent of a block stands against the others
alike as (
    select s.rank, s.name_no as b, first_value(s.name_no) over (
        partition by s.block
        order by n.curated_id is null, n.documents desc, n.name_key, n.kind
    ) as a
    from (from near_blocks semi join shared using (block)) as s
    join run_compared_names as n on n.name_no = s.name_no
),

near as (
    from run_compared_names semi join near_names using (name_no)
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
    from (from edit_blocks semi join near_names using (name_no)) as x
    join edit_blocks as y on y.kind = x.kind and y.block = x.block and y.name_no <> x.name_no
    where abs(length(x.name_key) - length(y.name_key)) <= 1 and levenshtein(x.name_key, y.name_key) = 1
),

-- only looked at, never merged
same_ends as (
    select 5 as rank, x.name_no as a, y.name_no as b
    from near as x
    join run_compared_names as y on y.kind = 'person' and y.first_word = x.first_word and y.last_word = x.last_word
    where x.kind = 'person' and least(x.word_count, y.word_count) >= 2 and abs(x.word_count - y.word_count) = 1 and length(x.first_word) > 1
),

near_first_name as (
    select 7 as rank, x.name_no as a, y.name_no as b
    from near as x
    join run_compared_names as y
        on y.kind = 'person' and y.last_word = x.last_word and left(y.first_word, 3) = left(x.first_word, 3) and y.name_no <> x.name_no
    where x.kind = 'person' and x.word_count = 2 and y.word_count = 2 and length(x.last_word) >= 5
      and levenshtein(x.first_word, y.first_word) = 1
),

with_initials as (
    from run_compared_names where kind = 'person' and word_count = 2 and length(first_word) = 1
),

initials as (
    select 6 as rank, x.name_no as a, y.name_no as b
    from (from with_initials semi join near_names using (name_no)) as x
    join run_compared_names as y on y.kind = 'person' and y.last_word = x.last_word and left(y.first_word, 1) = x.first_word
    where y.word_count = 2 and length(y.first_word) > 1
    union all
    select 6, x.name_no, y.name_no
    from with_initials as x
    join near as y on y.kind = 'person' and y.last_word = x.last_word and left(y.first_word, 1) = x.first_word
    where y.word_count = 2 and length(y.first_word) > 1
)

select least(a, b) as x, greatest(a, b) as y, min(rank) as rank
from (
    select rank, a, b from alike
    union all select rank, a, b from one_letter
    union all select rank, a, b from same_ends
    union all select rank, a, b from initials
    union all select rank, a, b from near_first_name
)
where a <> b and (a in (select name_no from near_names) or b in (select name_no from near_names))
group by x, y;

delete from int.name_candidates where (select is_whole from run_extent);
create or replace temp table near_keys as
select kind, name_key from run_compared_names semi join near_names using (name_no) where not (select is_whole from run_extent);
delete from int.name_candidates
where name_key in (select name_key from touched_names)
   or other_key in (select name_key from touched_names)
   or (kind, name_key) in (select (kind, name_key) from near_keys)
   or (kind, other_key) in (select (kind, name_key) from near_keys);
insert into int.name_candidates by name
select n.kind, least(n.name_key, m.name_key) as name_key, greatest(n.name_key, m.name_key) as other_key, f.rank
from found_pairs as f
join run_compared_names as n on n.name_no = f.x
join run_compared_names as m on m.name_no = f.y;
drop table name_blocks;
drop table touched_names;
drop table near_names;
drop table near_keys;
drop table found_pairs;

create or replace temp table run_name_candidates as
with sided as (
    select
        n.name_no as x,
        m.name_no as y,
        f.rank,
        (m.curated_id is null, -m.documents, m.name_key, m.kind) < (n.curated_id is null, -n.documents, n.name_key, n.kind) as turned,
    from int.name_candidates as f
    join run_compared_names as n on n.kind = f.kind and n.name_key = f.name_key
    join run_compared_names as m on m.kind = f.kind and m.name_key = f.other_key
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
