-- One row a kind and name that current documents hold as a fullest form, or that people named: its counts over the corpus.
create or replace table int.name_keys as
with names as (
    select
        kind, entity_key as name_key, document_id, surface, one_word, gender, titles, mentions, name_key = entity_key as is_full,
    from int.document_names
    where kind <> 'country'
    union all
    -- a short form that is blocked for its actor stands by itself
    select n.kind, n.name_key, n.document_id, n.surface, n.one_word, n.gender, n.titles, n.mentions, true
    from int.document_names as n
    where n.kind <> 'country' and n.name_key <> n.entity_key and n.name_key in (select alias_key from int.alias_keys where blocked)
),

spellings as (
    select
        kind, name_key, surface, is_full,
        bool_and(one_word) as one_word,
        count(distinct document_id) as documents,
        sum(mentions) as mentions,
    from names
    group by kind, name_key, surface, is_full
),

shown as (
    select
        kind, name_key,
        arg_max(surface, (is_full::integer, documents, mentions, surface)) as surface,
        bool_and(one_word) filter (where is_full) as one_word,
    from spellings
    group by kind, name_key
),

counts as (
    select
        kind, name_key,
        count(distinct document_id) as documents,
        sum(mentions)::bigint as mentions,
        count(distinct document_id) filter (where gender = 'f') as female,
        count(distinct document_id) filter (where gender = 'm') as male,
        list_sort(list_distinct(flatten(list(titles) filter (where len(titles) > 0)))) as titles,
    from names
    group by kind, name_key
)

select
    c.kind,
    c.name_key,
    s.surface,
    coalesce(s.one_word, not contains(c.name_key, ' ')) as one_word,
    len(string_split(c.name_key, ' ')) as words,
    c.documents,
    c.mentions,
    -- nine of ten documents that tell must agree; titles are now and then read from the neighbour's name
    case
        when c.female > 9 * c.male then 'f'
        when c.male > 9 * c.female then 'm'
        when c.female + c.male > 0 then 'mixed'
    end as gender,
    c.titles,
from counts as c
join shown as s on s.kind = c.kind and s.name_key = c.name_key;

insert into int.first_seen by name
select k.kind, k.name_key, getvariable('run_id') as run_id
from int.name_keys as k
anti join int.first_seen as f on f.kind = k.kind and f.name_key = k.name_key;

comment on table int.name_keys is 'every name that some document holds as its fullest form, with its counts';
comment on column int.name_keys.kind is 'person, organisation or place';
comment on column int.name_keys.name_key is 'the name in comparable form';
comment on column int.name_keys.surface is 'its most frequent spelling';
comment on column int.name_keys.one_word is 'whether no spelling of it has a space';
comment on column int.name_keys.words is 'words of the key';
comment on column int.name_keys.documents is 'current documents that hold it';
comment on column int.name_keys.mentions is 'their mentions of it';
comment on column int.name_keys.gender is 'f or m where nine of ten documents that tell agree, mixed where not, NULL where none tells';
comment on column int.name_keys.titles is 'titles before it, in lower case';
