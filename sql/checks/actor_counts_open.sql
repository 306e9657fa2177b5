-- severity: error
-- The mentions that are counted of an actor are rows of actor_evidence. Looked at are the documents of which this run looked at the
-- names: by a hash of the documents, so that each mention is of the document that it is counted for; of those that it read, the rows of
-- the view too. That all documents together give what the summaries say is actor_counts_add_up.
with looked_at as (
    select document_no from run_changed_documents
),

counted as (
    select a.actor_no, n.actor_id, a.document_no, a.mentions
    from int.actor_documents as a
    join int.actor_numbers as n on n.actor_no = a.actor_no
    where a.document_no in (select document_no from looked_at)
),

given as (
    select actor_id, document_no from core.mention_actors where document_no in (select document_no from looked_at)
),

documents_read as (
    select document_no from run_documents semi join looked_at using (document_no)
),

shown as (
    select actor_id, document_no from actor_evidence where document_no in (select document_no from documents_read)
)

select 'counted otherwise than given' as problem, actor_id, sum(mentions) as mentions
from (
    select actor_id, document_no, mentions from counted
    union all
    select actor_id, document_no, -1 from given
)
group by actor_id
having sum(mentions) <> 0 or sum(mentions * hash(document_no)::hugeint) <> 0
union all
select 'shown otherwise than counted', actor_id, sum(mentions)
from (
    select actor_id, document_no, 1 as mentions from shown
    union all
    select actor_id, document_no, -mentions from counted where document_no in (select document_no from documents_read)
)
group by actor_id
having sum(mentions) <> 0 or sum(mentions * hash(document_no)::hugeint) <> 0
union all
select 'counted for another actor', c.actor_id, c.mentions
from int.actor_counts as c
left join core.actors as a on a.actor_no = c.actor_no
where a.actor_id is distinct from c.actor_id
