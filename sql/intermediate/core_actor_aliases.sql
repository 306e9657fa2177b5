-- One row an actor and spelling: those of the lists and those that current documents use. Only those of this run's spellings are told anew.
create or replace temp table run_aliases (actor_id varchar, actor_no integer, alias_key varchar);
insert into run_aliases by name
select n.actor_id, n.actor_no, r.alias_key
from (select distinct actor_no, alias_key from run_spellings) as r
join int.actor_numbers as n on n.actor_no = r.actor_no;

-- of the lists all that are and were; they are few, and an actor of a list may be one that the last run did not know
insert into run_aliases by name
select k.actor_id, n.actor_no, k.alias_key
from (
    select actor_id, alias_key from int.alias_keys
    union
    select actor_id, alias_key from core.actor_aliases where origin = 'curated'
) as k
left join int.actor_numbers as n on n.actor_id = k.actor_id
anti join run_aliases as r on r.actor_id = k.actor_id and r.alias_key = k.alias_key;

delete from core.actor_aliases where (select whole from run_counting);
delete from core.actor_aliases as a using run_aliases as r where r.actor_id = a.actor_id and r.alias_key = a.alias_key;
insert into core.actor_aliases by name
-- spellings that differ in case, accents or marks only are one alias, shown as most documents write it
with spelled as (
    select
        s.actor_no,
        s.alias_key,
        arg_max(s.surface, (s.documents, s.surface)) as alias,
        -- a document with two spellings counts twice here: an upper bound, exact where it matters, in the evidence
        sum(s.documents)::bigint as documents,
    from int.actor_spellings as s
    semi join run_aliases as r on r.actor_no = s.actor_no and r.alias_key = s.alias_key
    group by s.actor_no, s.alias_key
),

listed as (
    select
        actor_id,
        alias_key,
        min(alias) as alias,
        case when bool_and(blocked) then 'blocked' else 'active' end as status,
    from int.alias_keys
    group by actor_id, alias_key
)

select
    r.actor_id,
    coalesce(s.alias, l.alias) as alias,
    r.alias_key,
    case when l.actor_id is not null then 'curated' else 'discovered' end as origin,
    coalesce(l.status, 'active') as status,
    coalesce(s.documents, 0) as documents,
from run_aliases as r
left join spelled as s on s.actor_no = r.actor_no and s.alias_key = r.alias_key
left join listed as l on l.actor_id = r.actor_id and l.alias_key = r.alias_key
where (s.actor_no is not null or l.actor_id is not null) and r.actor_id in (select actor_id from core.actors);
drop table run_aliases;
