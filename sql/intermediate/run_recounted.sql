-- One row a document that may count otherwise than before: one of this run, with other actors, in another story, or with an actor that
-- is paired now and was not before. With it come all that tell its story: what a story counts is known by all its documents.
create or replace temp table run_recounted as
with other_actors as (
    (select actor_no from int.pair_actors except select actor_no from run_pair_actors_before)
    union all
    (select actor_no from run_pair_actors_before except select actor_no from int.pair_actors)
),

own as (
    select document_no from run_changed_documents
    union
    select document_no from run_story_documents_before
    union
    select s.document_no from core.story_documents as s semi join run_stories as t on t.story_id = s.story_id
    union
    select a.document_no from int.actor_documents as a semi join other_actors as o on o.actor_no = a.actor_no
)

select document_no from own
union
select document_no
from core.story_documents
where story_id in (select story_id from core.story_documents where document_no in (select document_no from own))
union
select document_no from stg.places where (select whole from run_counting);

-- Their stories before (-1) and now (+1), as numbers; only those that several documents tell need one.
create or replace temp table run_told as
with stories as (
    select 1 as sign, document_no, story_id from core.story_documents where document_no in (select document_no from run_recounted)
    union all
    select -1, document_no, story_id from run_story_documents_before
    union all
    select -1, document_no, story_id
    from core.story_documents
    where document_no in (select document_no from run_recounted)
      and document_no not in (select document_no from run_story_documents_before)
      and not (select whole from run_counting)
)
select sign, document_no, (dense_rank() over (order by story_id))::integer as story_no
from stories
qualify count(*) over (partition by sign, story_id) > 1;

-- Their actors before (-1) and now (+1). A run that counts everything takes nothing off.
create or replace temp table run_appearances as
select 1 as sign, document_no, actor_no, mentions
from int.actor_documents
where document_no in (select document_no from run_recounted)
union all
select -1, document_no, actor_no, mentions from run_actor_documents_before
union all
select -1, document_no, actor_no, mentions
from int.actor_documents
where document_no in (select document_no from run_recounted)
  and document_no not in (select document_no from run_changed_documents)
  and not (select whole from run_counting);
