-- One row a mention of the actors of that name, spelling or id, newest first: the rows and columns of actor_evidence.
-- Written out in steps, because a join reads every column of a table in full: first the numbers of the rows that are wanted are
-- found in two narrow columns, then those rows are fetched.
create or replace macro evidence_for_actor(spelling) as table
with links as materialized (
    select a.actor_id, a.document_id, a.mention_no, a.rule, a.reason, c.name, c.kind
    from core.mention_actors as a
    join core.actors as c on c.actor_id = a.actor_id
    where a.actor_id in (select actor_id from int.actors_named(spelling))
),

mention_rows as materialized (
    select m.rowid as row_no
    from core.mentions as m
    semi join links as l on l.document_id = m.document_id and l.mention_no = m.mention_no
),

mentions as materialized (
    select document_id, mention_no, sentence_no, surface, usage, title, role, confidence, char_start, char_end
    from core.mentions
    where rowid in (select row_no from mention_rows)
),

sentences as materialized (
    select document_id, sentence_no, text
    from int.sentences_at((select list({document_id: document_id, sentence_no: sentence_no}) from mentions))
),

documents as materialized (
    select d.document_id, d.published_edtf, d.published_from, d.source, d.language, d.place, t.story_id
    from stg.current_documents as d
    left join core.story_documents as t on t.document_id = d.document_id
    where d.document_id in (select document_id from links)
)

select
    l.actor_id,
    l.name,
    l.kind,
    d.published_edtf,
    d.source,
    d.language,
    m.surface,
    m.usage,
    m.title,
    m.role,
    s.text as sentence,
    l.rule,
    l.reason,
    m.confidence,
    d.place,
    m.document_id,
    m.mention_no,
    m.sentence_no,
    m.char_start,
    m.char_end,
    d.published_from,
    d.story_id,
from links as l
join mentions as m on m.document_id = l.document_id and m.mention_no = l.mention_no
join documents as d on d.document_id = l.document_id
left join sentences as s on s.document_id = m.document_id and s.sentence_no = m.sentence_no
order by d.published_from desc nulls last, m.document_id, m.mention_no;
comment on macro table evidence_for_actor is 'the sentences that speak of an actor, by any of its spellings or its id, newest first';
