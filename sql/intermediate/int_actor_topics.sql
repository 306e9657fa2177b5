-- One row an actor and topic of its documents. What documents gave before is taken off, and what they give now is added, as for pairs.
create or replace temp table topic_changes as
with numbered as (
    select d.document_no, t.topic_id, t.rank
    from core.document_topics as t
    join core.documents as d on d.document_id = t.document_id
    where d.document_no in (select document_no from run_recounted)
),

topics_of as (
    select 1 as sign, document_no, topic_id, rank from numbered
    union all
    select -1, document_no, topic_id, rank from run_document_topics_before
    union all
    select -1, document_no, topic_id, rank from numbered where document_no not in (select document_no from run_documents)
),

counts as (
    select
        a.actor_no,
        t.topic_id,
        sum(a.sign) as documents,
        coalesce(sum(a.sign) filter (where t.rank = 1), 0) as documents_mainly,
        sum(a.sign * a.mentions) as mentions,
    from run_appearances as a
    join topics_of as t on t.sign = a.sign and t.document_no = a.document_no
    group by a.actor_no, t.topic_id
),

-- documents that tell a story again
retold as (
    select actor_no, topic_id, sum(sign * (documents - 1)) as documents
    from (
        select a.sign, a.actor_no, t.topic_id, s.story_no, count(*) as documents
        from run_appearances as a
        join run_told as s on s.sign = a.sign and s.document_no = a.document_no
        join topics_of as t on t.sign = a.sign and t.document_no = a.document_no
        group by a.sign, a.actor_no, t.topic_id, s.story_no
    )
    group by actor_no, topic_id
)

select
    c.actor_no,
    c.topic_id,
    c.documents::integer as documents,
    c.documents_mainly::integer as documents_mainly,
    (c.documents - coalesce(r.documents, 0))::integer as stories,
    c.mentions::integer as mentions,
from counts as c
left join retold as r on r.actor_no = c.actor_no and r.topic_id = c.topic_id;

delete from int.actor_topics where (select whole from run_counting);
update int.actor_topics as t
set
    documents = t.documents + c.documents,
    documents_mainly = t.documents_mainly + c.documents_mainly,
    stories = t.stories + c.stories,
    mentions = t.mentions + c.mentions
from topic_changes as c
where c.actor_no = t.actor_no and c.topic_id = t.topic_id;
insert into int.actor_topics by name
select c.*
from topic_changes as c
anti join int.actor_topics as t on t.actor_no = c.actor_no and t.topic_id = c.topic_id
where c.documents > 0
order by c.actor_no, c.topic_id;
delete from int.actor_topics where documents = 0;
drop table topic_changes;
