-- One row a document, kind and name that is decided by the document or its story.
create or replace temp table run_scoped_names as
with stories as (
    select document_no, story_id, count(*) over (partition by story_id) as documents from core.story_documents
),

places as (
    select
        d.document_no,
        d.document_id,
        case when s.documents > 1 then s.story_id end as story_id,
        case when s.documents > 1 then 'story' else 'document' end as scope,
        coalesce(case when s.documents > 1 then s.story_id end, d.document_id) as scope_id,
    from stg.current_documents as d
    left join stories as s on s.document_no = d.document_no
),

wanted as (
    -- surnames that several persons bear, or one who is too rarely named in full
    select 'person' as kind, name_key from run_bare_names where verdict in ('shared', 'too rare', 'first name')
    union all
    select 'organisation', name_key from run_office_names
),

-- all at once: there are many names of documents, and they are read as letters
found as materialized (
    select n.document_no, n.kind, n.entity_key as name_key, n.gender
    from int.document_names as n
    join wanted as w on w.kind = n.kind and w.name_key = n.entity_key
    anti join int.curated_names as c on c.kind = n.kind and c.name_key = n.entity_key and c.language = n.language
),

bare as materialized (
    select f.document_no, f.name_key, any_value(f.gender order by f.gender) as gender, b.name, b.verdict
    from found as f
    join run_bare_names as b on b.name_key = f.name_key
    where f.kind = 'person'
    group by f.document_no, f.name_key, b.name, b.verdict
),

bare_in_stories as materialized (
    select b.document_no, b.name_key, b.gender, p.story_id
    from bare as b
    join places as p on p.document_no = b.document_no
    where p.story_id is not null
),

-- who else a story speaks of matters where it has such a surname
stories_asked as (
    select document_no, story_id from places where story_id in (select story_id from bare_in_stories)
),

names_in_stories as (
    select p.story_id, n.kind, n.entity_key as name_key, n.language
    from (from int.document_names where kind = 'person' and document_no in (select document_no from stories_asked)) as n
    join stories_asked as p on p.document_no = n.document_no
),

-- materialized: of the persons of the corpus that bear such a surname a story has a few
bearers_anywhere as materialized (
    select actor_id, name, gender, surname_key from run_surnames where surname_key in (select name_key from bare_in_stories)
),

persons_of_stories as (
    select n.story_id, c.actor_id
    from names_in_stories as n
    join int.curated_names as c on c.kind = n.kind and c.name_key = n.name_key and c.language = n.language
    union
    select n.story_id, a.actor_id
    from names_in_stories as n
    anti join int.curated_names as c on c.kind = n.kind and c.name_key = n.name_key and c.language = n.language
    join (
        from int.name_actors
        where language = '' and actor_kind = 'person' and actor_id in (select actor_id from bearers_anywhere)
    ) as a on a.kind = n.kind and a.name_key = n.name_key
),

bearers as materialized (
    select p.story_id, s.actor_id, s.name, s.gender, s.surname_key
    from persons_of_stories as p
    join bearers_anywhere as s on s.actor_id = p.actor_id
),

in_story as (
    select
        b.document_no,
        b.name_key,
        min(s.actor_id) as actor_id,
        min(s.name) as name,
        count(distinct s.actor_id) as bearers,
    from bare_in_stories as b
    join bearers as s on s.story_id = b.story_id and s.surname_key = b.name_key
    where not coalesce(b.gender in ('f', 'm') and s.gender in ('f', 'm') and b.gender <> s.gender, false)
      and not exists (from int.alias_keys as a where a.blocked and a.actor_id = s.actor_id and a.alias_key = b.name_key)
    group by b.document_no, b.name_key
),

surnames as (
    select
        p.document_id,
        'person' as kind,
        b.name_key,
        case when i.bearers = 1 then i.actor_id else 'person:' || left(md5('person|' || b.name_key || '@' || p.scope_id), 12) end as actor_id,
        'person' as actor_kind,
        case when i.bearers = 1 then i.name else b.name end as name,
        null as country,
        case when i.bearers = 1 then 'full name' else 'document' end as known_by,
        case when i.bearers = 1 then 'story' else 'shared name' end as rule,
        case
            when i.bearers = 1 then concat('“', i.name, '” is the only person of the same story whose name ends so')
            else concat('several persons of the corpus bear this name; kept apart by ', p.scope)
        end as reason,
    from bare as b
    join places as p on p.document_no = b.document_no
    left join in_story as i on i.document_no = b.document_no and i.name_key = b.name_key
    where i.bearers = 1 or b.verdict = 'shared'
),

offices_named as materialized (
    select f.document_no, f.name_key, o.root_key
    from found as f
    join run_office_names as o on o.name_key = f.name_key
    where f.kind = 'organisation'
),

-- the country that such a document speaks of most, alone at the top
countries as (
    select document_no, entity_key as iso3, sum(mentions) as mentions
    from int.document_names
    where kind = 'country' and document_no in (select document_no from offices_named)
    group by document_no, entity_key
),

main_country as (
    select document_no, iso3
    from countries
    qualify mentions > coalesce(lead(mentions) over (partition by document_no order by mentions desc), 0)
        and row_number() over (partition by document_no order by mentions desc) = 1
),

offices as (
    select
        p.document_id,
        'organisation' as kind,
        n.name_key,
        'organisation:' || left(md5('organisation|' || n.root_key || '@' || coalesce(m.iso3, p.scope_id)), 12) as actor_id,
        'organisation' as actor_kind,
        concat(any_value(k.surface), case when m.iso3 is not null then ' (' || m.iso3 || ')' end) as name,
        m.iso3 as country,
        'office' as known_by,
        'office' as rule,
        case
            when m.iso3 is not null then concat('an office that every country has; this document speaks most of ', m.iso3)
            else concat('an office that every country has; no country leads in this text, so it is kept apart by ', p.scope)
        end as reason,
    from offices_named as n
    join int.name_keys as k on k.kind = 'organisation' and k.name_key = n.root_key
    join places as p on p.document_no = n.document_no
    left join main_country as m on m.document_no = n.document_no
    group by p.document_id, n.name_key, n.root_key, m.iso3, p.scope, p.scope_id
)

select * from surnames
union all
select * from offices;
