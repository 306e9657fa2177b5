-- severity: error
-- Every quotation of a current document is in the view once, and a pair counts the rows of its evidence. One by one are looked at the
-- quotations of documents of which this run looked at the names; the others are counted.
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
select 'pair without its evidence', p.speaker_id || ' ' || p.about_id
from quotation_pairs as p
left join (
    select speaker_id, about_id, count(*) as quotations from quotation_mentions group by speaker_id, about_id
) as m on m.speaker_id = p.speaker_id and m.about_id = p.about_id
where m.quotations is distinct from p.quotations
