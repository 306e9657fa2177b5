-- One row an acronym that stands alone in some document and was seen with its expansion in others.
create or replace temp table run_acronyms as
with seen as (
    select n.name_key, c.actor_id, c.root_name, n.entity_key, count(distinct n.document_no) as documents
    from int.document_names as n
    join run_name_clusters as c on c.kind = n.kind and c.name_key = n.entity_key
    where n.kind = 'organisation' and n.name_key <> n.entity_key and n.one_word
      and n.surface = upper(n.surface) and length(n.name_key) between 2 and 10
    group by n.name_key, c.actor_id, c.root_name, n.entity_key
),

meanings as (
    select
        name_key,
        count(distinct actor_id) as meanings,
        min(actor_id) as actor_id,
        min(root_name) as expansion,
        sum(documents)::bigint as documents,
        -- the letters of the acronym begin words of the expansion, in order
        bool_or(regexp_matches(entity_key, '^' || array_to_string(list_transform(string_split(name_key, ''), lambda c: c || '\w*'), '(?: \w{1,3})*[ ]?'))) as fits,
    from seen
    where regexp_full_match(name_key, '\w+')
    group by name_key
)

select
    m.name_key,
    m.meanings,
    m.actor_id,
    m.expansion,
    m.documents,
    case
        when m.meanings > 1 then 'several expansions'
        when m.documents < 2 and not m.fits then 'too rare'
        else 'one expansion'
    end as verdict,
from meanings as m
join run_name_nodes as n on n.kind = 'organisation' and n.name_key = m.name_key and n.curated_id is null
where not exists (from int.alias_keys as a where a.blocked and a.actor_id = m.actor_id and a.alias_key = m.name_key);
