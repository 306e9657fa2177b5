-- One row a kind and name that may be compared with others: those of the documents and those of the lists.
create or replace temp table run_name_nodes as
with several as (
    select name_key from int.name_keys group by name_key having count(*) > 1
),

kinds as (
    select
        kind, name_key, documents, gender, titles,
        sum(documents) over (partition by name_key) as all_documents,
        arg_max(kind, (documents, kind)) over (partition by name_key) as main_kind,
        max(documents) over (partition by name_key) as main_documents,
    from int.name_keys
    where name_key in (select name_key from several)
),

-- the same words read as a person here and an organisation there: the majority has them when it is three quarters of four documents
-- or more; a person with a title or a known gender keeps its kind
agreed as (
    select
        kind, name_key,
        case
            when kind <> main_kind and all_documents >= 4 and main_documents >= 0.75 * all_documents
                 and not (kind = 'person' and (gender is not null or coalesce(len(titles), 0) > 0)) then main_kind
            else kind
        end as node_kind,
        main_documents,
        all_documents,
    from kinds
),

listed as (
    select kind, alias_key as name_key, min(actor_id) as curated_id, min(alias) as alias
    from int.alias_keys
    where not blocked and kind <> 'country' and (language is null or words > 1)  -- one word of one language is decided by language
    group by kind, alias_key
    having count(distinct actor_id) = 1
),

documented as (
    select
        a.node_kind as kind,
        a.name_key,
        sum(k.documents)::bigint as documents,
        arg_max(k.surface, (k.documents, k.surface)) as name,
        bool_and(k.one_word) as one_word,
        case when min(k.gender) = max(k.gender) then min(k.gender) when min(k.gender) is not null then 'mixed' end as gender,
        flatten(list(k.titles) filter (where len(k.titles) > 0)) as titles,
        any_value(k.sound_key) as sound_key,
        list({'kind': a.kind, 'main_documents': a.main_documents, 'all_documents': a.all_documents})
            filter (where a.kind <> a.node_kind) as outvoted,
    from agreed as a
    join int.name_keys as k on k.kind = a.kind and k.name_key = a.name_key
    group by a.node_kind, a.name_key
    union all
    -- nearly all names are of one kind
    select kind, name_key, documents, surface, one_word, gender, titles, sound_key, null
    from int.name_keys
    where name_key not in (select name_key from several)
)

select
    coalesce(d.kind, l.kind) as kind,
    coalesce(d.name_key, l.name_key) as name_key,
    coalesce(d.name, l.alias) as name,
    coalesce(d.documents, 0) as documents,
    l.curated_id,
    case when l.curated_id is not null and d.gender is null then c.gender else d.gender end as gender,
    -- Mr and Mrs are told by the gender; what is left is a rank, an office or a degree
    list_filter(coalesce(d.titles, []), lambda t: not regexp_matches(t,
        '^(m|mm|mme|mmes|mlle|mr|mrs|ms|miss|mister|monsieur|madame|mademoiselle|dr|docteur|doctor|pr|prof|professeur|professor|herr|frau|'
        || 'señor|señora|sr|sra|don|doña|dom|senhor|senhora|signor|signora|sig|dott|dottor|de heer|mevrouw|г-н|г-жа|السيد|السيدة)\.?$')) as titles,
    string_split(coalesce(d.name_key, l.name_key), ' ') as words,
    coalesce(d.one_word, not contains(l.alias, ' ')) as one_word,
    coalesce(d.sound_key, int.sound_key(l.name_key)) as sound_key,
    d.outvoted,
from documented as d
full join listed as l on l.kind = d.kind and l.name_key = d.name_key
left join ref.actors as c on c.actor_id = l.curated_id;
