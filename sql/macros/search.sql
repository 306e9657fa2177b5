-- One row a sentence that has all the words, newest first.
create or replace macro search(words) as table
select
    d.published_edtf,
    d.source,
    s.text as sentence,
    d.place,
    s.document_id,
    s.sentence_no,
    s.char_start,
    s.char_end,
from int.search_sentences(words) as s
join stg.current_documents as d on d.document_no = s.document_no
order by d.published_from desc nulls last, s.document_id, s.sentence_no;
comment on macro table search is 'sentences that have all the words given, case and accents aside, newest first';
