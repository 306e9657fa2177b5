-- severity: warn
-- A story of more than a twentieth of at least 2,000 documents is a sign of a template that many texts share.
select story_id, documents
from core.stories
where documents > 0.05 * (select count(*) from core.story_documents)
  and (select count(*) from core.story_documents) >= 2000
