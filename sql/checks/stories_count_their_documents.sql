-- severity: error
-- The counts of a story are the rows of story_documents.
select s.story_id, s.documents, count(d.document_id) as evidence
from core.stories as s
left join story_documents as d on d.story_id = s.story_id
group by s.story_id, s.documents, s.texts
having count(d.document_id) <> s.documents or count(distinct d.text_id) <> s.texts
