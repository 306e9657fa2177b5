-- One row an actor and topic of its documents; documents without a topic have the row undetermined.
create or replace view actor_topics as
select
    a.actor_id,
    a.name,
    a.kind,
    t.topic_id,
    t.documents::bigint as documents,
    t.documents_mainly::bigint as documents_mainly,
    t.stories::bigint as stories,
    t.mentions::bigint as mentions,
    round(t.documents / a.documents, 6) as share,
from int.actor_topics as t
join int.actor_counts as a on a.actor_no = t.actor_no;
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
