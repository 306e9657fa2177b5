-- One row a quotation: its words in comparable form, worked out once when its document is read.
create table if not exists int.quotation_words (
    quotation_no integer not null,
    words ubigint not null,
    document_no integer,
);
comment on table int.quotation_words is 'the words of a quotation as one number: equal for the same words, whatever their marks, case and spaces';
comment on column int.quotation_words.quotation_no is 'quotation in core.quotations';
comment on column int.quotation_words.words is 'lower 64 bits of the MD5 of its letters and digits in lower case';
comment on column int.quotation_words.document_no is 'number of the document, as in core.documents';
