-- One row an actor that is paired with others: actors of one document have no company to measure.
create or replace temp table run_pair_actors_before as select actor_no from int.pair_actors where not (select whole from run_counting);

truncate int.pair_actors;
insert into int.pair_actors by name
with counts as (
    select actor_no, count(*) as documents, sum(sentences)::bigint as sentences
    from int.actor_documents
    group by actor_no
    having count(*) >= (select least_documents from run_counting)
)
select a.actor_no, c.actor_id, c.name, c.kind, a.documents, a.sentences
from counts as a
join core.actors as c on c.actor_no = a.actor_no and c.kind <> 'place';
