-- One row a document that the index of words covers: its block, neighbours in the file that are looked through together.
create table if not exists int.search_blocks (
    document_id varchar not null,
    block_no integer not null,
);
comment on table int.search_blocks is 'documents that the index of words covers, in blocks; empty while the archive is small enough to be read through';
comment on column int.search_blocks.document_id is 'document';
comment on column int.search_blocks.block_no is 'block of up to 8 documents that were loaded one after another';
