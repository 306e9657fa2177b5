-- One row a word of the texts: those that this run brought are numbered on.
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
