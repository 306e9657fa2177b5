-- severity: error
-- The copies of a quotation in one story have exactly one that is counted.
select story_id, kind, words, count(*) filter (where is_counted) as counted
from int.quotations
group by story_id, kind, words
having counted <> 1
