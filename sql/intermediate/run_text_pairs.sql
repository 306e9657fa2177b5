-- One row a pair of current documents, one of them of this run, whose texts may be copies of each other.
-- Documents meet where they share one of their smallest shingles. In such a bucket each is compared with the first and
-- with the one before it, not all with all: a wire story in a thousand copies makes a few thousand pairs.
-- Of both sketches only the part below the smaller of their last hashes is a sample of both texts. There `shared` over
-- the smaller count estimates how much of the shorter text stands in the longer one.
create or replace temp table run_text_pairs as
with current_documents as (
    select distinct document_id from meta.records where valid_until_run is null
),
sketches as (
    select s.document_id, s.shingle_count, s.bands, s.bands || s.shingles as sketch,
    from core.sketches as s
    semi join current_documents as c on c.document_id = s.document_id
    where s.shingle_count > 0
),
touched as (
    select distinct unnest(s.bands) as band,
    from sketches as s semi join run_documents as r on r.document_id = s.document_id
),
buckets as (
    select b.band, b.document_id,
    from (select document_id, unnest(bands) as band from sketches) as b
    semi join touched as t on t.band = b.band
),
neighbours as (
    select
        band,
        document_id,
        first_value(document_id) over w as first_id,
        lag(document_id, 1) over w as before_id,
    from buckets
    window w as (partition by band order by document_id)
),
meetings as (
    select distinct band, unnest([first_id, before_id]) as left_id, document_id as right_id,
    from neighbours
),
wanted as (
    select left_id, right_id, count(*) as bands,
    from meetings
    where left_id < right_id
      and (left_id in (select document_id from run_documents) or right_id in (select document_id from run_documents))
    group by left_id, right_id
),
samples as (
    select
        w.left_id,
        w.right_id,
        -- a sketch that holds all shingles of its text is no sample: it reaches as far as the other
        least(
            case when a.shingle_count > 64 then a.sketch[-1] else 9223372036854775807 end,
            case when b.shingle_count > 64 then b.sketch[-1] else 9223372036854775807 end
        ) as reach,
        a.sketch as left_sketch,
        b.sketch as right_sketch,
    from wanted as w
    join sketches as a on a.document_id = w.left_id
    join sketches as b on b.document_id = w.right_id
    -- of copies half the bands are common; one alone is mostly a phrase, and comparing sketches is what costs
    where w.bands >= 2 or least(a.shingle_count, b.shingle_count) <= 32
),
counts as (
    select
        left_id,
        right_id,
        len(list_filter(left_sketch, lambda x: x <= reach)) as left_count,
        len(list_filter(right_sketch, lambda x: x <= reach)) as right_count,
        -- what both hold is below both their last hashes, so below the reach
        len(left_sketch) + len(right_sketch) - list_unique(left_sketch || right_sketch) as shared,
    from samples
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
