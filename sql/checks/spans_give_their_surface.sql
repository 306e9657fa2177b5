-- severity: error
-- The span of every mention, date, topic hit and sentence of this run's documents gives just the surface that is stored.
with spans as (
    select document_id, char_start, char_end, surface, 'mention' as what from core.mentions
    union all
    select document_id, char_start, char_end, surface, 'date' from core.dates
    union all
    select document_id, char_start, char_end, surface, 'topic hit' from core.topic_hits
    union all
    select document_id, char_start, char_end, text, 'sentence' from core.sentences
),

-- one pass over each text: spans are looked up in it while it is at hand; a sample of a run's documents bounds the cost
sampled as (
    select document_id from run_documents order by document_id limit 2000
)

select s.what, s.document_id, s.char_start, s.char_end, s.surface
from spans as s
join sampled as r on r.document_id = s.document_id
join core.documents as d on d.document_id = s.document_id
where substr(d.text, s.char_start + 1, s.char_end - s.char_start) <> s.surface
