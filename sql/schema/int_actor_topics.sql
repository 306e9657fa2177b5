-- One row an actor and topic of its documents.
create table if not exists int.actor_topics (
    actor_no integer not null,
    topic_id varchar not null,
    documents integer not null,
    documents_mainly integer not null,
    stories integer not null,
    mentions integer not null,
);
comment on table int.actor_topics is 'what each actor is in the news about; kept from run to run';
comment on column int.actor_topics.actor_no is 'number of the actor, as in core.actors';
comment on column int.actor_topics.topic_id is 'topic of the documents, or undetermined';
comment on column int.actor_topics.documents is 'current documents with actor and topic';
comment on column int.actor_topics.documents_mainly is 'of which it is the main topic';
comment on column int.actor_topics.stories is 'stories among the documents';
comment on column int.actor_topics.mentions is 'mentions of the actor in them';
