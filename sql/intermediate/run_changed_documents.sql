-- One row a document whose mentions must be given their actors again: new, read again, or with a name that means another actor now.
create or replace temp table run_changed_documents as
with changed_names as (
    select distinct kind, name_key
    from (
        (from int.name_actors except from name_actors_before)
        union all
        (from name_actors_before except from int.name_actors)
    )
)

select document_id, document_no from run_documents
union
select n.document_id, n.document_no from int.document_names as n semi join changed_names as c on c.kind = n.kind and c.name_key = n.entity_key
union
select n.document_id, n.document_no from int.document_names as n semi join changed_names as c on c.kind = n.kind and c.name_key = n.name_key
union
select d.document_id, d.document_no
from core.documents as d
semi join (
    (from int.scoped_names except from scoped_names_before)
    union all
    (from scoped_names_before except from int.scoped_names)
) as s on s.document_id = d.document_id;
drop table name_actors_before;
drop table scoped_names_before;
