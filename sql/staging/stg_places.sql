-- One row a document that a current record holds. Only the documents of this run are looked up again.
delete from stg.places where document_id in (select document_id from run_documents);
insert into stg.places by name
select
    document_id,
    min(root || '/' || path) as place,
    regexp_replace(min(root || '/' || path), '/[^/]*$', '') as folder,
    count(*) as files,
from meta.records
where valid_until_run is null and document_id in (select document_id from run_documents)
group by document_id;
