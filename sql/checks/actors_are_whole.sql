-- severity: error
-- Every mention that may be an actor has one actor and only mentions have any, every actor of a mention exists once, and every redirect
-- leads to an actor. Of mentions, those of the documents are looked at of which this run looked at the names, and of others those of an
-- actor that is gone.
-- They are grouped and not joined with their actors: a group that does not fit into memory is put on disk.
with links as (
    select
        document_no, mention_no, false as is_actor,
        confidence >= 0.5 and (kind <> 'country' or country is not null) and entity_key <> '' and name_key <> ''
            and document_no in (select document_no from stg.places) as is_wanted,
    from core.mentions
    where document_no in (select document_no from run_changed_documents)
    union all
    select document_no, mention_no, true, false
    from core.mention_actors
    where document_no in (select document_no from run_changed_documents)
)

select
    case when not bool_or(not is_actor) then 'no such mention' when bool_or(is_actor) then 'mention twice' else 'mention without an actor' end as what,
    document_no || '/' || mention_no as id,
from links
group by document_no, mention_no
having count(*) filter (where is_actor) > 1 or not bool_or(not is_actor) or (bool_or(is_wanted) and not bool_or(is_actor))
union all
select 'no such actor', a.actor_id
from (
    select distinct actor_id from core.mention_actors where document_no in (select document_no from run_changed_documents)
) as a
anti join core.actors as c on c.actor_id = a.actor_id
union all
select 'actor that is gone', actor_id
from core.mention_actors
where actor_id in (select actor_id from run_changed_actors where is_gone)
union all
select 'actor twice', actor_id
from core.actors
group by actor_id
having count(*) > 1
union all
select 'redirect of a living actor', r.actor_id
from core.actor_redirects as r
join core.actors as c on c.actor_id = r.actor_id
union all
select 'redirect to nobody', r.actor_id
from core.actor_redirects as r
anti join core.actors as c on c.actor_id = r.redirects_to
