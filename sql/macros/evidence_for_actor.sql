-- One row a mention of the actors of that name, spelling or id, newest first: the rows and columns of actor_evidence.
-- Written out in steps by the numbers of documents: in each table only the places are looked at where their rows can lie, and what is
-- long, as text is, is fetched by the number of its row.
create or replace macro evidence_for_actor(spelling) as table
with named as materialized (
    select actor_id, actor_no, name, kind from core.actors where actor_id in (select actor_id from int.actors_named(spelling))
),

numbers as materialized (
    select distinct document_no from int.actor_documents where actor_no in (select actor_no from named)
),

links as materialized (
    select a.actor_id, a.document_no, a.mention_no, a.rule, a.reason
    from core.mention_actors as a
    where a.document_no in (select document_no from numbers) and a.actor_id in (select actor_id from named)
),

mention_rows as materialized (
    select m.rowid as row_no
    from core.mentions as m
    semi join links as l on l.document_no = m.document_no and l.mention_no = m.mention_no
    where m.document_no in (select document_no from numbers)  -- so that the others are not compared
),

mentions as materialized (
    select document_id, document_no, mention_no, sentence_no, surface, usage, title, role, confidence, char_start, char_end
    from core.mentions
    where rowid in (select row_no from mention_rows)
),

sentences as materialized (
    select document_no, sentence_no, text
    from int.sentences_at((select list({document_no: document_no, sentence_no: sentence_no}) from mentions))
),

documents as materialized (
    select document_no, published_edtf, published_from, source, language, place
    from stg.current_documents
    where document_no in (select document_no from numbers)
),

stories as materialized (
    select document_no, story_id from core.story_documents where document_no in (select document_no from numbers)
)

select
    l.actor_id,
    n.name,
    n.kind,
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
    t.story_id,
    m.document_no,
from links as l
join named as n on n.actor_id = l.actor_id
join mentions as m on m.document_no = l.document_no and m.mention_no = l.mention_no
join documents as d on d.document_no = l.document_no
left join sentences as s on s.document_no = m.document_no and s.sentence_no = m.sentence_no
left join stories as t on t.document_no = l.document_no
order by d.published_from desc nulls last, m.document_id, m.mention_no;
comment on macro table evidence_for_actor is 'the sentences that speak of an actor, by any of its spellings or its id, newest first';
