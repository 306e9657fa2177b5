-- One row a quotation and an actor that its words name, the speaker left out. Only the documents whose names this run looked at.
delete from int.quotation_actors where document_no in (select document_no from run_changed_documents);
insert into int.quotation_actors by name
select
    q.document_id,
    q.document_no,
    q.quotation_no,
    l.actor_id,
    min(m.mention_no) as mention_no,
    count(*) as mentions,
from int.quotations as q
semi join run_changed_documents as r on r.document_no = q.document_no
join core.mentions as m on m.document_no = q.document_no and m.char_start >= q.char_start and m.char_end <= q.char_end
join core.mention_actors as l on l.document_no = m.document_no and l.mention_no = m.mention_no
where l.actor_id is distinct from q.speaker_id
  -- known before they are joined
  and m.document_no in (select document_no from run_changed_documents)
  and l.document_no in (select document_no from run_changed_documents)
group by q.document_id, q.document_no, q.quotation_no, l.actor_id
order by min(m.rowid);  -- rows of a document lie together
