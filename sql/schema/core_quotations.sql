-- One row a document and quotation_no.
create table if not exists core.quotations (
    document_id varchar not null,
    quotation_no integer not null,
    sentence_no integer not null,
    char_start integer not null,
    char_end integer not null,
    text varchar not null,
    kind varchar not null,
    cue varchar,
    cue_lemma varchar,
    speaker_surface varchar,
    speaker_mention_no integer,
    medium_mention_no integer,
    marks varchar,
    rule varchar not null,
    confidence double not null,
    document_no integer,
);
comment on table core.quotations is 'a passage someone is quoted with';
comment on column core.quotations.document_id is 'document';
comment on column core.quotations.quotation_no is 'from 0, in reading order';
comment on column core.quotations.sentence_no is 'sentence it begins in';
comment on column core.quotations.char_start is 'first code point in core.documents.text';
comment on column core.quotations.char_end is 'after the last code point';
comment on column core.quotations.text is 'the words quoted, incises left out';
comment on column core.quotations.kind is 'direct or indirect';
comment on column core.quotations.cue is 'word or words that introduce it';
comment on column core.quotations.cue_lemma is 'the cue''s lemma in ref.cue_verbs';
comment on column core.quotations.speaker_surface is 'the speaker as the text gives it';
comment on column core.quotations.speaker_mention_no is 'mention in core.mentions that the speaker is; the actor follows by core.mention_actors';
comment on column core.quotations.medium_mention_no is 'mention of the medium that reports it, where that is not the speaker';
comment on column core.quotations.marks is 'negated, hypothetical, unclosed …, joined by a space';
comment on column core.quotations.rule is 'rule that found the speaker';
comment on column core.quotations.confidence is '0 to 1';
comment on column core.quotations.document_no is 'number of the document, as in core.documents';
