-- severity: warn
-- No more than a tenth of the documents in a language that has a term list is without a topic.
select language, count(*) as documents, count(*) filter (where method = 'none') as undetermined
from core.document_topics as t
join stg.current_documents as d on d.document_id = t.document_id
where t.rank = 1 and t.method <> 'no_list'
group by language
having count(*) >= 50 and count(*) filter (where method = 'none') > 0.1 * count(*)
