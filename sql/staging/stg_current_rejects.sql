-- One row a record that cannot be loaded as its file stands now.
create or replace view stg.current_rejects as
select
    r.root,
    r.path,
    r.record_no,
    r.root || '/' || r.path as place,
    r.stage,
    r.reason,
    r.detail,
    r.run_id,
from meta.rejects as r
join meta.files as f
    on f.root = r.root and f.path = r.path and f.status = 'rejected'
qualify row_number() over (partition by r.root, r.path, r.record_no order by r.run_id desc) = 1;
comment on view stg.current_rejects is 'records that could not be loaded, as their files stand now; older rejects stay in meta.rejects';
comment on column stg.current_rejects.root is 'label of the raw folder';
comment on column stg.current_rejects.path is 'path below the folder';
comment on column stg.current_rejects.record_no is 'number of the record in the file';
comment on column stg.current_rejects.place is 'root and path';
comment on column stg.current_rejects.stage is 'step that refused it';
comment on column stg.current_rejects.reason is 'fixed code to group by';
comment on column stg.current_rejects.detail is 'what is wrong with this one and what to do';
comment on column stg.current_rejects.run_id is 'run that refused it';
