-- One row: whether this run counts everything again, or only what its documents change.
-- Differences are taken of what stood before; where they are many, as after a change of the lists or of this SQL, counting is quicker.
create or replace temp table run_counting as
select
    d.documents,
    -- in a large archive the rare actors would make most of the pairs and none of the sense
    greatest(2, d.documents // 50000) as least_documents,
    2 * c.documents > d.documents
    -- everything counts for other actors now
    or t.least_documents is distinct from greatest(2, d.documents // 50000) as whole,
from (select count(*) as documents from stg.places) as d
cross join (select count(*) as documents from run_changed_documents) as c
left join int.pair_totals as t on true;
