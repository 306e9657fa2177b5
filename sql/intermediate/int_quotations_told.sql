-- One row a quotation of the list, a list of (document_no, quotation_no): what the macros of quotations show of it.
-- In steps, because a join reads every column of a table in full: the numbers of the rows that are wanted come first.
create or replace macro int.quotations_told(wanted) as table
with listed as materialized (
    select unnest(wanted, max_depth := 2)
),

quotation_rows as materialized (
    select q.rowid as row_no
    from core.quotations as q
    semi join listed as l on l.document_no = q.document_no and l.quotation_no = q.quotation_no
    where q.document_no in (select document_no from listed)  -- here and below: so that the others are not compared
),

said as materialized (
    select document_id, document_no, quotation_no, sentence_no, char_start, char_end, text, kind, cue, speaker_surface, medium_mention_no, rule, confidence
    from core.quotations
    where rowid in (select row_no from quotation_rows)
),

sentences as materialized (
    select document_no, sentence_no, text
    from int.sentences_at((select list({document_no: document_no, sentence_no: sentence_no}) from said))
),

told as materialized (
    select f.document_no, f.quotation_no, f.speaker_role, f.copies, a.name as speaker, b.name as medium
    from int.quotations as f
    semi join listed as l on l.document_no = f.document_no and l.quotation_no = f.quotation_no
    left join core.actors as a on a.actor_id = f.speaker_id
    left join core.actors as b on b.actor_id = f.medium_id
    where f.document_no in (select document_no from listed)
),

mediums as materialized (
    select m.document_no, m.mention_no, m.surface
    from core.mentions as m
    semi join said as q on q.document_no = m.document_no and q.medium_mention_no = m.mention_no
    where m.document_no in (select document_no from listed)
),

named as materialized (
    select n.document_no, n.quotation_no, list(a.name order by n.mention_no) as names
    from int.quotation_actors as n
    semi join listed as l on l.document_no = n.document_no and l.quotation_no = n.quotation_no
    join core.actors as a on a.actor_id = n.actor_id
    where n.document_no in (select document_no from listed)
    group by n.document_no, n.quotation_no
),

documents as materialized (
    select document_no, published_edtf, published_from, source, place
    from stg.current_documents
    where document_no in (select document_no from listed)
)

select
    d.published_edtf,
    coalesce(t.speaker, q.speaker_surface) as speaker,
    t.speaker_role,
    q.kind,
    q.text,
    q.cue,
    coalesce(t.medium, w.surface) as medium,
    coalesce(n.names, []) as about,
    t.copies,
    d.source,
    d.place,
    s.text as sentence,
    q.document_id,
    q.quotation_no,
    q.char_start,
    q.char_end,
    q.rule,
    q.confidence,
    d.published_from,
    q.document_no,
from said as q
join told as t on t.document_no = q.document_no and t.quotation_no = q.quotation_no
join documents as d on d.document_no = q.document_no
left join sentences as s on s.document_no = q.document_no and s.sentence_no = q.sentence_no
left join mediums as w on w.document_no = q.document_no and w.mention_no = q.medium_mention_no
left join named as n on n.document_no = q.document_no and n.quotation_no = q.quotation_no;
comment on macro table int.quotations_told is 'the quotations of a list, with who spoke, to whom, about whom, and where it stands';
