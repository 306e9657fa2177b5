-- One row a word and document in which it stands: those of this run are put behind the others, each slice of documents in the order of
-- its words, so that a word is found in few places.
set variable slices = (select max(slice) + 1 from run_search_documents);
create or replace temp view run_search_texts as
select d.text, d.document_no
from core.documents as d
semi join (select document_no from run_search_documents where slice = getvariable('slice')) as r on r.document_no = d.document_no;

-- Texts are cut at spaces, which is cheap; what words such a piece holds is found out once for all its places. Pieces that have one
-- hash share their places: a document more is looked through, and none is missed.
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

-- words that were never met are numbered on
insert into int.search_words by name
with fresh as (
    select distinct word from run_search_words
)

select
    (coalesce((select max(word_no) from int.search_words), 0) + row_number() over (order by f.word))::integer as word_no,
    f.word,
from fresh as f
anti join int.search_words as w on w.word = f.word
order by f.word;

insert into int.search_postings by name
-- words are made distinct by their numbers, not by their letters: there are as many as in all texts
with places as (
    select w.word_no, p.document_no
    from run_search_words as r
    join int.search_words as w on w.word = r.word
    join run_search_pieces as p on p.piece_hash = r.piece_hash
)

select distinct word_no, document_no
from places
order by word_no, document_no;
drop view run_search_texts;
drop table run_search_pieces;
drop table run_search_words;
reset variable slices;

delete from int.search_reach where exists (from run_search_documents);
insert into int.search_reach select max(document_no) from run_search_documents having count(*) > 0;
drop table run_search_documents;
