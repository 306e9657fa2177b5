-- One row a piece of the texts that came under the index in this run, by its hash, and a word that it holds.
-- Texts are cut at spaces, which is cheap; what words such a piece holds is found out once for all its places. Pieces that have one
-- hash share their places: a document more is looked through, and none is missed.
create or replace temp view run_search_texts as
select d.text, d.document_no
from core.documents as d
semi join run_search_documents as r on r.document_no = d.document_no;

create or replace temp table run_search_pieces as
select distinct hash(piece) as piece_hash, document_no
from (
    -- in two halves, because one thread alone reads a table of up to 122,880 rows
    select unnest(string_split(text, ' ')) as piece, document_no from run_search_texts where document_no % 2 = 0
    union all
    select unnest(string_split(text, ' ')), document_no from run_search_texts where document_no % 2 = 1
);

create or replace temp table run_search_words as
with pieces as (
    select unnest(string_split(text, ' ')) as piece from run_search_texts where document_no % 2 = 0
    union
    select unnest(string_split(text, ' ')) from run_search_texts where document_no % 2 = 1
)

select hash(piece) as piece_hash, unnest(list_distinct(regexp_extract_all(lower(strip_accents(piece)), '[\p{L}\p{N}]+'))) as word
from pieces;
drop view run_search_texts;
