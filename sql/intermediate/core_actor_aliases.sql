-- One row an actor and spelling: those of the lists and those that current documents use.
truncate core.actor_aliases;
insert into core.actor_aliases by name
-- the comparable form is worked out once for each spelling of a country, not for each place where it stands
with country_keys as (
    select surface, int.name_key(surface) as alias_key
    from (select distinct surface from core.mentions where kind in ('country', 'people'))
),

used as (
    select
        a.actor_id,
        m.surface,
        coalesce(k.alias_key, m.name_key) as alias_key,
        count(distinct m.document_no) as documents,
    from core.mention_actors as a
    join core.mentions as m on m.document_no = a.document_no and m.mention_no = a.mention_no
    left join country_keys as k on k.surface = case when m.kind in ('country', 'people') then m.surface end
    group by all
),

-- spellings that differ in case, accents or marks only are one alias, shown as most documents write it
spelled as (
    select
        actor_id,
        alias_key,
        arg_max(surface, (documents, surface)) as alias,
        -- a document with two spellings counts twice here: an upper bound, exact where it matters, in the evidence
        sum(documents)::bigint as documents,
    from used
    where alias_key <> ''
    group by actor_id, alias_key
),

listed as (
    select
        actor_id,
        alias_key,
        min(alias) as alias,
        case when bool_and(blocked) then 'blocked' else 'active' end as status,
    from int.alias_keys
    where actor_id in (select actor_id from core.actors)
    group by actor_id, alias_key
)

select
    coalesce(l.actor_id, s.actor_id) as actor_id,
    coalesce(s.alias, l.alias) as alias,
    coalesce(l.alias_key, s.alias_key) as alias_key,
    case when l.actor_id is not null then 'curated' else 'discovered' end as origin,
    coalesce(l.status, 'active') as status,
    coalesce(s.documents, 0) as documents,
from spelled as s
full join listed as l on l.actor_id = s.actor_id and l.alias_key = s.alias_key
where coalesce(l.actor_id, s.actor_id) in (select actor_id from core.actors);
