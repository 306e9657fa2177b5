-- severity: error
-- Document and number say the same in every table, and no row is without a number: those of this run's documents are looked at.
with rows_of as (
    select document_no, document_id, 'documents' as what from core.documents
    union all
    select document_no, document_id, 'sentences' as what from core.sentences
    union all
    select document_no, document_id, 'mentions' as what from core.mentions
    union all
    select document_no, document_id, 'mention_actors' as what from core.mention_actors
    union all
    select document_no, document_id, 'topic_hits' as what from core.topic_hits
    union all
    select document_no, document_id, 'dates' as what from core.dates
    union all
    select document_no, document_id, 'quotations' as what from core.quotations
    union all
    select document_no, document_id, 'sketches' as what from core.sketches
    union all
    select document_no, document_id, 'annotations' as what from core.annotations
    union all
    select document_no, document_id, 'document_metadata' as what from core.document_metadata
    union all
    select document_no, document_id, 'language_candidates' as what from core.language_candidates
    union all
    select document_no, document_id, 'story_documents' as what from core.story_documents
)

select what, document_id, document_no from rows_of where document_no is null
union all
select r.what, r.document_id, r.document_no
from rows_of as r
semi join run_documents as n on n.document_no = r.document_no
left join core.documents as d on d.document_no = r.document_no
where d.document_id is distinct from r.document_id
