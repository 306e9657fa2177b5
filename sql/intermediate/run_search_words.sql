-- One row a piece of the texts that came under the index in this run, and a word that it holds.
-- Texts are cut at spaces, which is cheap; what words such a piece holds is found out once for all its places.
create or replace temp table run_search_pieces as
with fresh as (
    select b.document_id, b.block_no
    from int.search_blocks as b
    semi join run_search_blocks as r on r.document_id = b.document_id
),

pieces as (
    -- in two halves, because one thread alone reads a table of up to 122,880 rows
    select unnest(string_split(d.text, ' ')) as piece, f.block_no
    from core.documents as d
    join fresh as f on f.document_id = d.document_id and f.block_no % 2 = 0
    union all
    select unnest(string_split(d.text, ' ')), f.block_no
    from core.documents as d
    join fresh as f on f.document_id = d.document_id and f.block_no % 2 = 1
)

select piece, list(block_no) as blocks
from (select distinct piece, block_no from pieces)
group by piece;

create or replace temp table run_search_words as
select piece, unnest(list_distinct(regexp_extract_all(lower(strip_accents(piece)), '[\p{L}\p{N}]+'))) as word
from run_search_pieces;
