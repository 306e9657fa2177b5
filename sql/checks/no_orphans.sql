-- severity: error
-- Every row read from a text belongs to a document, every mention and hit to a sentence; looked at are the documents of this run,
-- because no other row came or went.
with orphans as (
    select document_id from run_documents as r anti join core.documents as d using (document_id)
)

select 'mentions' as what, document_id from core.mentions where document_id in (select document_id from orphans)
union all
select 'sentences', document_id from core.sentences where document_id in (select document_id from orphans)
union all
select 'dates', document_id from core.dates where document_id in (select document_id from orphans)
union all
select 'topic_hits', document_id from core.topic_hits where document_id in (select document_id from orphans)
union all
select 'quotations', document_id from core.quotations where document_id in (select document_id from orphans)
union all
select 'mention_actors', document_id from core.mention_actors where document_id in (select document_id from orphans)
union all
select 'records', document_id from meta.records where document_id not in (select document_id from core.documents)
union all
select 'sentence of a mention', m.document_id
from core.mentions as m
semi join run_documents as r on r.document_no = m.document_no
anti join core.sentences as s on s.document_no = m.document_no and s.sentence_no = m.sentence_no
