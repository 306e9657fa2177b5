-- One row a surname or other single name of a person that stands alone in some document: how many full names it may be.
create or replace temp table run_bare_names as
with bare as (
    select n.name_key, n.name, n.documents, n.gender
    from run_name_nodes as n
    where n.kind = 'person' and n.curated_id is null and n.documents > 0
      and (
          len(n.words) = 1 or n.one_word
          or n.words[1] in ('le', 'la', 'de', 'du', 'des', 'van', 'von', 'der', 'ter', 'ten', 'di', 'da', 'dos', 'del', 'della', 'ben', 'bin', 'al', 'el')
      )
),

first_words as (
    select distinct words[1] as word from run_name_nodes where kind = 'person' and len(words) > 1
),

bearers as (
    select
        b.name_key,
        count(*) as bearers,
        min(s.actor_id) as actor_id,
        min(s.name) as name,
        min(s.documents) as documents,
    from bare as b
    join run_surnames as s on s.surname_key = b.name_key
    where not coalesce(b.gender in ('f', 'm') and s.gender in ('f', 'm') and b.gender <> s.gender, false)
      and not exists (from int.alias_keys as a where a.blocked and a.actor_id = s.actor_id and a.alias_key = b.name_key)
    group by b.name_key
)

select
    b.name_key,
    b.name,
    b.documents,
    coalesce(p.bearers, 0) as bearers,
    case
        when p.bearers is null then 'no full name'
        when p.bearers > 1 then 'shared'
        when f.word is not null then 'first name'
        -- one document with the full name may be chance; where most bare uses lack the full name, somebody else is meant
        when p.documents < 2 or 2 * p.documents < b.documents then 'too rare'
        else 'only bearer'
    end as verdict,
    p.actor_id,
    p.name as bearer,
from bare as b
left join bearers as p on p.name_key = b.name_key
left join first_words as f on f.word = b.name_key;
