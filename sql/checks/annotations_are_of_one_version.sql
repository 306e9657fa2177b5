-- severity: warn
-- No reader failed on a text that had to be read again: every reading of a step in a language is of one version.
with versions as (
    select a.step, d.language, a.version, count(*) as documents
    from core.annotations as a
    join core.documents as d on d.document_id = a.document_id
    group by a.step, d.language, a.version
)

select step, language, list(version) as versions, min(documents) as documents_of_an_older_one
from versions
group by step, language
having count(*) > 1
