-- One row an actor, spelling and reason, for every actor that is called so: why these names count as one.
create or replace macro why_merged(spelling) as table
with wanted as (
    select actor_id from core.actor_aliases where alias_key = int.name_key(spelling)
    union
    select actor_id from int.actors_named(spelling)
)

select
    e.name,
    e.surface as spelling,
    e.rule,
    e.reason,
    count(*) as mentions,
    count(distinct e.document_id) as documents,
    min(e.sentence) as sentence,
    e.kind,
    e.actor_id,
from actor_evidence as e
semi join wanted as w on w.actor_id = e.actor_id
group by e.name, e.surface, e.rule, e.reason, e.kind, e.actor_id
order by e.name, mentions desc, e.surface, e.rule;
comment on macro table why_merged is 'the spellings that count as one actor, each with the rule and the reason';
