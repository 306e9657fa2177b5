-- One row a document that a current record holds. Only the documents of this run are looked up again.
create or replace temp table run_places_before as select document_no from stg.places where document_no in (select document_no from run_documents);

delete from stg.places where document_no in (select document_no from run_documents);
insert into stg.places by name
select
    d.document_id,
    d.document_no,
    min(r.root || '/' || r.path) as place,
    regexp_replace(min(r.root || '/' || r.path), '/[^/]*$', '') as folder,
    count(*) as files,
from meta.records as r
join run_documents as d on d.document_id = r.document_id
where r.valid_until_run is null
group by d.document_id, d.document_no
order by d.document_no;
