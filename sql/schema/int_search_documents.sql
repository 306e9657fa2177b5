-- One row a document that may hold all the words: those of the index that hold them, and those beyond its reach.
-- A word that is searched for may be a part of one in the text, so documents are found by the words that contain it.
create or replace macro int.search_documents(words) as table
with parts as (
    select distinct unnest(regexp_extract_all(lower(strip_accents(words)), '[\p{L}\p{N}]+')) as part
),

found as (
    select p.part, w.word_no from parts as p join int.search_words as w on contains(w.word, p.part)
),

-- without a word every document is looked at
reach as (
    select case when (select count(*) from parts) = 0 then 0 else coalesce(max(document_no), 0) end as document_no from int.search_reach
)

select s.document_no
from int.search_postings as s
join found as f on f.word_no = s.word_no
group by s.document_no
having count(distinct f.part) = (select count(*) from parts)
union all
select d.document_no
from core.documents as d
where d.document_no > (select document_no from reach);
