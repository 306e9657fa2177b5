-- One row a quotation of a current document.
create table if not exists int.quotations (
    document_id varchar not null,
    quotation_no integer not null,
    kind varchar not null,
    char_start integer not null,
    char_end integer not null,
    speaker_id varchar,
    speaker_role varchar,
    medium_id varchar,
    story_id varchar not null,
    words ubigint not null,
    is_counted boolean not null,
    copies bigint not null,
    document_no integer,
);
comment on table int.quotations is 'quotations of current documents with speaker and medium as actors; is_counted marks one copy a story';
comment on column int.quotations.document_id is 'document';
comment on column int.quotations.quotation_no is 'quotation in core.quotations';
comment on column int.quotations.kind is 'direct or indirect';
comment on column int.quotations.char_start is 'first code point of the quotation';
comment on column int.quotations.char_end is 'after its last code point';
comment on column int.quotations.speaker_id is 'actor who speaks; NULL where the speaker is no known actor';
comment on column int.quotations.speaker_role is 'role or function that the document gives the speaker';
comment on column int.quotations.words is 'the words as one number, from int.quotation_words';
comment on column int.quotations.medium_id is 'actor that reports it; NULL where none is named';
comment on column int.quotations.story_id is 'story of the document';
comment on column int.quotations.is_counted is 'true for one copy a story, false for the copies of syndicated text';
comment on column int.quotations.copies is 'copies of these words in the story, this one included';
comment on column int.quotations.document_no is 'number of the document, as in core.documents';
