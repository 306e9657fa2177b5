-- How many documents, names or rows a model works on at a time: the usual number, or the variable, which is for tests.
create schema if not exists int;
create or replace macro int.slice_size(usual) as coalesce(getvariable('slice_size'), usual);
comment on macro int.slice_size is 'how many a model works on at a time';
