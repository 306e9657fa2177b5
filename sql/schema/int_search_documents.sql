-- One row a document that may hold all the words: those of the blocks that hold them, and those that no index covers.
-- A word that is searched for may be a part of one in the text, so blocks are found by the words that contain it.
create or replace macro int.search_documents(words) as table
with parts as (
    select distinct unnest(regexp_extract_all(lower(strip_accents(words)), '[\p{L}\p{N}]+')) as part
),

found as (
    select p.part, w.word_no from parts as p join int.search_words as w on contains(w.word, p.part)
),

blocks as (
    select s.block_no
    from int.search_places as s
    join found as f on f.word_no = s.word_no
    group by s.block_no
    having count(distinct f.part) = (select count(*) from parts)
)

select b.document_id
from int.search_blocks as b
where b.block_no in (select block_no from blocks) or (select count(*) from parts) = 0
union all
select d.document_id
from core.documents as d
where d.document_id not in (select document_id from int.search_blocks);
