-- severity: error
-- files seen = loaded + duplicates + rejected + unchanged, in every run.
select run_id, files_seen, documents_loaded, files_duplicate, files_rejected, files_unchanged
from meta.runs
where files_seen <> documents_loaded + files_duplicate + files_rejected + files_unchanged
