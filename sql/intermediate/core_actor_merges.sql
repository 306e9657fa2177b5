-- One row a pair of names looked at in doubt, with the verdict.
truncate core.actor_merges;
insert into core.actor_merges by name
with pairs as (
    -- spellings: merged when the pair passes and both ended in one actor
    select
        p.kind, p.name_key, p.other_key, p.name, p.other_name,
        case when a.actor_id = b.actor_id then 'merged' else 'apart' end as verdict,
        p.rule,
        round(p.similarity, 4) as similarity,
        case
            when a.actor_id = b.actor_id and not p.is_merge then 'people, or a third spelling, hold them together; alone: ' || p.reason
            when a.actor_id <> b.actor_id and b.is_blocked then b.reason
            when a.actor_id <> b.actor_id and p.is_merge then 'each passes with a third spelling, or two listed actors claim it; chains are not followed'
            else p.reason
        end as reason,
        p.documents,
        p.other_documents,
    from run_name_pairs as p
    join run_name_clusters as a on a.kind = p.kind and a.name_key = p.name_key
    join run_name_clusters as b on b.kind = p.kind and b.name_key = p.other_key
    where p.other_documents > 0
    union all
    -- surnames that stand alone
    select
        'person', int.name_key(b.bearer), b.name_key, b.bearer, b.name,
        case when b.verdict = 'only bearer' then 'merged' else 'apart' end,
        'surname',
        null,
        case b.verdict
            when 'only bearer' then 'the only full name in the corpus that ends so'
            when 'too rare' then 'the full name stands in too few documents to be sure that the bare name means this person'
            when 'first name' then 'the bare name is also a first name'
            when 'shared' then concat('one of ', b.bearers, ' persons whose full name ends so')
        end,
        coalesce(s.documents, 0),
        b.documents,
    from run_bare_names as b
    left join run_surnames as s on s.surname_key = b.name_key and s.actor_id = b.actor_id
    where b.bearers > 0
    union all
    -- acronyms that stand alone
    select
        'organisation', int.name_key(a.expansion), a.name_key, a.expansion, n.name,
        case when a.verdict = 'one expansion' then 'merged' else 'apart' end,
        'acronym',
        null,
        case a.verdict
            when 'one expansion' then 'seen with this expansion and no other'
            when 'too rare' then 'seen once with this expansion, whose words do not give the letters'
            else concat('one of ', a.meanings, ' expansions')
        end,
        a.documents,
        n.documents,
    from run_acronyms as a
    join run_name_nodes as n on n.kind = 'organisation' and n.name_key = a.name_key
)

select p.*, a.actor_id, b.actor_id as other_id
from pairs as p
left join run_name_clusters as a on a.kind = p.kind and a.name_key = p.name_key
left join run_name_clusters as b on b.kind = p.kind and b.name_key = p.other_key;
