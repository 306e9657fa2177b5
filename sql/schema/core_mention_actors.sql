-- One row a mention that is an actor.
create table if not exists core.mention_actors (
    document_id varchar not null,
    mention_no integer not null,
    actor_id varchar not null,
    rule varchar not null,
    reason varchar not null,
    document_no integer,
);
comment on table core.mention_actors is 'which actor a mention is';
comment on column core.mention_actors.document_id is 'document';
comment on column core.mention_actors.mention_no is 'mention in core.mentions';
comment on column core.mention_actors.actor_id is 'actor';
comment on column core.mention_actors.rule is 'rule that decided';
comment on column core.mention_actors.reason is 'the reason in words';
comment on column core.mention_actors.document_no is 'number of the document, as in core.documents';
