-- One row a quotation of a current document: its speaker and medium as actors, and which copy of it counts.
create or replace table int.quotations as
with roles as (
    select l.document_id, l.actor_id, arg_min(m.role, m.mention_no) as role
    from core.mentions as m
    join core.mention_actors as l on l.document_id = m.document_id and l.mention_no = m.mention_no
    where m.role is not null
    group by l.document_id, l.actor_id
),

placed as (
    select
        q.document_id,
        q.quotation_no,
        q.kind,
        q.char_start,
        q.char_end,
        s.actor_id as speaker_id,
        m.actor_id as medium_id,
        coalesce(t.story_id, q.document_id) as story_id,
        d.published_from,
        w.words,
        coalesce(p.role, r.role) as speaker_role,
    from core.quotations as q
    join int.quotation_words as w on w.document_id = q.document_id and w.quotation_no = q.quotation_no
    join stg.current_documents as d on d.document_id = q.document_id
    left join core.mention_actors as s on s.document_id = q.document_id and s.mention_no = q.speaker_mention_no
    left join core.mention_actors as m on m.document_id = q.document_id and m.mention_no = q.medium_mention_no
    left join core.story_documents as t on t.document_id = q.document_id
    left join core.mentions as p on p.document_id = q.document_id and p.mention_no = q.speaker_mention_no
    left join roles as r on r.document_id = q.document_id and r.actor_id = s.actor_id
)

select
    document_id,
    quotation_no,
    kind,
    char_start,
    char_end,
    speaker_id,
    speaker_role,
    medium_id,
    story_id,
    words,
    row_number() over copies = 1 as is_counted,
    count(*) over (partition by story_id, words, kind) as copies,
from placed
-- a copy that knows who speaks comes before one that does not
window copies as (
    partition by story_id, words, kind
    order by speaker_id is null, published_from nulls last, document_id, quotation_no
);
comment on table int.quotations is 'quotations of current documents with speaker and medium as actors; is_counted marks one copy a story';
comment on column int.quotations.document_id is 'document';
comment on column int.quotations.quotation_no is 'quotation in core.quotations';
comment on column int.quotations.kind is 'direct or indirect';
comment on column int.quotations.char_start is 'first code point of the quotation';
comment on column int.quotations.char_end is 'after its last code point';
comment on column int.quotations.speaker_id is 'actor who speaks; NULL where the speaker is no known actor';
comment on column int.quotations.speaker_role is 'role or function that the document gives the speaker';
comment on column int.quotations.words is 'the words as one number, from int.quotation_words';
comment on column int.quotations.medium_id is 'actor that reports it; NULL where none is named';
comment on column int.quotations.story_id is 'story of the document';
comment on column int.quotations.is_counted is 'true for one copy a story, false for the copies of syndicated text';
comment on column int.quotations.copies is 'copies of these words in the story, this one included';
