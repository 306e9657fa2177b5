-- One row a document and sentence_no.
-- Zstandard would take a quarter less room for the text, and undo 2,048 sentences to show one: 0.6 s instead of 0.03 for those of a thousand
-- documents among 100,000.
create table if not exists core.sentences (
    document_id varchar not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    kind varchar not null,
    language varchar,
    text varchar not null,
    document_no integer,
);
comment on table core.sentences is 'a sentence, heading or other block';
comment on column core.sentences.document_id is 'document';
comment on column core.sentences.sentence_no is 'from 0, in reading order';
comment on column core.sentences.char_start is 'first code point in core.documents.text';
comment on column core.sentences.char_end is 'after the last code point';
comment on column core.sentences.kind is 'heading, sentence, list_item, caption, byline or link';
comment on column core.sentences.language is 'ISO 639-1 code where it differs from the document''s; NULL where it is the same';
comment on column core.sentences.text is 'the sentence, verbatim';
comment on column core.sentences.document_no is 'number of the document, as in core.documents';
