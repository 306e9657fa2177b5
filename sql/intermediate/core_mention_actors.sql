-- One row a mention that is an actor.
-- who they were before, for those who count by differences
create or replace temp table run_mention_actors_before as
with mentions as (
    from run_mentions_before
    union all
    select document_no, mention_no, sentence_no, kind, name_key, surface
    from core.mentions
    where document_no in (select document_no from run_changed_documents)
      and document_no not in (select document_no from run_mentions_before)
)

select a.document_no, a.mention_no, a.actor_id, m.sentence_no, m.kind, m.name_key, m.surface
from core.mention_actors as a
join mentions as m on m.document_no = a.document_no and m.mention_no = a.mention_no
where a.document_no in (select document_no from run_changed_documents) and not (select whole from run_counting);

delete from core.mention_actors where document_no in (select document_no from run_changed_documents);
set variable slices = (select max(slice) + 1 from run_changed_documents);
-- What the names of these documents may stand for, numbered: the reasons are long, and there are ten times more mentions than names.
create or replace temp table run_decisions as
with names as (
    select distinct unnest([entity_key, name_key]) as name_key
    from int.document_names
    where document_no in (select document_no from run_changed_documents where slice = getvariable('slice'))
)
select row_number() over ()::integer as decision_no, document_id, kind, name_key, language, actor_id, rule, reason
from (
    select document_id, kind, name_key, null as language, actor_id, rule, reason
    from int.scoped_names
    where document_id in (select document_id from run_changed_documents where slice = getvariable('slice'))
    union all
    select null, kind, name_key, language, actor_id, rule, reason from int.name_actors
)
where name_key in (select name_key from names);

-- and how the full form of a short one is written
create or replace temp table full_forms as
select k.kind, k.name_key, k.surface
from int.name_keys as k
semi join (
    select kind, entity_key
    from int.document_names
    where name_key <> entity_key and document_no in (select document_no from run_changed_documents where slice = getvariable('slice'))
) as n on n.kind = k.kind and n.entity_key = k.name_key;

insert into core.mention_actors by name
with names as (
    select n.document_id, n.document_no, n.language, n.kind, n.entity_key, n.name_key
    from run_changed_documents as d
    join int.document_names as n on n.document_no = d.document_no
    where d.slice = getvariable('slice')
),

-- the document or its story first, then what people named, then the corpus
chosen as (
    select n.*, coalesce(s.decision_no, u.decision_no, a.decision_no) as decision_no
    from names as n
    left join run_decisions as s on s.document_id = n.document_id and s.kind = n.kind and s.name_key = n.entity_key
    left join run_decisions as u on u.document_id is null and u.kind = n.kind and u.name_key = n.entity_key and u.language = n.language
    left join run_decisions as a on a.document_id is null and a.kind = n.kind and a.name_key = n.entity_key and a.language = ''
),

-- a short form that people took away from its actor stands by itself
taken_away as (
    select distinct c.document_id, c.document_no, c.language, c.kind, c.entity_key, c.name_key, d.actor_id
    from chosen as c
    join run_decisions as d on d.decision_no = c.decision_no
    join int.alias_keys as b
        on b.blocked and b.actor_id = d.actor_id and b.alias_key = c.name_key and (b.language is null or b.language = c.language)
    where c.name_key <> c.entity_key
),

freed as (
    select t.document_no, t.kind, t.entity_key, t.name_key, coalesce(s.decision_no, u.decision_no, a.decision_no) as decision_no
    from taken_away as t
    left join run_decisions as s on s.document_id = t.document_id and s.kind = t.kind and s.name_key = t.name_key
    left join run_decisions as u
        on u.document_id is null and u.kind = t.kind and u.name_key = t.name_key and u.language = t.language and u.actor_id <> t.actor_id
    left join run_decisions as a
        on a.document_id is null and a.kind = t.kind and a.name_key = t.name_key and a.language = '' and a.actor_id <> t.actor_id
),

decided as (
    select document_no, kind, entity_key, name_key, decision_no, false as is_freed
    from chosen
    anti join taken_away using (document_no, kind, entity_key, name_key)
    union all
    select document_no, kind, entity_key, name_key, decision_no, true
    from freed
)

select
    m.document_id,
    m.document_no,
    m.mention_no,
    r.actor_id,
    case when f.name_key <> f.entity_key and not f.is_freed then 'same document' else r.rule end as rule,
    case
        when f.kind = 'country' and m.usage <> 'name' then concat(r.reason, ' (', m.usage, ')')
        when f.is_freed then concat('people took this name away from the actor that it would be; ', r.reason)
        when f.name_key <> f.entity_key
            then concat('stands for “', coalesce(k.surface, f.entity_key), '” in the same document; ', r.reason)
        else r.reason
    end as reason,
from decided as f
join core.mentions as m
    on m.document_no = f.document_no
    and case when m.kind = 'people' then 'country' else m.kind end = f.kind
    and case when m.kind in ('country', 'people') then m.country else m.entity_key end = f.entity_key
    and case when m.kind in ('country', 'people') then m.country else m.name_key end = f.name_key
    and m.confidence >= 0.5
    -- known before the names are compared, of which there are as many as mentions
    and m.document_no in (select document_no from run_changed_documents where slice = getvariable('slice'))
join run_decisions as r on r.decision_no = f.decision_no
left join full_forms as k on k.kind = f.kind and k.name_key = f.entity_key and f.name_key <> f.entity_key
-- rows of a document lie together, which a join that spills undoes: half the room in the file, and fewer places to read
order by m.rowid;
drop table run_decisions;
drop table full_forms;
reset variable slices;
