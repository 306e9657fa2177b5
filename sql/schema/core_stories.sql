-- One row a story.
create table if not exists core.stories (
    story_id varchar not null,
);
comment on table core.stories is 'a story: what is one event or one text in several copies';
comment on column core.stories.story_id is 'stable identifier';
