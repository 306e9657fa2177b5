-- One row a document and rank.
create table if not exists core.language_candidates (
    document_id varchar not null,
    rank integer not null,
    language varchar not null,
    probability double not null,
    document_no integer,
);
comment on table core.language_candidates is 'a candidate language of a document';
comment on column core.language_candidates.document_id is 'document';
comment on column core.language_candidates.rank is '1 is the likeliest';
comment on column core.language_candidates.language is 'ISO 639-1 code';
comment on column core.language_candidates.probability is '0 to 1';
comment on column core.language_candidates.document_no is 'number of the document, as in core.documents';
