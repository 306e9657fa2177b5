-- One row a quotation. Only the documents of this run are worked out.
delete from int.quotation_words where document_no in (select document_no from run_documents);
insert into int.quotation_words by name
select
    q.document_no,
    q.quotation_no,
    md5_number_lower(regexp_replace(lower(q.text), '[^\p{L}\p{N}]+', '', 'g')) as words,
from core.quotations as q
where q.document_no in (select document_no from run_documents);
