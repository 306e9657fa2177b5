-- severity: error
-- A current record stands at a file that is loaded, a loaded file has a current record, and stg.places holds their documents.
select r.root, r.path
from meta.records as r
left join meta.files as f on f.root = r.root and f.path = r.path
where r.valid_until_run is null and f.status is distinct from 'loaded'
union all
select f.root, f.path
from meta.files as f
left join meta.records as r on r.root = f.root and r.path = f.path and r.valid_until_run is null
where f.status = 'loaded' and r.path is null
union all
select 'stg.places', document_id
from (
    (select document_id from stg.places except select document_id from meta.records where valid_until_run is null)
    union all
    (select document_id from meta.records where valid_until_run is null except select document_id from stg.places)
)
