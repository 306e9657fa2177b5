-- One row a quotation by someone else whose words name an actor of that name or spelling, newest first; copies in one story once.
create or replace macro quotes_about(name) as table
with wanted as (
    select actor_id from int.actors_named(name)
),

named as (
    select distinct n.document_id, n.quotation_no
    from int.quotation_actors as n
    join wanted as w on w.actor_id = n.actor_id
)

select
    q.published_edtf,
    q.speaker,
    q.speaker_role,
    q.kind,
    q.text,
    q.cue,
    q.medium,
    q.about,
    q.copies,
    q.source,
    q.place,
    q.sentence,
    q.document_id,
    q.quotation_no,
    q.char_start,
    q.char_end,
    q.rule,
    q.confidence,
from quotations as q
join named as n on n.document_id = q.document_id and n.quotation_no = q.quotation_no
where q.is_counted
order by q.published_from desc nulls last, q.document_id, q.quotation_no;
comment on macro table quotes_about is 'what others said about an actor, by any of the actor''s spellings, newest first; copies in one story once';
