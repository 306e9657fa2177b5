-- One row a word and block of documents that came under the index in this run.
create or replace temp table run_search_words as
with fresh as (
    select b.document_id, b.block_no
    from int.search_blocks as b
    semi join run_search_blocks as r on r.document_id = b.document_id
),

-- texts are cut at spaces, which is cheap; what words such a piece holds is found out once for all its places
pieces as materialized (
    select distinct unnest(list_distinct(string_split(d.text, ' '))) as piece, f.block_no
    from core.documents as d
    join fresh as f on f.document_id = d.document_id
),

words as (
    select piece, unnest(list_distinct(regexp_extract_all(lower(strip_accents(piece)), '[\p{L}\p{N}]+'))) as word
    from (select distinct piece from pieces)
)

select distinct w.word, p.block_no
from pieces as p
join words as w on w.piece = p.piece;
