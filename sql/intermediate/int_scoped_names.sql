-- One row a document, kind and name that is decided by the document or its story. Written are those that mean another actor there than
-- before, or for another reason.
create or replace temp table run_changed_scoped as
select coalesce(n.document_id, b.document_id) as document_id, coalesce(n.kind, b.kind) as kind, coalesce(n.name_key, b.name_key) as name_key
from run_scoped_names as n
full join int.scoped_names as b on b.document_id = n.document_id and b.kind = n.kind and b.name_key = n.name_key
where (n.actor_id, n.actor_kind, n.name, n.country, n.known_by, n.rule, n.reason)
    is distinct from (b.actor_id, b.actor_kind, b.name, b.country, b.known_by, b.rule, b.reason);

delete from int.scoped_names as s
using run_changed_scoped as c where c.document_id = s.document_id and c.kind = s.kind and c.name_key = s.name_key;
insert into int.scoped_names by name
select n.*
from run_scoped_names as n
semi join run_changed_scoped as c on c.document_id = n.document_id and c.kind = n.kind and c.name_key = n.name_key;
drop table run_scoped_names;
