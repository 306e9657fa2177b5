-- One row a quotation by someone else whose words name an actor of that name or spelling, newest first; copies in one story once.
create or replace macro quotes_about(name) as table
with wanted as (
    select actor_id from int.actors_named(name)
),

named as (
    select n.document_no, n.quotation_no from int.quotation_actors as n where n.actor_id in (select actor_id from wanted)
),

picked as (
    select list({document_no: q.document_no, quotation_no: q.quotation_no}) as quotations
    from int.quotations as q
    semi join named as n on n.document_no = q.document_no and n.quotation_no = q.quotation_no
    where q.is_counted
)

select * exclude (published_from, document_no)
from int.quotations_told((select quotations from picked))
order by published_from desc nulls last, document_id, quotation_no;
comment on macro table quotes_about is 'what others said about an actor, by any of the actor''s spellings, newest first; copies in one story once';
