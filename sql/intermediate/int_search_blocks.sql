-- One row a document that the index of words covers. A small archive is read through faster than its index is made.
create or replace temp table run_search_blocks as
with first_free as (
    select coalesce(max(block_no) + 1, 0) as block_no from int.search_blocks
)

select
    d.document_id,
    -- in the order of loading: their sentences lie together in the file, in one or two units of compression
    (f.block_no + (row_number() over (order by d.rowid) - 1) // 8)::integer as block_no,
from core.documents as d
cross join first_free as f
anti join int.search_blocks as b on b.document_id = d.document_id
where (select count(*) from core.documents) >= coalesce(getvariable('search_index_from'), 20000);  -- the variable is for tests

insert into int.search_blocks by name from run_search_blocks;
