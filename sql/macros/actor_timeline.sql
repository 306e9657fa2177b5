-- One row a date of publication for the actors of that name, spelling or id.
create or replace macro actor_timeline(spelling) as table
select d.*
from actor_daily as d
where d.actor_id in (select actor_id from int.actors_named(spelling))
order by d.name, d.published_from nulls last, d.published_edtf;
comment on macro table actor_timeline is 'when an actor was in the news, by any of its spellings or its id; documents of a month stay with the month';
