-- One row a kind, name and language of the documents that it holds for. Written are those that mean another actor than before, or for
-- another reason.
create or replace temp table run_changed_names as
select
    coalesce(n.kind, b.kind) as kind,
    coalesce(n.name_key, b.name_key) as name_key,
    coalesce(n.language, b.language) as language,
    n.actor_id,
    b.actor_id as actor_before,
from run_name_actors as n
full join int.name_actors as b on b.kind = n.kind and b.name_key = n.name_key and b.language = n.language
where (n.actor_id, n.actor_kind, n.rule, n.reason) is distinct from (b.actor_id, b.actor_kind, b.rule, b.reason);

delete from int.name_actors as a using run_changed_names as c where c.kind = a.kind and c.name_key = a.name_key and c.language = a.language;
insert into int.name_actors by name
select n.* from run_name_actors as n semi join run_changed_names as c on c.kind = n.kind and c.name_key = n.name_key and c.language = n.language;
drop table run_name_actors;
