-- A name as a number beyond those of the words, by which documents meet.
create or replace macro int.name_term(entity_key) as (hash(entity_key) >> 2)::bigint + 4294967296;
