-- One row a story.
create or replace view stories as
select *
from int.story_summary
order by documents desc, last_published desc nulls last, story_id;
comment on view stories is 'the stories: copies of a text and reports of the same event, counted once; story_documents opens each';
comment on column stories.story_id is 'document_id of the member that named it; stays when older documents join later';
comment on column stories.title is 'title of the representative, else the beginning of its text';
comment on column stories.first_published is 'earliest day that a document of it may have been published; NULL when none is dated';
comment on column stories.last_published is 'latest day that a document of it may have been published';
comment on column stories.documents is 'current documents in it: rows of story_documents';
comment on column stories.texts is 'different texts among them: copies and edited copies count once';
comment on column stories.other_reports is 'documents that report the event in a text other than the representative''s';
comment on column stories.sources is 'different sources among them';
comment on column stories.source_names is 'those sources';
comment on column stories.languages is 'different languages among them';
comment on column stories.actors is 'up to ten actors, those in most of its documents first';
comment on column stories.topics is 'up to five topics by their English labels, those of most of its documents first';
comment on column stories.undated is 'documents without any date';
comment on column stories.dated_coarsely is 'documents of which only the month or the year is known';
comment on column stories.representative_id is 'the document to show for it: the earliest, of one day the longest';
comment on column stories.representative_place is 'root and path of its first file';
comment on column stories.run_id is 'run that named it';
