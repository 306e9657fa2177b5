-- severity: error
-- Every span of this run's documents is in order and within the document.
with texts as (
    select d.document_no, length(d.text) as char_count
    from core.documents as d
    semi join run_documents as r on r.document_no = d.document_no
),

spans as (
    select document_id, document_no, char_start, char_end, 'mention' as what from core.mentions
    union all
    select document_id, document_no, char_start, char_end, 'date' from core.dates
    union all
    select document_id, document_no, char_start, char_end, 'topic hit' from core.topic_hits
    union all
    select document_id, document_no, char_start, char_end, 'sentence' from core.sentences
    union all
    select document_id, document_no, char_start, char_end, 'quotation' from core.quotations
    union all
    select document_id, document_no, char_start, char_end, 'metadata' from core.document_metadata
)

select s.what, s.document_id, s.char_start, s.char_end
from spans as s
join texts as t on t.document_no = s.document_no
where s.char_start < 0 or s.char_start > s.char_end or s.char_end > t.char_count
