-- One row a quotation by an actor of that name or spelling, newest first; copies in one story once.
create or replace macro quotes_by(name) as table
with wanted as (
    select actor_id from int.actors_named(name)
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
join wanted as w on w.actor_id = q.speaker_id
where q.is_counted
order by q.published_from desc nulls last, q.document_id, q.quotation_no;
comment on macro table quotes_by is 'what an actor said, by any of the actor''s spellings, newest first; copies in one story once';
