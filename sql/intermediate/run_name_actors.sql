-- One row a kind, name and language of the documents that it holds for: the actor that the name stands for in the whole corpus.
create or replace temp table run_name_actors as
with outvoted as (
    select kind as node_kind, name_key, unnest(list_transform(outvoted, lambda o: o.kind)) as kind from run_name_nodes where outvoted is not null
),

-- the name under the kind that the corpus agrees on
names as (
    select k.kind, k.name_key, coalesce(o.node_kind, k.kind) as node_kind
    from int.name_keys as k
    left join outvoted as o on o.kind = k.kind and o.name_key = k.name_key
)

select
    'country' as kind,
    iso3 as name_key,
    '' as language,
    'country:' || iso3 as actor_id,
    'country' as actor_kind,
    'country' as rule,
    'a name, people or capital of the country in ref.country_names' as reason,
from ref.countries
union all
select
    kind, name_key, language, actor_id, actor_kind,
    'alias',
    concat(
        'people named this actor “', alias, '”',
        case when distance >= 10 then '; the text read it as another kind (' || kind || ')' end,
        case when distance % 10 = 2 then '; given for another language, but of several words' end
    ),
from int.curated_names
union all
select
    n.kind,
    n.name_key,
    '',
    case
        when b.verdict = 'only bearer' then b.actor_id
        when a.verdict = 'one expansion' then a.actor_id
        else c.actor_id
    end,
    n.node_kind,
    case
        when b.verdict = 'only bearer' then 'only bearer'
        when a.verdict = 'one expansion' then 'acronym'
        when c.rule is not null then c.rule
        when b.name_key is not null then 'one word'
        when n.kind <> n.node_kind then 'kind'
        else 'own name'
    end,
    concat(
        case when n.kind <> n.node_kind then 'elsewhere the same name is mostly read as ' || n.node_kind || '; ' end,
        case
            when b.verdict = 'only bearer' then concat('“', b.bearer, '” is the only full name in the corpus that ends so')
            when a.verdict = 'one expansion' then concat('seen with “', a.expansion, '” and with no other expansion')
            when c.rule is not null then concat('spelling of “', c.root_name, '”: ', c.reason)
            when b.verdict = 'too rare' then concat('a single name; “', b.bearer, '” bears it, but is named in full too rarely to be sure')
            when b.verdict = 'first name' then 'a single name that is also a first name'
            when b.verdict = 'shared' then 'a single name that several persons bear'
            when b.verdict is not null then 'a single name without a full name in the corpus'
            when a.verdict is not null then concat('an acronym with ', a.verdict)
            when c.is_blocked then c.reason
            else 'its own full name'
        end
    ),
from names as n
join run_name_clusters as c on c.kind = n.node_kind and c.name_key = n.name_key
left join run_bare_names as b on n.node_kind = 'person' and b.name_key = n.name_key and c.rule is null
left join run_acronyms as a on n.node_kind = 'organisation' and a.name_key = n.name_key and c.rule is null;
