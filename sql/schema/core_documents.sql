-- One row a document_id.
create table if not exists core.documents (
    document_id varchar not null,
    source_seq integer,
    source_key varchar,
    title varchar using compression zstd,
    title_source varchar,
    byline varchar,
    source_name varchar,
    url varchar,
    text varchar not null using compression zstd,
    encoding varchar not null,
    encoding_rule varchar not null,
    text_repair varchar,
    body_start integer not null,
    body_end integer not null,
    char_count integer not null,
    word_count integer not null,
    language varchar not null,
    language_confidence double not null,
    language_decision varchar not null,
    published_edtf varchar,
    published_from date,
    published_until date,
    date_precision varchar not null,
    date_source varchar not null,
    date_evidence varchar,
    date_reason varchar,
    run_id varchar not null,
    document_no integer,
);
comment on table core.documents is 'a document: one text, whatever number of files hold it';
comment on column core.documents.document_id is 'first 16 hex digits of the SHA-256 of the record''s bytes';
comment on column core.documents.source_seq is 'running number in the file name (NNN_…), if there is one';
comment on column core.documents.source_key is 'key in the file name (…_<16 hex>), if there is one';
comment on column core.documents.title is 'title given by the header or a heading before the first sentence';
comment on column core.documents.title_source is 'header or heading';
comment on column core.documents.byline is 'author as the text gives it';
comment on column core.documents.source_name is 'medium or agency that the document names as its source';
comment on column core.documents.url is 'address that the document names';
comment on column core.documents.text is 'the decoded file, untouched; all spans count its code points';
comment on column core.documents.encoding is 'encoding that the bytes were read in';
comment on column core.documents.encoding_rule is 'how the encoding was found';
comment on column core.documents.text_repair is 'what was mended in decoding; NULL when nothing was';
comment on column core.documents.body_start is 'where the text proper begins; a header stands before';
comment on column core.documents.body_end is 'where the text proper ends; signatures stand after';
comment on column core.documents.char_count is 'code points of the body';
comment on column core.documents.word_count is 'words of the body';
comment on column core.documents.language is 'ISO 639-1 code, or und where unsure';
comment on column core.documents.language_confidence is '0 to 1';
comment on column core.documents.language_decision is 'confident, too_short, low_margin, no_letters or mixed';
comment on column core.documents.published_edtf is 'date of publication as EDTF at the precision known (2021-11-24, 2021-11); NULL when unknown';
comment on column core.documents.published_from is 'first day it may mean';
comment on column core.documents.published_until is 'last day it may mean';
comment on column core.documents.date_precision is 'day, month, year or none';
comment on column core.documents.date_source is 'header, filename, dateline, text or none';
comment on column core.documents.date_evidence is 'the words it came from';
comment on column core.documents.date_reason is 'how it was decided, or why a date was refused';
comment on column core.documents.run_id is 'run that loaded it';
comment on column core.documents.document_no is 'running number in the order of loading, one for all tables: rows lie in its order, so that few have to be looked at for some documents';
