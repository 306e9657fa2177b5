-- One row a current document: its story, and how it stands to the document that represents it.
-- Only stories that this run touches are put together again. A document that was not read keeps its place; one of this
-- run goes where its pairs lead. Groups are what hangs together by such links.
--   text:  at least half of the shorter text stands in the longer one, and that is a fifth of both: a short text that
--          stands in many longer ones does not tie these together
--   event: a score of 0.55, or of 0.48 with the document that is most alike (so that stories do not grow into sagas
--          link by link: what is only somewhat alike joins in one place); 0.62 where nothing says that both are of the
--          same days

create or replace temp table story_current as
select
    d.document_id,
    d.document_no,
    d.published_until,
    case when d.published_until - d.published_from <= 3 then d.published_from end as day,
    d.char_count,
    s.content_hash,
from core.documents as d
semi join stg.places as r on r.document_no = d.document_no
left join core.sketches as s on s.document_no = d.document_no;

create or replace temp table story_links as
with event_links as (
    select left_id, right_id, score from run_event_pairs where score >= case when same_days then 0.48 else 0.62 end
),
ends as (
    select unnest([left_id, right_id]) as document_id, left_id, right_id, score from event_links
),
-- for a document of an earlier run only what is more alike than what it was linked by then; a copy is most alike
best as (
    select e.document_id, e.left_id, e.right_id
    from ends as e
    left join run_documents as r on r.document_id = e.document_id
    left join core.story_documents as s on s.document_id = e.document_id and r.document_id is null
    where s.linked_by is null or (s.linked_by = 'event' and e.score > s.similarity)
    qualify row_number() over (partition by e.document_id order by e.score desc, e.left_id, e.right_id) = 1
)
select left_id, right_id, containment as similarity, 'text' as linked_by from run_text_pairs where containment >= 0.5 and jaccard >= 0.2
union all
select left_id, right_id, score as similarity, 'event' as linked_by
from event_links as e
where score >= 0.55
   or (left_id, right_id) in (select (left_id, right_id) from best);

-- documents whose story may change: those of this run, those they link to, and all who share a story with either
create or replace temp table story_affected as
with directly as (
    select document_id from run_documents
    union
    select unnest([left_id, right_id]) from story_links
),
stories as (
    select distinct s.story_id
    from core.story_documents as s semi join directly as d on d.document_id = s.document_id
),
everyone as (
    select document_id from directly
    union
    select s.document_id from core.story_documents as s semi join stories as t on t.story_id = s.story_id
)
select
    e.document_id,
    -- where it stood; a document of this run is free to go elsewhere
    s.story_id as old_story_id,
    case when r.document_id is null then s.story_id end as kept_story_id,
    case when r.document_id is null then s.text_id end as kept_text_id,
    s.similarity,
    s.linked_to,
    s.linked_by,
from everyone as e
left join run_documents as r on r.document_id = e.document_id
left join core.story_documents as s on s.document_id = e.document_id;

-- what hangs together by any link
create or replace temp table story_chains as
with recursive edges as (
    select left_id as one, right_id as other from story_links
    union
    select document_id, '=' || kept_story_id from story_affected where kept_story_id is not null
),
both_ways as (
    select one, other from edges union select other, one from edges
),
reach(node, root) using key (node) as (
    select distinct one as node, one as root from both_ways
    union
    select e.other as node, min(r.root) as root
    from reach as r
    join both_ways as e on e.one = r.node
    join recurring.reach as k on k.node = e.other
    group by e.other, k.root
    -- not a condition of the join: all nodes with a smaller root might be paired first
    having min(r.root) < k.root
)
select r.node as document_id, (c.day - min(c.day) over (partition by r.root)) // 7 as week,
from reach as r
join story_current as c on c.document_id = r.node;

-- a saga of months is many events: a chain is cut every seven days from its first, copies of one text excepted
create or replace temp table story_members as
with recursive documents as (
    select document_id from story_affected semi join story_current as c on c.document_id = story_affected.document_id
),
-- two graphs in one: nodes of texts are marked t, of stories s
edges as (
    select 't' || left_id as one, 't' || right_id as other from story_links where linked_by = 'text'
    union
    select 't' || document_id, 't=' || kept_text_id from story_affected where kept_text_id is not null
    union
    select 's' || l.left_id, 's' || l.right_id
    from story_links as l
    join story_chains as a on a.document_id = l.left_id
    join story_chains as b on b.document_id = l.right_id
    where l.linked_by = 'text' or a.week is null or b.week is null or a.week = b.week
    union
    select 's' || document_id, 's=' || kept_story_id from story_affected where kept_story_id is not null
),
both_ways as (
    select one, other from edges union select other, one from edges
),
nodes as (
    select one as node from both_ways
    union select 't' || document_id from documents
    union select 's' || document_id from documents
),
reach(node, root) using key (node) as (
    select node, node as root from nodes
    union
    select e.other as node, min(r.root) as root
    from reach as r
    join both_ways as e on e.one = r.node
    join recurring.reach as k on k.node = e.other
    group by e.other, k.root
    -- not a condition of the join: all nodes with a smaller root might be paired first
    having min(r.root) < k.root
)
select
    d.document_id,
    t.root as text_root,
    s.root as story_root,
from documents as d
join reach as t on t.node = 't' || d.document_id
join reach as s on s.node = 's' || d.document_id;

-- the earliest member names the story; a name once given stays with the part that holds the member it came from, or,
-- if that document is gone, with the part that holds most of its members
create or replace temp table story_names as
with old_names as (
    select a.old_story_id as story_id, m.story_root, count(*) as members, bool_or(m.document_id = a.old_story_id) as holds_namesake,
    from story_members as m
    join story_affected as a on a.document_id = m.document_id
    where a.old_story_id is not null
    group by a.old_story_id, m.story_root
    qualify row_number() over (partition by a.old_story_id order by holds_namesake desc, members desc, m.story_root) = 1
),
kept as (
    select o.story_root, o.story_id,
    from old_names as o
    left join story_current as c on c.document_id = o.story_id
    qualify row_number() over (partition by o.story_root order by c.published_until nulls last, o.members desc, o.story_id) = 1
),
fresh as (
    select m.story_root, m.document_id as story_id,
    from story_members as m
    join story_current as c on c.document_id = m.document_id
    qualify row_number() over (partition by m.story_root order by c.published_until nulls last, m.document_id) = 1
),
elsewhere as (
    select distinct s.story_id
    from core.story_documents as s
    anti join story_affected as a on a.document_id = s.document_id
)
select
    f.story_root,
    -- a name may be in use by a story that its document has left
    coalesce(k.story_id, case when e.story_id is null then f.story_id else f.story_id || '+' end) as story_id,
from fresh as f
left join kept as k on k.story_root = f.story_root
left join elsewhere as e on e.story_id = f.story_id;

-- where they stood before, for those who count by differences
create or replace temp table run_story_documents_before as
select document_no, story_id
from core.story_documents
where document_id in (select document_id from story_affected)
   or document_id not in (select document_id from story_current);

delete from core.story_documents
where document_id in (select document_id from story_affected)
   or document_id not in (select document_id from story_current);

insert into core.story_documents by name
with ends as (
    select unnest([left_id, right_id]) as document_id, unnest([right_id, left_id]) as linked_to, similarity, linked_by from story_links
),
links as (
    select document_id, linked_to, similarity, linked_by
    from (
        from ends
        union all
        -- a document that was not read keeps its link where this run found no closer one
        select document_id, linked_to, similarity, linked_by from story_affected where kept_story_id is not null and linked_by is not null
    )
    qualify row_number() over (partition by document_id order by linked_by desc, similarity desc, linked_to) = 1
),
members as (
    select
        m.document_id,
        c.document_no,
        n.story_id,
        m.text_root,
        c.content_hash,
        min(m.document_id) over (partition by m.text_root) as text_id,
        first_value(m.document_id) over (
            partition by n.story_id order by c.published_until nulls last, c.char_count desc, m.document_id
        ) as representative_id,
        l.similarity,
        l.linked_to,
        l.linked_by,
    from story_members as m
    join story_names as n on n.story_root = m.story_root
    join story_current as c on c.document_id = m.document_id
    join story_affected as a on a.document_id = m.document_id
    left join links as l on l.document_id = m.document_id
),
related as (
    select
        m.*,
        m.document_id = m.representative_id as is_representative,
        case
            when m.content_hash = r.content_hash or m.document_id = r.document_id then 1
            when m.text_root = r.text_root then 2
            else 3
        end as distance,
    from members as m
    join members as r on r.document_id = m.representative_id
)
select
    document_id,
    document_no,
    story_id,
    -- the one that stands for the story carries what the story is: the loosest relation in it
    case case when is_representative then max(distance) over (partition by story_id) else distance end
        when 1 then 'identical'
        when 2 then 'near_duplicate'
        else 'same_story'
    end as relation,
    is_representative,
    text_id,
    similarity,
    linked_to,
    linked_by,
from related
order by story_id, document_id;

-- stories that this run made, changed or ended
create or replace temp table run_stories as
select old_story_id as story_id from story_affected where old_story_id is not null
union
select s.story_id from core.story_documents as s semi join story_affected as a on a.document_id = s.document_id;
drop table story_current;
drop table story_links;
drop table story_affected;
drop table story_chains;
drop table story_members;
drop table story_names;
