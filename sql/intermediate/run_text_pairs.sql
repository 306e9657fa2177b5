-- One row a pair of current documents, one of them of this run, whose texts may be copies of each other.
-- Documents meet where they share one of their smallest shingles. In such a bucket each is compared with the first and
-- with the one before it, not all with all: a wire story in a thousand copies makes a few thousand pairs.
-- Of both sketches only the part below the smaller of their last hashes is a sample of both texts. There `shared` over
-- the smaller count estimates how much of the shorter text stands in the longer one.

-- documents have other numbers here, in the order of their ids: whom a document meets does not depend on when it was loaded
create or replace temp table text_sketches as
select
    row_number() over (order by s.document_id)::integer as document_no,
    s.document_id,
    s.document_no as loaded_no,
    r.document_id is not null as is_new,
    s.shingle_count,
    -- a sketch that holds all shingles of its text is no sample: it reaches as far as the other
    case when s.shingle_count > 64 then coalesce(s.shingles[-1], s.bands[-1]) else 2147483647 end as reach,
from core.sketches as s
semi join stg.places as c on c.document_no = s.document_no
left join run_documents as r on r.document_no = s.document_no
where s.shingle_count > 0;

create or replace temp table text_candidates as
with bands as (
    select t.document_no, t.is_new, unnest(s.bands) as band
    from text_sketches as t
    join core.sketches as s on s.document_no = t.loaded_no
),
buckets as (
    select b.band, b.document_no,
    from bands as b
    semi join (select band from bands where is_new) as t on t.band = b.band
),
neighbours as (
    select
        document_no,
        first_value(document_no) over ordered as first_no,
        lag(document_no, 1) over ordered as before_no,
    from buckets
    window ordered as (partition by band order by document_no)
),
meetings as (
    select first_no as left_no, document_no as right_no from neighbours where first_no < document_no
    union all
    -- the second of a bucket has the first before it
    select before_no, document_no from neighbours where before_no > first_no
),
met as (
    select left_no, right_no, count(*) as bands from meetings group by left_no, right_no
)
select m.left_no, m.right_no,
from met as m
join text_sketches as a on a.document_no = m.left_no
join text_sketches as b on b.document_no = m.right_no
where (a.is_new or b.is_new)
  -- of copies half the bands are common; one alone is mostly a phrase, and comparing sketches is what costs
  and (m.bands >= 2 or least(a.shingle_count, b.shingle_count) <= 32);

-- A place is a document and the number of a shingle in one: so is looked up in one step whether the other document holds it.
create or replace temp table text_places as
with shingles as (
    select t.document_no, unnest(s.bands || s.shingles) as shingle
    from text_sketches as t
    semi join (select left_no as document_no from text_candidates union select right_no from text_candidates) as c
        on c.document_no = t.document_no
    join core.sketches as s on s.document_no = t.loaded_no
),
numbers as (
    select shingle, (row_number() over ())::integer as shingle_no from shingles group by shingle having count(*) >= 2
)
select s.document_no, n.shingle_no, s.document_no::bigint << 32 | n.shingle_no as place,
from shingles as s
join numbers as n on n.shingle = s.shingle;

create or replace temp table run_text_pairs as
-- what both hold is below both their last hashes, so below the reach
with held_by_both as (
    select c.left_no, c.right_no, count(*) as shared,
    from text_candidates as c
    join text_places as a on a.document_no = c.left_no
    join (select place from text_places) as b on b.place = c.right_no::bigint << 32 | a.shingle_no
    group by c.left_no, c.right_no
),
counts as (
    select
        a.document_id as left_id,
        b.document_id as right_id,
        h.shared,
        case
            when a.reach <= b.reach then len(l.bands) + len(l.shingles)
            else len(list_filter(l.bands || l.shingles, lambda x: x <= b.reach))
        end as left_count,
        case
            when b.reach <= a.reach then len(r.bands) + len(r.shingles)
            else len(list_filter(r.bands || r.shingles, lambda x: x <= a.reach))
        end as right_count,
    from held_by_both as h
    join text_sketches as a on a.document_no = h.left_no
    join text_sketches as b on b.document_no = h.right_no
    join core.sketches as l on l.document_no = a.loaded_no
    join core.sketches as r on r.document_no = b.loaded_no
)
select
    left_id,
    right_id,
    shared,
    shared / least(left_count, right_count) as containment,
    shared / (left_count + right_count - shared) as jaccard,
from counts
where left_count > 0
  and right_count > 0
  -- fewer than six common hashes are a common phrase, unless that is all there is
  and (shared >= 6 or shared = greatest(left_count, right_count));
drop table text_sketches;
drop table text_candidates;
drop table text_places;
