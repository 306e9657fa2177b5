-- One row a document and place.
create table if not exists core.dates (
    document_id varchar not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    surface varchar not null,
    edtf varchar,
    date_from date,
    date_until date,
    rule varchar not null,
    document_no integer,
);
comment on table core.dates is 'a calendar expression in the text';
comment on column core.dates.document_id is 'document';
comment on column core.dates.sentence_no is 'sentence it stands in';
comment on column core.dates.char_start is 'first code point in core.documents.text';
comment on column core.dates.char_end is 'after the last code point';
comment on column core.dates.surface is 'the words as they stand there';
comment on column core.dates.edtf is 'meaning as EDTF at its own precision; NULL when it cannot be fixed';
comment on column core.dates.date_from is 'first day it may mean';
comment on column core.dates.date_until is 'last day it may mean';
comment on column core.dates.rule is 'rule that read it';
comment on column core.dates.document_no is 'number of the document, as in core.documents';
