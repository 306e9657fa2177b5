-- One row an actor: all that people list, and all that current documents speak of. Those that changed are written.
-- Another row than before may have who stands in documents whose names this run looked at, who has a name that it counted or that means
-- another actor now, and who is or was listed.
create or replace temp table run_concerned_actors as
select actor_id
from core.mention_actors
where document_no in (select document_no from run_changed_documents) and not (select whole from run_counting)
union
select actor_id from run_mention_actors_before
union
select actor_id from run_name_clusters where name_key in (select name_key from run_counted_names)
union
select unnest([actor_id, actor_before]) from run_changed_names where not (select whole from run_counting)
union
select actor_id from int.alias_keys
union
select actor_id from run_alias_keys_before
union
select actor_id from core.actors where origin = 'curated' or (select whole from run_counting)
union
select actor_id from int.actor_numbers where (select whole from run_counting);

create or replace temp table run_actors as
with numbers as materialized (
    select actor_id, actor_no from int.actor_numbers where actor_id in (select actor_id from run_concerned_actors)
),

seen as (
    select actor_id
    from numbers
    where actor_no in (select actor_no from int.actor_documents where actor_no in (select actor_no from numbers))
),

roles as (
    select actor_id, arg_max(sector, (valid_until is null, coalesce(valid_until, valid_from), valid_from)) as sector
    from ref.actor_roles
    where sector is not null
    group by actor_id
),

listed as (
    select
        a.actor_id, a.name, a.kind, a.country,
        -- the list's own code; else that of the last role
        coalesce(a.sector, r.sector) as sector,
        a.gender, a.wikidata_id, 'curated' as origin, 'list' as known_by, a.note,
    from ref.actors as a
    left join roles as r on r.actor_id = a.actor_id
    union all
    select 'country:' || iso3, name, 'country', iso3, null, null, null, 'curated', 'list', note from ref.countries
),

-- nearly all actors have one name, which needs no grouping; others are spellings, names that people gave, or took away
gathered as materialized (
    select actor_id
    from run_name_clusters
    where (root_key <> name_key or is_blocked or curated_id is not null) and actor_id in (select actor_id from seen)
),

discovered as (
    select
        c.actor_id,
        c.root_name as name,
        c.kind,
        case when c.gender <> 'mixed' then c.gender end as gender,
        case when b.name_key is null then 'full name' else 'one word' end as known_by,
    from run_name_clusters as c
    left join run_bare_names as b on c.kind = 'person' and b.name_key = c.name_key
    where c.actor_id in (select actor_id from seen) and c.actor_id not in (select actor_id from gathered)
    union all
    select
        c.actor_id,
        arg_max(c.root_name, (c.documents, c.root_key)),
        any_value(c.kind),
        -- the documents that agree on a gender, over all spellings
        case when min(c.gender) = max(c.gender) and min(c.gender) <> 'mixed' then min(c.gender) end,
        case when bool_or(b.name_key is null) then 'full name' else 'one word' end,
    from run_name_clusters as c
    left join run_bare_names as b on c.kind = 'person' and b.name_key = c.name_key
    where c.actor_id in (select actor_id from seen) and c.actor_id in (select actor_id from gathered)
    group by c.actor_id
),

scoped as (
    select actor_id, min(name) as name, min(actor_kind) as kind, min(country) as country, min(known_by) as known_by
    from int.scoped_names
    where known_by <> 'full name' and actor_id in (select actor_id from seen)
    group by actor_id
)

select actor_id, name, kind, country, sector, gender, wikidata_id, origin, known_by, note from listed
union all
select actor_id, name, kind, null, null, gender, null, 'discovered', known_by, null
from discovered
where actor_id not in (select actor_id from listed)
union all
select actor_id, name, kind, country, null, null, null, 'discovered', known_by, null
from scoped
where actor_id not in (select actor_id from listed) and actor_id not in (select actor_id from discovered);

create or replace temp table run_changed_actors as
with changed as (
    select
        coalesce(n.actor_id, b.actor_id) as actor_id,
        b.name as name_before,
        n.actor_id is null as is_gone,
    from run_actors as n
    full join (from core.actors where actor_id in (select actor_id from run_concerned_actors)) as b on b.actor_id = n.actor_id
    where (n.name, n.kind, n.country, n.sector, n.gender, n.wikidata_id, n.origin, n.known_by, n.note)
        is distinct from (b.name, b.kind, b.country, b.sector, b.gender, b.wikidata_id, b.origin, b.known_by, b.note)
    union
    -- listed, and spoken of for the first time
    select actor_id, name, false from core.actors where actor_no is null and actor_id in (select actor_id from int.actor_numbers)
)

select c.actor_id, n.actor_no, c.name_before, c.is_gone
from changed as c
left join int.actor_numbers as n on n.actor_id = c.actor_id;

delete from core.actors where actor_id in (select actor_id from run_changed_actors);
insert into core.actors by name
select a.*, c.actor_no
from run_actors as a
join run_changed_actors as c on c.actor_id = a.actor_id;
drop table run_actors;
drop table run_concerned_actors;
