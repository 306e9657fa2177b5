-- severity: warn
-- The file holds at least nine tenths of the documents of the last publication.
with now as (
    select count(*) as documents from stg.current_documents
),

before as (
    select documents, run_id from meta.published order by run_id desc limit 1
)

select before.run_id as last_run, before.documents as documents_then, now.documents as documents_now
from now, before
where now.documents < 0.9 * before.documents
