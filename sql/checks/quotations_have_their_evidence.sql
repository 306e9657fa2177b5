-- severity: error
-- Every quotation of a current document is in the view once, and who speaks or is named in one is an actor. One by one are looked at
-- the quotations of documents of which this run looked at the names; the others are counted, and none of an actor that is gone.
select 'quotation not in the view once' as problem, any_value(document_id) || ' ' || quotation_no as what
from (
    select q.document_id, q.document_no, q.quotation_no, true as is_said, false as is_shown
    from core.quotations as q
    semi join stg.places as d on d.document_no = q.document_no
    where q.document_no in (select document_no from run_changed_documents)
    union all
    select document_id, document_no, quotation_no, false, true
    from int.quotations
    where document_no in (select document_no from run_changed_documents)
)
group by document_no, quotation_no
having count_if(is_said) <> 1 or count_if(is_shown) <> 1
union all
select 'quotations in the view', concat(shown.quotations, ', not ', said.quotations)
from (select count(*) as quotations from core.quotations semi join stg.places using (document_no)) as said
cross join (select count(*) as quotations from int.quotations) as shown
where said.quotations <> shown.quotations
union all
-- a pair is a group of quotation_mentions whose two are actors
select 'no such actor', q.actor_id
from (
    select speaker_id as actor_id from int.quotations where document_no in (select document_no from run_changed_documents)
    union
    select actor_id from int.quotation_actors where document_no in (select document_no from run_changed_documents)
) as q
anti join core.actors as a on a.actor_id = q.actor_id
where q.actor_id is not null
union all
select 'actor that is gone', actor_id
from (
    select speaker_id as actor_id from int.quotations
    union all
    select actor_id from int.quotation_actors
)
where actor_id in (select actor_id from run_changed_actors where is_gone)
