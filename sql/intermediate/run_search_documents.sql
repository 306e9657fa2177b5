-- One row a document that comes under the index of words. A small archive is read through faster than its index is made.
create or replace temp table run_search_documents as
select document_no, int.slice_of(document_no, 100000) as slice
from core.documents
where document_no > coalesce((select document_no from int.search_reach), 0)
  and (select count(*) from core.documents) >= coalesce(getvariable('search_index_from'), 20000);  -- the variable is for tests
