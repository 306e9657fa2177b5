-- The slice of a row, from 0, of rows in the order of their documents.
create schema if not exists int;
create or replace macro int.slice_of(document_no, usual) as
    ((row_number() over (order by document_no) - 1) // int.slice_size(usual))::integer;
comment on macro int.slice_of is 'number of the part of the documents that a model works on at a time';
