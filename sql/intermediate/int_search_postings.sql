-- One row a word and document in which it stands: those of this run are put behind the others, in the order of words.
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
drop table run_search_pieces;
drop table run_search_words;

delete from int.search_reach where exists (from run_search_documents);
insert into int.search_reach select max(document_no) from run_search_documents having count(*) > 0;
drop table run_search_documents;
