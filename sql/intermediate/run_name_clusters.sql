-- One row a kind and name: the name that stands for its spellings, and the id that comes from the oldest of them.
create or replace temp table run_name_clusters as
with pairs as (
    select * from run_name_pairs where is_merge
),

-- A name with a better partner cannot stand for others: spellings gather around the most frequent one and chains end after one step.
led as (
    select distinct kind, other_key as name_key from pairs
),

joined as (
    select
        p.kind,
        p.other_key as name_key,
        arg_min(p.name_key, (p.curated_id is null, -p.documents, p.name_key)) as root_key,
        arg_min(p.reason, (p.curated_id is null, -p.documents, p.name_key)) as reason,
        arg_min(p.rule, (p.curated_id is null, -p.documents, p.name_key)) as rule,
    from pairs as p
    anti join led as l on l.kind = p.kind and l.name_key = p.name_key
    group by p.kind, p.other_key
    -- between two actors of the lists: neither
    having count(distinct p.curated_id) <= 1
),

-- the few names that are spellings of another, and those others
members as (
    select
        n.kind,
        n.name_key,
        coalesce(j.root_key, n.name_key) as root_key,
        r.curated_id,
        j.rule,
        j.reason,
        r.name as root_name,
        coalesce(f.run_id, '~') as first_run,  -- names only in the lists come last
    from (select kind, name_key from joined union select kind, root_key from joined) as n
    left join joined as j on j.kind = n.kind and j.name_key = n.name_key
    join run_name_nodes as r on r.kind = n.kind and r.name_key = coalesce(j.root_key, n.name_key)
    left join int.first_seen as f on f.kind = n.kind and f.name_key = n.name_key
),

-- the id of a discovered actor comes from the name of it that was seen first
identified as materialized (
    select
        *,
        coalesce(
            curated_id,
            kind || ':' || left(md5(kind || '|' || arg_min(name_key, (first_run, name_key)) over (partition by kind, root_key)), 12)
        ) as actor_id,
    from members
),

named as (
    select
        n.kind,
        n.name_key,
        n.name,
        n.documents,
        n.words,
        n.gender,
        n.one_word,
        coalesce(i.root_key, n.name_key) as root_key,
        kind || ':' || left(md5(kind || '|' || name_key), 12) as own_id,
        coalesce(i.actor_id, n.curated_id, own_id) as actor_id,
        case when i.actor_id is null then n.curated_id else i.curated_id end as curated_id,
        i.rule,
        i.reason,
        coalesce(i.root_name, n.name) as root_name,
    from run_name_nodes as n
    left join identified as i using (kind, name_key)
)

select
    i.kind,
    i.name_key,
    i.name,
    i.documents,
    i.words,
    i.gender,
    i.one_word,
    case when b.actor_id is null then i.root_key else i.name_key end as root_key,
    case when b.actor_id is null then i.actor_id else i.own_id end as actor_id,
    case when b.actor_id is null then i.curated_id end as curated_id,
    case when b.actor_id is null then i.rule end as rule,
    case when b.actor_id is null then i.reason else 'people keep this spelling apart from ' || i.root_name end as reason,
    case when b.actor_id is null then i.root_name else i.name end as root_name,
    b.actor_id is not null as is_blocked,
from named as i
left join (select distinct actor_id, alias_key from int.alias_keys where blocked) as b
    on b.actor_id = i.actor_id and b.alias_key = i.name_key;
