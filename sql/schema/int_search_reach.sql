-- One row, or none while there is no index of words.
create table if not exists int.search_reach (
    document_no integer not null,
);
comment on table int.search_reach is 'how far the index of words reaches';
comment on column int.search_reach.document_no is 'number of the last document that it covers, with all before it';
