-- One row a current document, kind, entity_key and name_key. Only the documents of this run are counted again.
-- run_names: the names that those documents held and hold, whose counts over the corpus may have changed
create or replace temp table run_names as
select distinct kind, entity_key, name_key from int.document_names where document_id in (select document_id from run_documents);

delete from int.document_names where document_id in (select document_id from run_documents);

insert into int.document_names by name
with mentions as (
    select
        m.document_id,
        d.language,
        -- a people («les Marocains», «israélien») counts for its country
        case when m.kind = 'people' then 'country' else m.kind end as kind,
        case when m.kind in ('country', 'people') then m.country else m.entity_key end as entity_key,
        case when m.kind in ('country', 'people') then m.country else m.name_key end as name_key,
        m.surface,
        m.country,
        m.gender,
        m.title,
        m.confidence,
    from run_documents as r
    join stg.current_documents as d on d.document_id = r.document_id
    join core.mentions as m on m.document_id = r.document_id
    -- less than even odds of being a name: counted nowhere, so that chance finds do not become actors
    where m.confidence >= 0.5
      and case when m.kind in ('country', 'people') then m.country is not null else m.entity_key <> '' and m.name_key <> '' end
),

spellings as (
    select
        document_id, language, kind, entity_key, name_key, surface,
        min(country) as country,
        count(*)::integer as mentions,
        max(confidence) as confidence,
        min(gender) as first_gender,
        max(gender) as last_gender,
        list(distinct lower(title)) filter (where title is not null) as titles,
    from mentions
    group by document_id, language, kind, entity_key, name_key, surface
)

select
    document_id, language, kind, entity_key, name_key,
    arg_max(surface, (mentions, surface)) as surface,
    not contains(arg_max(surface, (mentions, surface)), ' ') as one_word,
    min(country) as country,
    case when min(first_gender) = max(last_gender) then min(first_gender) when min(first_gender) is not null then 'mixed' end as gender,
    list_sort(list_distinct(flatten(list(titles) filter (where titles is not null)))) as titles,
    sum(mentions)::integer as mentions,
    max(confidence) as confidence,
from spellings
group by document_id, language, kind, entity_key, name_key;

insert into run_names by name
select distinct kind, entity_key, name_key from int.document_names where document_id in (select document_id from run_documents);
