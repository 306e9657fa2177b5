-- One row a story.
create or replace temp table story_runs as select story_id, run_id from core.stories;

delete from core.stories;

insert into core.stories by name
select
    s.story_id,
    max(s.document_id) filter (where s.is_representative) as representative_id,
    count(*)::integer as documents,
    count(distinct s.text_id)::integer as texts,
    coalesce(any_value(r.run_id), getvariable('run_id')) as run_id,
from core.story_documents as s
left join story_runs as r on r.story_id = s.story_id
group by s.story_id
order by s.story_id;
