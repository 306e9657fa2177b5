-- One row a quotation and an actor that its words name, the speaker left out.
create or replace table int.quotation_actors as
select
    q.document_id,
    q.quotation_no,
    l.actor_id,
    min(m.mention_no) as mention_no,
    count(*) as mentions,
from int.quotations as q
join core.mentions as m on m.document_id = q.document_id and m.char_start >= q.char_start and m.char_end <= q.char_end
join core.mention_actors as l on l.document_id = m.document_id and l.mention_no = m.mention_no
where l.actor_id is distinct from q.speaker_id
group by q.document_id, q.quotation_no, l.actor_id;
comment on table int.quotation_actors is 'actors named in the words of a quotation by someone else';
comment on column int.quotation_actors.document_id is 'document';
comment on column int.quotation_actors.quotation_no is 'quotation';
comment on column int.quotation_actors.actor_id is 'actor spoken about';
comment on column int.quotation_actors.mention_no is 'first mention of it in the quotation';
comment on column int.quotation_actors.mentions is 'mentions of it in the quotation';
