-- One row a current document.
create or replace view documents as
with counts as (
    select document_id, count(*) as sentences from core.sentences group by document_id
),

leads as (
    select document_id, arg_min(text, sentence_no) as lead from core.sentences where kind = 'sentence' group by document_id
)

select
    d.document_id,
    d.place,
    d.files,
    coalesce(
        d.title, case when length(l.lead) > 120 then regexp_replace(left(l.lead, 120), '\s+\S*$', '') || '…' else l.lead end
    ) as headline,
    d.title,
    d.title_source,
    d.byline,
    d.source,
    d.source_name,
    d.url,
    d.language,
    d.language_confidence,
    d.language_decision,
    d.published_edtf,
    d.published_from,
    d.published_until,
    d.date_precision,
    d.date_source,
    d.date_evidence,
    d.date_reason,
    d.char_count,
    d.word_count,
    coalesce(c.sentences, 0) as sentences,
    s.story_id,
    d.text,
    d.run_id,
from stg.current_documents as d
left join counts as c on c.document_id = d.document_id
left join leads as l on l.document_id = d.document_id
left join core.story_documents as s on s.document_id = d.document_id;
comment on view documents is 'the documents: where they lie, when they were published, in which language, with how much in them';
comment on column documents.document_id is 'first 16 hex digits of the SHA-256 of the record''s bytes';
comment on column documents.place is 'root and path of the first file that holds it';
comment on column documents.files is 'number of current files that hold it';
comment on column documents.headline is 'the title, else the first sentence, cut at a word after 120 characters';
comment on column documents.title is 'title given by the header or a heading before the first sentence';
comment on column documents.title_source is 'header or heading';
comment on column documents.byline is 'author as the text gives it';
comment on column documents.source is 'the medium that the document names, else the folder it lay in';
comment on column documents.source_name is 'medium or agency that the document names as its source';
comment on column documents.url is 'address that the document names';
comment on column documents.language is 'ISO 639-1 code, or und where unsure';
comment on column documents.language_confidence is '0 to 1';
comment on column documents.language_decision is 'confident, too_short, low_margin, no_letters or mixed';
comment on column documents.published_edtf is 'date of publication as EDTF at the precision known (2021-11-24, 2021-11); NULL when unknown';
comment on column documents.published_from is 'first day it may mean';
comment on column documents.published_until is 'last day it may mean';
comment on column documents.date_precision is 'day, month, year or none';
comment on column documents.date_source is 'header, filename, dateline, text or none';
comment on column documents.date_evidence is 'the words it came from';
comment on column documents.date_reason is 'how it was decided, or why a date was refused';
comment on column documents.char_count is 'code points of the body';
comment on column documents.word_count is 'words of the body';
comment on column documents.sentences is 'sentences, headings and other blocks in it';
comment on column documents.story_id is 'story that it belongs to';
comment on column documents.text is 'the decoded file, untouched; all spans count its code points';
comment on column documents.run_id is 'run that loaded it';
