-- severity: error
-- A current record stands at a file that is loaded, and a loaded file has a current record.
select r.root, r.path
from meta.records as r
left join meta.files as f on f.root = r.root and f.path = r.path
where r.valid_until_run is null and f.status is distinct from 'loaded'
union all
select f.root, f.path
from meta.files as f
left join meta.records as r on r.root = f.root and r.path = f.path and r.valid_until_run is null
where f.status = 'loaded' and r.path is null
