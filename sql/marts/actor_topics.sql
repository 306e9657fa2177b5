-- One row an actor and topic of its documents; documents without a topic have the row undetermined.
create or replace view actor_topics as
with documents_of as (
    select actor_no, count(*) as documents from int.actor_documents group by actor_no
)

select
    c.actor_id,
    c.name,
    c.kind,
    t.topic_id,
    count(*) as documents,
    count(*) filter (where t.rank = 1) as documents_mainly,
    count(distinct s.story_id) as stories,
    sum(a.mentions)::bigint as mentions,
    round(count(*) / any_value(o.documents), 6) as share,
from int.actor_documents as a
join core.actors as c on c.actor_no = a.actor_no
join documents_of as o on o.actor_no = a.actor_no
join stg.current_documents as d on d.document_no = a.document_no
join core.document_topics as t on t.document_id = d.document_id
left join core.story_documents as s on s.document_no = a.document_no
group by c.actor_id, c.name, c.kind, t.topic_id;
comment on view actor_topics is 'what each actor is in the news about';
comment on column actor_topics.actor_id is 'actor';
comment on column actor_topics.name is 'name of the actor';
comment on column actor_topics.kind is 'person, organisation, country or place';
comment on column actor_topics.topic_id is 'topic of the documents, or undetermined';
comment on column actor_topics.documents is 'current documents with actor and topic';
comment on column actor_topics.documents_mainly is 'of which it is the main topic';
comment on column actor_topics.stories is 'stories among the documents';
comment on column actor_topics.mentions is 'mentions of the actor in them';
comment on column actor_topics.share is 'documents as a share of all documents of the actor; they may add up to more than 1, for a document may have several topics';
