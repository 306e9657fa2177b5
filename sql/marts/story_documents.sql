-- One row a current document: the story it belongs to. The evidence of the counts in stories.
create or replace view story_documents as
select
    s.story_id,
    s.document_id,
    d.place,
    d.source,
    d.title,
    d.published_edtf,
    d.published_from,
    d.published_until,
    d.date_precision,
    d.language,
    s.relation,
    s.is_representative,
    s.text_id,
    s.similarity,
    s.linked_to,
    s.linked_by,
from core.story_documents as s
join stg.current_documents as d on d.document_id = s.document_id;
comment on view story_documents is 'each document in its story, with what brought it in; opens the counts of stories';
comment on column story_documents.story_id is 'story';
comment on column story_documents.document_id is 'document';
comment on column story_documents.place is 'root and path of the first file that holds it';
comment on column story_documents.source is 'the medium that the document names, else the folder it lay in';
comment on column story_documents.title is 'title of the document, if it has one';
comment on column story_documents.published_edtf is 'date of publication at the precision known; NULL when unknown';
comment on column story_documents.published_from is 'first day it may mean';
comment on column story_documents.published_until is 'last day it may mean';
comment on column story_documents.date_precision is 'day, month, year or none';
comment on column story_documents.language is 'ISO 639-1 code, or und where unsure';
comment on column story_documents.relation is 'to the representative: identical, near_duplicate or same_story; of the representative itself the loosest of its story';
comment on column story_documents.is_representative is 'whether it is the document to show for the story';
comment on column story_documents.text_id is 'documents with the same text_id are copies of one text';
comment on column story_documents.similarity is 'of the pair that brought it in, 0 to 1 for texts, a score for events; NULL for a story of one';
comment on column story_documents.linked_to is 'the other document of that pair';
comment on column story_documents.linked_by is 'text (common runs of words) or event (rare terms, names and days of the same event)';
