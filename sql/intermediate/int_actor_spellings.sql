-- One row an actor and spelling that current documents use. Documents that this run looked at count -1 for what they gave before and +1
-- for what they give now. A run that counts everything takes nothing off.
create or replace temp table run_spellings as
with looked_at as materialized (
    select document_no from run_changed_documents
    union
    select document_no from stg.places where (select whole from run_counting)
),

links as (
    select 1 as sign, a.document_no, a.actor_id, m.kind, m.name_key, m.surface
    from core.mention_actors as a
    join core.mentions as m on m.document_no = a.document_no and m.mention_no = a.mention_no
    where a.document_no in (select document_no from looked_at)
      and m.document_no in (select document_no from looked_at)  -- known before the spellings of all others are read
    union all
    select -1, document_no, actor_id, kind, name_key, surface from run_mention_actors_before
),

-- the comparable form is worked out once for each spelling of a country, not for each place where it stands
country_keys as (
    select surface, int.name_key(surface) as alias_key
    from (
        select surface from core.mentions where kind in ('country', 'people') and document_no in (select document_no from looked_at)
        union
        select surface from run_mention_actors_before where kind in ('country', 'people')
    )
),

used as (
    select distinct l.sign, l.document_no, n.actor_no, l.surface, coalesce(k.alias_key, l.name_key) as alias_key
    from links as l
    join int.actor_numbers as n on n.actor_id = l.actor_id
    left join country_keys as k on k.surface = case when l.kind in ('country', 'people') then l.surface end
)

select actor_no, surface, alias_key, sum(sign)::integer as documents
from used
where alias_key <> ''
group by actor_no, surface, alias_key
having sum(sign) <> 0;

delete from int.actor_spellings where (select whole from run_counting);
update int.actor_spellings as s
set documents = s.documents + r.documents
from run_spellings as r
where r.actor_no = s.actor_no and r.surface = s.surface and r.alias_key = s.alias_key;
insert into int.actor_spellings by name
select r.*
from run_spellings as r
anti join int.actor_spellings as s on s.actor_no = r.actor_no and s.surface = r.surface and s.alias_key = r.alias_key;
delete from int.actor_spellings where documents = 0;
