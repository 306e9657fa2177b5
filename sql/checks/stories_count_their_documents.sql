-- severity: error
-- The counts of a story are the rows of story_documents, and the view of stories shows them.
select s.story_id, s.documents, count(d.document_id) as evidence
from core.stories as s
left join story_documents as d on d.story_id = s.story_id
group by s.story_id, s.documents, s.texts
having count(d.document_id) <> s.documents or count(distinct d.text_id) <> s.texts
union all
select coalesce(s.story_id, v.story_id), s.documents, v.documents
from core.stories as s
full join int.story_summary as v on v.story_id = s.story_id
where s.documents is distinct from v.documents or s.texts is distinct from v.texts or s.representative_id is distinct from v.representative_id
