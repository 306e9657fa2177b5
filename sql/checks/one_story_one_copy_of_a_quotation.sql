-- severity: error
-- The copies of a quotation in one story have exactly one that is counted.
select story_id, kind, words, count(*) filter (where is_counted) as counted
from (
    select f.story_id, f.kind, f.is_counted, hash(regexp_replace(lower(q.text), '[^\p{L}\p{N}]+', '', 'g')) as words
    from int.quotations as f
    join core.quotations as q on q.document_id = f.document_id and q.quotation_no = f.quotation_no
)
group by story_id, kind, words
having counted <> 1
