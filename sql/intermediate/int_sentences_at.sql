-- One row a sentence of the list, a list of (document_no, sentence_no).
-- In two steps, because a join reads every column of a table in full: the numbers of the rows that are wanted come first.
create or replace macro int.sentences_at(places) as table
with listed as materialized (
    select unnest(places, max_depth := 2)
),

sentence_rows as materialized (
    select s.rowid as row_no
    from core.sentences as s
    semi join listed as l on l.document_no = s.document_no and l.sentence_no = s.sentence_no
    where s.document_no in (select document_no from listed)  -- so that the others are not compared
)

select document_no, sentence_no, text
from core.sentences
where rowid in (select row_no from sentence_rows);
comment on macro table int.sentences_at is 'the sentences of a list, fetched by the numbers of their rows';
