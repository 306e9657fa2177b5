-- One row a person with a full name and an ending of that name, by which texts may call the person.
create or replace temp table run_surnames as
with full_names as (
    select n.name_key, n.words, n.gender, n.documents, n.actor_id, n.root_name
    from run_name_clusters as n
    where n.kind = 'person' and len(n.words) > 1 and not n.one_word
      -- «van der Bellen», «ben Ali»: a surname, not a full name
      and n.words[1] not in ('le', 'la', 'de', 'du', 'des', 'van', 'von', 'der', 'ter', 'ten', 'di', 'da', 'dos', 'del', 'della', 'ben', 'bin', 'al', 'el')
),

endings as (
    select f.*, unnest([1, 2, 3]) as ending_words from full_names as f
)

select
    array_to_string(words[-ending_words:], ' ') as surname_key,
    actor_id,
    any_value(root_name order by name_key) as name,
    sum(documents)::bigint as documents,
    case when min(gender) = max(gender) then min(gender) when min(gender) is not null then 'mixed' end as gender,
from endings
where ending_words < len(words)
group by surname_key, actor_id;
