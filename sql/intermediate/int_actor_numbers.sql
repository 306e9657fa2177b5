-- One row an actor. Those that come with the documents that this run looked at get the next numbers.
insert into int.actor_numbers by name
select
    actor_id,
    ((select coalesce(max(actor_no), 0) from int.actor_numbers) + row_number() over (order by actor_id))::integer as actor_no,
from (select distinct actor_id from core.mention_actors where document_no in (select document_no from run_changed_documents))
where actor_id not in (select actor_id from int.actor_numbers);
