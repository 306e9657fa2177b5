-- One row a word and block in which it stands: those of this run are put behind the others, in the order of words.
insert into int.search_places by name
select w.word_no, r.block_no
from run_search_words as r
join int.search_words as w on w.word = r.word
order by w.word_no, r.block_no;
