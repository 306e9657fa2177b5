-- One row: whether the documents of this run are most of the archive, as in a first run, so that it is quicker to count all than what changes.
create or replace temp table run_extent as
select 2 * (select count(*) from run_documents) > (select count(*) from stg.places) as is_whole;

-- What is worked out for each document by itself is worked out for so many at a time, so that memory does not grow with the archive.
create or replace temp table run_slices as
select document_no, int.slice_of(document_no, 100000) as slice from run_documents;
