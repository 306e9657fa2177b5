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

-- surnames that several persons bear, or one who is too rarely named in full
bare as (
    select n.document_no, n.entity_key as name_key, any_value(n.gender order by n.gender) as gender, b.name, b.verdict
    from int.document_names as n
    join run_bare_names as b on b.name_key = n.entity_key
    anti join int.curated_names as c on c.kind = n.kind and c.name_key = n.entity_key and c.language = n.language
    where n.kind = 'person' and b.verdict in ('shared', 'too rare', 'first name')
    group by n.document_no, n.entity_key, b.name, b.verdict
),

persons_of_stories as (
    select distinct p.story_id, coalesce(u.actor_id, a.actor_id) as actor_id
    from places as p
    join int.document_names as n on n.document_no = p.document_no and n.kind = 'person'
    left join int.curated_names as u on u.kind = n.kind and u.name_key = n.entity_key and u.language = n.language
    left join int.name_actors as a on a.kind = n.kind and a.name_key = n.entity_key and a.language = '' and a.actor_kind = 'person'
    where p.story_id is not null
),

-- materialized: a surname may have thousands of bearers in the corpus, of which a story has a few
bearers as materialized (
    select p.story_id, s.actor_id, s.name, s.gender, s.surname_key
    from persons_of_stories as p
    join run_surnames as s on s.actor_id = p.actor_id
),

in_story as (
    select
        b.document_no,
        b.name_key,
        min(s.actor_id) as actor_id,
        min(s.name) as name,
        count(distinct s.actor_id) as bearers,
    from bare as b
    join places as p on p.document_no = b.document_no and p.story_id is not null
    join bearers as s on s.story_id = p.story_id and s.surname_key = b.name_key
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

-- the country that a document speaks of most, alone at the top
countries as (
    select document_no, entity_key as iso3, sum(mentions) as mentions
    from int.document_names
    where kind = 'country'
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
        n.entity_key as name_key,
        'organisation:' || left(md5('organisation|' || o.root_key || '@' || coalesce(m.iso3, p.scope_id)), 12) as actor_id,
        'organisation' as actor_kind,
        concat(any_value(k.surface), case when m.iso3 is not null then ' (' || m.iso3 || ')' end) as name,
        m.iso3 as country,
        'office' as known_by,
        'office' as rule,
        case
            when m.iso3 is not null then concat('an office that every country has; this document speaks most of ', m.iso3)
            else concat('an office that every country has; no country leads in this text, so it is kept apart by ', p.scope)
        end as reason,
    from int.document_names as n
    join run_office_names as o on o.name_key = n.entity_key
    join int.name_keys as k on k.kind = 'organisation' and k.name_key = o.root_key
    join places as p on p.document_no = n.document_no
    anti join int.curated_names as c on c.kind = n.kind and c.name_key = n.entity_key and c.language = n.language
    left join main_country as m on m.document_no = n.document_no
    where n.kind = 'organisation'
    group by p.document_id, n.entity_key, o.root_key, m.iso3, p.scope, p.scope_id
)

select * from surnames
union all
select * from offices;
