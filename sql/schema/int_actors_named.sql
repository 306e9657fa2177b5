-- One row an actor that a name, spelling or id means. An actor is also found by the name it is shown with; comparable forms of all
-- names would be worked out anew at each question, so there only case and accents are put aside (and what differs in length is left).
create or replace macro int.actors_named(spelling) as table
select a.actor_id from core.actors as a where a.actor_id = spelling
union
select r.redirects_to from core.actor_redirects as r where r.actor_id = spelling
union
select n.actor_id
from (
    select k.actor_id from core.actor_aliases as k where k.alias_key = int.name_key(spelling) and k.status = 'active'
    union
    select a.actor_id from core.actors as a
    where length(a.name) = length(spelling) and lower(strip_accents(a.name)) = lower(strip_accents(spelling))
) as n
-- what is written as the ids of found actors are is no name, for which millions of names would be read
where not regexp_matches(spelling, '^[a-z]+:[0-9a-f]{12}$');
