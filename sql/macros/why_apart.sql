-- One row a pair of actors that the two names stand for, and a reason why they are two; or the news that they are one.
create or replace macro why_apart(one, other) as table
with named as (
    select 1 as side, actor_id from int.actors_named(one)
    union
    select 2, actor_id from int.actors_named(other)
),

pairs as (
    select x.actor_id as a, y.actor_id as b
    from named as x
    join named as y on x.side = 1 and y.side = 2
),

reasons as (
    select p.a, p.b, 'merged' as rule, 'both names stand for this one actor; see why_merged' as reason
    from pairs as p
    where p.a = p.b
    union all
    select distinct p.a, p.b, 'blocked', concat('people took “', k.alias, '” away from ', c.name)
    from pairs as p
    join core.actor_aliases as k
        on k.status = 'blocked'
        and ((k.actor_id = p.a and k.alias_key in (select alias_key from core.actor_aliases where actor_id = p.b union select int.name_key(other)))
            or (k.actor_id = p.b and k.alias_key in (select alias_key from core.actor_aliases where actor_id = p.a union select int.name_key(one))))
    join core.actors as c on c.actor_id = k.actor_id
    where p.a <> p.b
    union all
    select distinct p.a, p.b, m.rule, concat('“', m.name, '” and “', m.other_name, '”: ', m.reason)
    from pairs as p
    join core.actor_aliases as x on x.actor_id = p.a
    join core.actor_aliases as y on y.actor_id = p.b
    join core.actor_merges as m
        on m.verdict = 'apart'
        and ((m.name_key = x.alias_key and m.other_key = y.alias_key) or (m.name_key = y.alias_key and m.other_key = x.alias_key))
    where p.a <> p.b
    union all
    select p.a, p.b, 'kind', concat(x.kind, ' and ', y.kind)
    from pairs as p
    join core.actors as x on x.actor_id = p.a
    join core.actors as y on y.actor_id = p.b
    where x.kind <> y.kind
    union all
    select p.a, p.b, 'gender', 'one is a woman, the other a man'
    from pairs as p
    join core.actors as x on x.actor_id = p.a
    join core.actors as y on y.actor_id = p.b
    where x.gender <> y.gender
    union all
    select p.a, p.b, 'list', 'two actors of the list'
    from pairs as p
    join core.actors as x on x.actor_id = p.a
    join core.actors as y on y.actor_id = p.b
    where p.a <> p.b and x.origin = 'curated' and y.origin = 'curated'
    union all
    select p.a, p.b, 'scope', concat('known by ', x.known_by, ' and by ', y.known_by, ': such names are kept apart by document, story or country')
    from pairs as p
    join core.actors as x on x.actor_id = p.a
    join core.actors as y on y.actor_id = p.b
    where p.a <> p.b and (x.known_by in ('document', 'office') or y.known_by in ('document', 'office'))
)

select
    x.name,
    y.name as other_name,
    coalesce(r.rule, 'no rule') as rule,
    coalesce(r.reason, concat(
        'no rule found the two alike (similarity ',
        round(jaro_winkler_similarity(int.name_key(x.name), int.name_key(y.name)), 2),
        '); one row in actor_aliases.csv makes them one'
    )) as reason,
    p.a as actor_id,
    p.b as other_id,
from pairs as p
join core.actors as x on x.actor_id = p.a
join core.actors as y on y.actor_id = p.b
left join reasons as r on r.a = p.a and r.b = p.b
union all
select null, null, 'unknown', concat('no actor is called “', n.spelling, '”'), null, null
from (select 1 as side, one as spelling union all select 2, other) as n
where n.side not in (select side from named)
order by 1 nulls last, 2, 3, 4;
comment on macro table why_apart is 'why two names are two actors, or that they are one';
