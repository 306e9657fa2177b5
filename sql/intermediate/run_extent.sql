-- One row: whether the documents of this run are most of the archive, as in a first run, so that it is quicker to count all than what changes.
create or replace temp table run_extent as
select 2 * (select count(*) from run_documents) > (select count(*) from stg.places) as is_whole;
