-- One row a current document.
create table if not exists core.story_documents (
    document_id varchar not null,
    story_id varchar not null,
    relation varchar not null,
    is_representative boolean not null,
    text_id varchar not null,
    similarity double,
    linked_to varchar,
    linked_by varchar,
    document_no integer,
);
comment on table core.story_documents is 'a document in its story; every current document is in exactly one';
comment on column core.story_documents.document_id is 'document';
comment on column core.story_documents.story_id is 'story';
comment on column core.story_documents.relation is 'to the representative: identical (same text but for white space and header), near_duplicate (syndicated, shortened, lightly edited) or same_story (another report of the event); identical for the representative itself';
comment on column core.story_documents.is_representative is 'whether it is the document to show for the story';
comment on column core.story_documents.text_id is 'documents with the same text_id are copies of one text';
comment on column core.story_documents.similarity is 'of the pair that brought it in, 0 to 1; NULL for a story of one';
comment on column core.story_documents.linked_to is 'the other document of that pair';
comment on column core.story_documents.linked_by is 'what the pair shares: text, or the names and dates of the event';
comment on column core.story_documents.document_no is 'number of the document, as in core.documents';
