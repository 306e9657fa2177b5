-- One row an actor of the list and date of publication, at the precision that the documents have: a month stays a month.
-- The list comes before the sums, because a condition on a sum of all documents is looked at only after all were summed.
create or replace macro int.actor_days(wanted) as table
select
    a.actor_id,
    c.name,
    c.kind,
    d.published_edtf,
    d.date_precision,
    d.published_from,
    count(*) as documents,
    count(distinct s.story_id) as stories,
    sum(a.mentions)::bigint as mentions,
    count(distinct d.source) as sources,
from int.actor_documents as a
join core.actors as c on c.actor_id = a.actor_id
join stg.current_documents as d on d.document_no = a.document_no
left join core.story_documents as s on s.document_no = a.document_no
where a.actor_id in (select unnest(wanted))
group by a.actor_id, c.name, c.kind, d.published_edtf, d.date_precision, d.published_from;
comment on macro table int.actor_days is 'when the actors of a list of ids were in the news';
