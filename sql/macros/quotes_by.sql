-- One row a quotation by an actor of that name or spelling, newest first; copies in one story once.
create or replace macro quotes_by(name) as table
with wanted as (
    select actor_id from int.actors_named(name)
),

picked as (
    select list({document_no: q.document_no, quotation_no: q.quotation_no}) as quotations
    from int.quotations as q
    where q.is_counted and q.speaker_id in (select actor_id from wanted)
)

select * exclude (published_from, document_no)
from int.quotations_told((select quotations from picked))
order by published_from desc nulls last, document_id, quotation_no;
comment on macro table quotes_by is 'what an actor said, by any of the actor''s spellings, newest first; copies in one story once';
