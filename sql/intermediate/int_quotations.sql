-- One row a quotation of a current document: its speaker and medium as actors, and which copy of it counts.
-- Worked out again are the quotations of documents whose names this run looked at or whose story is another now, and those of other
-- documents with which they are, or were, copies of the same words in one story.
create or replace temp table quotation_documents as
select document_no, int.slice_of(document_no, 100000) as slice
from (
    select document_no from run_changed_documents
    union
    select q.document_no
    from int.quotations as q
    left join core.story_documents as s on s.document_no = q.document_no
    where q.story_id <> coalesce(s.story_id, q.document_id)
);

create or replace temp table quotations_theirs (document_no integer, quotation_no integer, kind varchar, words ubigint, story_id varchar);
set variable slices = (select max(slice) + 1 from quotation_documents);
insert into quotations_theirs by name
select q.document_no, q.quotation_no, q.kind, w.words, coalesce(s.story_id, q.document_id) as story_id
from core.quotations as q
semi join (select document_no from quotation_documents where slice = getvariable('slice')) as d on d.document_no = q.document_no
semi join stg.places as p on p.document_no = q.document_no
join int.quotation_words as w on w.document_no = q.document_no and w.quotation_no = q.quotation_no
left join core.story_documents as s on s.document_no = q.document_no;
reset variable slices;

create or replace temp table quotations_again as
with copied as (
    select story_id, words, kind from quotations_theirs
    union
    select story_id, words, kind from int.quotations where document_no in (select document_no from quotation_documents)
),

again as (
    select document_no, quotation_no, story_id, words from quotations_theirs
    union all
    select q.document_no, q.quotation_no, q.story_id, q.words
    from int.quotations as q
    semi join copied as c on c.story_id = q.story_id and c.words = q.words and c.kind = q.kind
    anti join quotation_documents as d on d.document_no = q.document_no
)

select *, int.slice_of(document_no, 500000) as slice from again;
drop table quotations_theirs;

delete from int.quotations
where document_no in (select document_no from quotation_documents)
   or (document_no, quotation_no) in (select (document_no, quotation_no) from quotations_again);

create or replace temp table quotations_placed (
    row_no bigint, document_id varchar, document_no integer, quotation_no integer, kind varchar, char_start integer, char_end integer,
    speaker_id varchar, speaker_role varchar, medium_id varchar, story_id varchar, published_from date, words ubigint
);
set variable slices = (select max(slice) + 1 from quotations_again);
insert into quotations_placed by name
with again as (
    from quotations_again where slice = getvariable('slice')
),

told_roles as materialized (
    select document_no, mention_no, role
    from core.mentions
    where role is not null and document_no in (select document_no from again)
),

-- of all mentions those that speak, or are said to be something
wanted as (
    select document_no, mention_no from told_roles
    union
    select q.document_no, unnest([q.speaker_mention_no, q.medium_mention_no])
    from core.quotations as q
    semi join again as a on a.document_no = q.document_no
),

links as materialized (
    select l.document_no, l.mention_no, l.actor_id
    from core.mention_actors as l
    semi join wanted as w on w.document_no = l.document_no and w.mention_no = l.mention_no
    where l.document_no in (select document_no from again)  -- so that the others are not compared
),

roles as (
    select l.document_no, l.actor_id, arg_min(m.role, m.mention_no) as role
    from told_roles as m
    join links as l on l.document_no = m.document_no and l.mention_no = m.mention_no
    group by l.document_no, l.actor_id
)

select
    q.rowid as row_no,
    q.document_id,
    q.document_no,
    q.quotation_no,
    q.kind,
    q.char_start,
    q.char_end,
    s.actor_id as speaker_id,
    m.actor_id as medium_id,
    a.story_id,
    d.published_from,
    a.words,
    coalesce(p.role, r.role) as speaker_role,
from again as a
join core.quotations as q on q.document_no = a.document_no and q.quotation_no = a.quotation_no
join core.documents as d on d.document_no = a.document_no
left join links as s on s.document_no = q.document_no and s.mention_no = q.speaker_mention_no
left join links as m on m.document_no = q.document_no and m.mention_no = q.medium_mention_no
left join told_roles as p on p.document_no = q.document_no and p.mention_no = q.speaker_mention_no
left join roles as r on r.document_no = q.document_no and r.actor_id = s.actor_id;
reset variable slices;

insert into int.quotations by name
select
    document_id,
    document_no,
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
from quotations_placed
-- a copy that knows who speaks comes before one that does not
window copies as (
    partition by story_id, words, kind
    order by speaker_id is null, published_from nulls last, document_id, quotation_no
)
order by row_no;  -- rows of a document lie together
drop table quotation_documents;
drop table quotations_again;
drop table quotations_placed;
