-- One row an actor that an id, spelling or name means: an id that there is means its actor; else who has such an alias; else who is shown
-- with that name. Comparable forms of all names shown would be worked out anew at each question, so there only case and accents are put
-- aside (and what differs in length is left).
create or replace macro int.actors_named(spelling) as table
with by_id as materialized (
    select a.actor_id from core.actors as a where a.actor_id = spelling
    union
    select r.redirects_to from core.actor_redirects as r where r.actor_id = spelling
),

-- a row only where there is still something to look for: with none, DuckDB does not read the table that is joined with it
by_name as materialized (
    select int.name_key(spelling) as alias_key where not exists (from by_id)
),

by_alias as materialized (
    select distinct k.actor_id
    from core.actor_aliases as k
    semi join by_name as n on n.alias_key = k.alias_key
    where k.status = 'active'
),

by_shown_name as materialized (
    select lower(strip_accents(spelling)) as folded from by_name where not exists (from by_alias)
)

from by_id
union all
from by_alias
union all
select a.actor_id
from core.actors as a
semi join by_shown_name as n on n.folded = lower(strip_accents(a.name))
where length(a.name) = length(spelling);
