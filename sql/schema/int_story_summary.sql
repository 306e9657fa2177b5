-- One row a story: what the view stories shows, kept from run to run.
create table if not exists int.story_summary (
    story_id varchar not null,
    title varchar,
    first_published date,
    last_published date,
    documents bigint not null,
    texts bigint not null,
    other_reports bigint not null,
    sources bigint not null,
    source_names varchar[] not null,
    languages bigint not null,
    actors varchar[],
    topics varchar[],
    undated bigint not null,
    dated_coarsely bigint not null,
    representative_id varchar not null,
    representative_place varchar,
    run_id varchar not null,
);
comment on table int.story_summary is 'the stories with their counts, kept from run to run';
comment on column int.story_summary.story_id is 'document_id of the member that named it; stays when older documents join later';
comment on column int.story_summary.title is 'title of the representative, else the beginning of its text';
comment on column int.story_summary.first_published is 'earliest day that a document of it may have been published; NULL when none is dated';
comment on column int.story_summary.last_published is 'latest day that a document of it may have been published';
comment on column int.story_summary.documents is 'current documents in it: rows of story_documents';
comment on column int.story_summary.texts is 'different texts among them: copies and edited copies count once';
comment on column int.story_summary.other_reports is 'documents that report the event in a text other than the representative''s';
comment on column int.story_summary.sources is 'different sources among them';
comment on column int.story_summary.source_names is 'those sources';
comment on column int.story_summary.languages is 'different languages among them';
comment on column int.story_summary.actors is 'up to ten actors, those in most of its documents first';
comment on column int.story_summary.topics is 'up to five topics by their English labels, those of most of its documents first';
comment on column int.story_summary.undated is 'documents without any date';
comment on column int.story_summary.dated_coarsely is 'documents of which only the month or the year is known';
comment on column int.story_summary.representative_id is 'the document to show for it: the earliest, of one day the longest';
comment on column int.story_summary.representative_place is 'root and path of its first file';
comment on column int.story_summary.run_id is 'run that named it';
