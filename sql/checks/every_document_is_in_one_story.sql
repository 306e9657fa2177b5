-- severity: error
-- Every current document is in exactly one story, every story has exactly one representative, and nothing else is in either.
select 'document without a story' as what, document_id as id
from stg.current_documents where document_id not in (select document_id from core.story_documents)
union all
select 'document in several stories', document_id from core.story_documents group by document_id having count(*) > 1
union all
select 'document that is not current', document_id
from core.story_documents where document_id not in (select document_id from stg.current_documents)
union all
select 'story without one representative', story_id
from core.story_documents group by story_id having count(*) filter (where is_representative) <> 1
union all
select 'story without a row', story_id from core.story_documents where story_id not in (select story_id from core.stories)
union all
select 'story without documents', story_id from core.stories where story_id not in (select story_id from core.story_documents)
union all
select 'relation of a lone document', min(document_id)
from core.story_documents group by story_id having count(*) = 1 and min(relation) <> 'identical'
