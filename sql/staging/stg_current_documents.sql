-- One row a document that at least one current record holds.
create or replace view stg.current_documents as
select
    d.*,
    p.place,
    p.files,
    -- the medium it names, else the folder it lay in: that is how people sort what they collect
    coalesce(d.source_name, p.folder) as source,
from core.documents as d
join stg.places as p on p.document_no = d.document_no;
comment on view stg.current_documents is 'documents that a current record holds, with where they lie and which source they count for';
comment on column stg.current_documents.document_id is 'first 16 hex digits of the SHA-256 of the record''s bytes';
comment on column stg.current_documents.source_seq is 'running number in the file name (NNN_…), if there is one';
comment on column stg.current_documents.source_key is 'key in the file name (…_<16 hex>), if there is one';
comment on column stg.current_documents.title is 'title given by the header or a heading before the first sentence';
comment on column stg.current_documents.title_source is 'header or heading';
comment on column stg.current_documents.byline is 'author as the text gives it';
comment on column stg.current_documents.source_name is 'medium or agency that the document names as its source';
comment on column stg.current_documents.url is 'address that the document names';
comment on column stg.current_documents.text is 'the decoded file, untouched; all spans count its code points';
comment on column stg.current_documents.encoding is 'encoding that the bytes were read in';
comment on column stg.current_documents.encoding_rule is 'how the encoding was found';
comment on column stg.current_documents.text_repair is 'what was mended in decoding; NULL when nothing was';
comment on column stg.current_documents.body_start is 'where the text proper begins; a header stands before';
comment on column stg.current_documents.body_end is 'where the text proper ends; signatures stand after';
comment on column stg.current_documents.char_count is 'code points of the body';
comment on column stg.current_documents.word_count is 'words of the body';
comment on column stg.current_documents.language is 'ISO 639-1 code, or und where unsure';
comment on column stg.current_documents.language_confidence is '0 to 1';
comment on column stg.current_documents.language_decision is 'confident, too_short, low_margin, no_letters or mixed';
comment on column stg.current_documents.published_edtf is 'date of publication as EDTF at the precision known (2021-11-24, 2021-11); NULL when unknown';
comment on column stg.current_documents.published_from is 'first day it may mean';
comment on column stg.current_documents.published_until is 'last day it may mean';
comment on column stg.current_documents.date_precision is 'day, month, year or none';
comment on column stg.current_documents.date_source is 'header, filename, dateline, text or none';
comment on column stg.current_documents.date_evidence is 'the words it came from';
comment on column stg.current_documents.date_reason is 'how it was decided, or why a date was refused';
comment on column stg.current_documents.run_id is 'run that loaded it';
comment on column stg.current_documents.document_no is 'running number in the order of loading';
comment on column stg.current_documents.place is 'root and path of the first file that holds it';
comment on column stg.current_documents.files is 'number of current files that hold it';
comment on column stg.current_documents.source is 'the medium that the document names, else the folder it lay in';
