-- severity: error
-- Speaker and medium of a quotation of this run are mentions of its document, and its words lie in its span.
select 'speaker' as problem, q.document_id, q.quotation_no
from core.quotations as q
join run_documents as r on r.document_no = q.document_no
anti join core.mentions as m on m.document_no = q.document_no and m.mention_no = q.speaker_mention_no
where q.speaker_mention_no is not null
union all
select 'medium', q.document_id, q.quotation_no
from core.quotations as q
join run_documents as r on r.document_no = q.document_no
anti join core.mentions as m on m.document_no = q.document_no and m.mention_no = q.medium_mention_no
where q.medium_mention_no is not null
union all
select 'words', q.document_id, q.quotation_no
from core.quotations as q
join run_documents as r on r.document_no = q.document_no
where length(q.text) = 0 or q.char_end <= q.char_start or (length(q.text) > q.char_end - q.char_start)
