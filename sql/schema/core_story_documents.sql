-- One row a document.
create table if not exists core.story_documents (
    document_id varchar not null,
    story_id varchar not null,
    relation varchar not null,
    is_representative boolean not null,
);
comment on table core.story_documents is 'a document in its story';
comment on column core.story_documents.document_id is 'document';
comment on column core.story_documents.story_id is 'story';
comment on column core.story_documents.relation is 'identical, near_duplicate or same_story';
comment on column core.story_documents.is_representative is 'whether the document stands for the story';
