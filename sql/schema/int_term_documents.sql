-- One row a term or name that current documents hold.
create table if not exists int.term_documents (
    term bigint not null,
    documents integer not null,
);
comment on table int.term_documents is 'in how many documents each term and name stands: how much it says that two documents share it; kept from run to run';
comment on column int.term_documents.term is 'hash of a word, as in core.sketches; beyond 32 bits the hash of a name, as in int.document_names';
comment on column int.term_documents.documents is 'current documents that hold it';
