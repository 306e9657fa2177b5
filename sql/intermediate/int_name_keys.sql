-- One row a kind and name that current documents hold as a fullest form, or that people named: its counts over the corpus.
-- Only names that documents of this run hold or held are counted again.
create or replace temp table run_name_keys as
select kind, name_key, (row_number() over ())::integer as key_no
from (select distinct kind, unnest([entity_key, name_key]) as name_key from run_names where kind <> 'country');

delete from int.name_keys as k using run_name_keys as t where t.kind = k.kind and t.name_key = k.name_key;

insert into int.name_keys by name
with names as materialized (
    select t.key_no, n.document_no, n.surface, n.one_word, n.gender, n.titles, n.mentions, n.name_key = n.entity_key as is_full
    from int.document_names as n
    join run_name_keys as t on t.kind = n.kind and t.name_key = n.entity_key
    union all
    -- a short form that is blocked for its actor stands by itself
    select t.key_no, n.document_no, n.surface, n.one_word, n.gender, n.titles, n.mentions, true
    from int.document_names as n
    join run_name_keys as t on t.kind = n.kind and t.name_key = n.name_key
    where n.name_key <> n.entity_key and n.name_key in (select alias_key from int.alias_keys where blocked)
),

spellings as (
    select
        key_no, surface, is_full,
        bool_and(one_word) as one_word,
        count(distinct document_no) as documents,
        sum(mentions) as mentions,
    from names
    group by key_no, surface, is_full
),

shown as (
    select
        key_no,
        arg_max(surface, (is_full::integer, documents, mentions, surface)) as surface,
        bool_and(one_word) filter (where is_full) as one_word,
    from spellings
    group by key_no
),

-- by document first: a set of documents for each name would take longer
in_documents as (
    select
        key_no, document_no,
        sum(mentions)::bigint as mentions,
        bool_or(gender = 'f') as has_female,
        bool_or(gender = 'm') as has_male,
    from names
    group by key_no, document_no
),

counts as (
    select
        key_no,
        count(*) as documents,
        sum(mentions)::bigint as mentions,
        count_if(has_female) as female,
        count_if(has_male) as male,
    from in_documents
    group by key_no
),

titled as (
    select key_no, list_sort(list_distinct(flatten(list(titles)))) as titles from names where len(titles) > 0 group by key_no
)

select
    k.kind,
    k.name_key,
    s.surface,
    coalesce(s.one_word, not contains(k.name_key, ' ')) as one_word,
    len(string_split(k.name_key, ' ')) as words,
    c.documents,
    c.mentions,
    -- nine of ten documents that tell must agree; titles are now and then read from the neighbour's name
    case
        when c.female > 9 * c.male then 'f'
        when c.male > 9 * c.female then 'm'
        when c.female + c.male > 0 then 'mixed'
    end as gender,
    t.titles,
    int.sound_key(k.name_key) as sound_key,
from counts as c
join run_name_keys as k on k.key_no = c.key_no
join shown as s on s.key_no = c.key_no
left join titled as t on t.key_no = c.key_no;

drop table run_names;
drop table run_name_keys;

insert into int.first_seen by name
select k.kind, k.name_key, getvariable('run_id') as run_id
from int.name_keys as k
anti join int.first_seen as f on f.kind = k.kind and f.name_key = k.name_key;
