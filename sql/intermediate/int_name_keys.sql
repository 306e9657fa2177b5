-- One row a kind and name that current documents hold as a fullest form: its counts over the corpus. Documents that this run looked at
-- count -1 for what they gave before and +1 for what they give now. A run that counts everything takes nothing off.
create or replace temp table name_changes as
with documents as (
    select document_no from run_documents
    union
    select document_no from stg.places where (select is_whole from run_extent)
),

looked_at as materialized (
    select 1 as sign, kind, entity_key, name_key, document_no, surface, gender, titles, mentions
    from int.document_names
    where document_no in (select document_no from documents) and kind <> 'country'
    union all
    select -1, kind, entity_key, name_key, document_no, surface, gender, titles, mentions
    from run_document_names_before
    where kind <> 'country'
)

select *, entity_key as key, name_key = entity_key as is_full from looked_at
union all
-- a short form that is blocked for its actor stands by itself
select *, name_key, true
from looked_at
where name_key <> entity_key and (
    sign = 1 and name_key in (select alias_key from int.alias_keys where blocked)
    or sign = -1 and name_key in (select alias_key from run_alias_keys_before where blocked)
);

delete from int.name_keys where (select is_whole from run_extent);
create or replace temp table key_numbers as
select kind, key as name_key, (row_number() over ())::integer as key_no from name_changes group by kind, key;

-- names that are written otherwise than before
create or replace temp table run_reworded_names (kind varchar, name_key varchar);

set variable slices = (select max(key_no) // int.slice_size(500000) + 1 from key_numbers);
create or replace temp table slice_keys as
from key_numbers where key_no // int.slice_size(500000) = getvariable('slice');

create or replace temp table name_counts_now as
with names as materialized (
    select t.key_no, c.sign, c.document_no, c.surface, c.is_full, c.gender, c.titles, c.mentions
    from name_changes as c
    join slice_keys as t on t.kind = c.kind and t.name_key = c.key
),

kept as materialized (
    select t.key_no, k.documents, k.mentions, k.female, k.male, k.spellings, k.title_counts
    from int.name_keys as k
    join slice_keys as t on t.kind = k.kind and t.name_key = k.name_key
    where not (select is_whole from run_extent)
),

spellings as materialized (
    select key_no, surface, is_full, sum(documents)::bigint as documents, sum(mentions)::bigint as mentions
    from (
        select key_no, surface, is_full, sum(sign) as documents, sum(sign * mentions) as mentions
        from names
        group by key_no, surface, is_full
        union all
        select k.key_no, s.surface, s.is_full, s.documents, s.mentions
        from kept as k, unnest(k.spellings) as u (s)
    )
    group by key_no, surface, is_full
    having sum(documents) > 0
),

-- nearly all names have one, which needs no sorting
numbers as materialized (
    select key_no, count(*) as spellings from spellings group by key_no
),

shown as (
    select
        key_no,
        surface,
        case when is_full then not contains(surface, ' ') end as one_word,
        [{'surface': surface, 'is_full': is_full, 'documents': documents, 'mentions': mentions}] as spellings,
    from spellings
    where key_no in (select key_no from numbers where spellings = 1)
    union all
    select
        key_no,
        arg_max(surface, (is_full::integer, documents, mentions, surface)),
        bool_and(not contains(surface, ' ')) filter (where is_full),
        list(
            {'surface': surface, 'is_full': is_full, 'documents': documents, 'mentions': mentions}
            order by documents desc, surface, is_full
        ),
    from spellings
    where key_no in (select key_no from numbers where spellings > 1)
    group by key_no
),

counts as (
    select
        key_no,
        sum(documents)::bigint as documents,
        sum(mentions)::bigint as mentions,
        coalesce(sum(female), 0)::bigint as female,
        coalesce(sum(male), 0)::bigint as male,
    from (
        select
            key_no,
            sum(sign) as documents,
            sum(sign * mentions) as mentions,
            sum(sign) filter (where has_female) as female,
            sum(sign) filter (where has_male) as male,
        -- by document first: a set of documents for each name would take longer
        from (
            select
                key_no, sign, document_no,
                sum(mentions) as mentions,
                bool_or(gender = 'f') as has_female,
                bool_or(gender = 'm') as has_male,
            from names
            group by key_no, sign, document_no
        )
        group by key_no
        union all
        select key_no, documents, mentions, female, male from kept
    )
    group by key_no
),

titles as (
    select key_no, title, sum(names)::bigint as names
    from (
        select key_no, unnest(titles) as title, sign as names from names where len(titles) > 0
        union all
        select k.key_no, t.title, t.names
        from kept as k, unnest(k.title_counts) as u (t)
    )
    group by key_no, title
    having sum(names) > 0
),

titled as (
    select
        key_no,
        list(title order by title) as titles,
        list({'title': title, 'names': names} order by title) as title_counts,
    from titles
    group by key_no
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
    c.female,
    c.male,
    s.spellings,
    t.title_counts,
from counts as c
join slice_keys as k on k.key_no = c.key_no
join shown as s on s.key_no = c.key_no
left join titled as t on t.key_no = c.key_no
where c.documents > 0;

insert into run_reworded_names by name
select n.kind, n.name_key
from name_counts_now as n
join int.name_keys as k on k.kind = n.kind and k.name_key = n.name_key
where k.surface <> n.surface and not (select is_whole from run_extent);

delete from int.name_keys as k using slice_keys as t where t.kind = k.kind and t.name_key = k.name_key;
insert into int.name_keys by name from name_counts_now;

insert into int.first_seen by name
select n.kind, n.name_key, getvariable('run_id') as run_id
from name_counts_now as n
anti join int.first_seen as f on f.kind = n.kind and f.name_key = n.name_key;
drop table name_counts_now;
drop table slice_keys;
reset variable slices;

-- for those who look again at what these names stand for
create or replace temp table run_counted_names as
select kind, name_key from key_numbers where not (select is_whole from run_extent);
drop table name_changes;
drop table key_numbers;
