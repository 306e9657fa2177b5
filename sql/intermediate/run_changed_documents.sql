-- One row a document whose mentions must be given their actors again: new, read again, with a name that means another actor now, or with
-- a short form of a name that is written otherwise now: the reason quotes it.
create or replace temp table run_changed_documents as
select document_id, document_no, int.slice_of(document_no, 100000) as slice
from (
    select document_id, document_no from run_documents
    union
    select n.document_id, n.document_no
    from int.document_names as n
    semi join run_changed_names as c on c.kind = n.kind and c.name_key = n.entity_key
    union
    select n.document_id, n.document_no
    from int.document_names as n
    semi join run_changed_names as c on c.kind = n.kind and c.name_key = n.name_key
    union
    select n.document_id, n.document_no
    from int.document_names as n
    semi join run_reworded_names as c on c.kind = n.kind and c.name_key = n.entity_key
    where n.name_key <> n.entity_key
    union
    select document_id, document_no from core.documents where document_id in (select document_id from run_changed_scoped)
);
