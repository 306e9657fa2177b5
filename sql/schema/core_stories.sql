-- One row a story_id.
create table if not exists core.stories (
    story_id varchar not null,
    representative_id varchar not null,
    documents integer not null,
    texts integer not null,
    run_id varchar not null,
);
comment on table core.stories is 'a story: what reports the same event, counted once';
comment on column core.stories.story_id is 'document_id of the member that named it, the earliest when the story began; kept when an older document joins later';
comment on column core.stories.representative_id is 'the document to show for it: the longest of its earliest day';
comment on column core.stories.documents is 'current documents in it';
comment on column core.stories.texts is 'different texts in it: copies and edited copies count once';
comment on column core.stories.run_id is 'run that named it';
