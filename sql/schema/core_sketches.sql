-- One row a document that has words.
create table if not exists core.sketches (
    document_id varchar not null,
    content_hash bigint not null,
    shingle_count integer not null,
    bands integer[] not null,
    shingles integer[] not null,
    terms integer[] not null,
    document_no integer,
);
comment on table core.sketches is 'what finds the copies of a text and the other reports of its event without comparing all with all';
comment on column core.sketches.document_id is 'document';
comment on column core.sketches.content_hash is 'hash of the body without white space: equal for identical texts';
comment on column core.sketches.shingle_count is 'distinct runs of four words';
comment on column core.sketches.bands is 'the 16 smallest hashes of runs of four words, ascending: documents that share one are compared';
comment on column core.sketches.shingles is 'the hashes after them, up to 64 in all: what is compared';
comment on column core.sketches.terms is '32-bit hashes of its longer words, the most telling first';
comment on column core.sketches.document_no is 'number of the document, as in core.documents';
