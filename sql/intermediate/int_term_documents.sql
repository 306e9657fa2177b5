-- One row a term or name that current documents hold. Documents of this run count -1 where they were counted before, and +1 where they
-- are current now.
create or replace temp table run_term_changes as
with counted as materialized (
    select 1 as sign, document_no
    from stg.places
    where document_no in (select document_no from run_documents)
    union all
    select 1, document_no
    from stg.places
    where (select is_whole from run_extent) and document_no not in (select document_no from run_documents)
    union all
    select -1, document_no from run_places_before where not (select is_whole from run_extent)
),

names as (
    select distinct 1 as sign, document_no, entity_key
    from int.document_names
    where document_no in (select document_no from counted where sign = 1) and kind <> 'country'
    union all
    select distinct -1, document_no, entity_key
    from run_document_names_before
    where kind <> 'country'
),

terms as (
    select c.sign, unnest(s.terms)::bigint as term
    from core.sketches as s
    join counted as c on c.document_no = s.document_no
    union all
    -- a country stands in every second report and brings nobody together
    select sign, int.name_term(entity_key) from names where length(entity_key) >= 3
)

select term, sum(sign)::integer as documents
from terms
group by term
having sum(sign) <> 0;

delete from int.term_documents where (select is_whole from run_extent);
update int.term_documents as t set documents = t.documents + c.documents from run_term_changes as c where c.term = t.term;
insert into int.term_documents by name
select c.* from run_term_changes as c anti join int.term_documents as t on t.term = c.term;
delete from int.term_documents where documents = 0;
drop table run_term_changes;
