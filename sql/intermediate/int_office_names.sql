-- One row a name of an office that every country has («ministère de la Défense») and that no list gives to one actor.
create or replace table int.office_names as
with offices as (
    select distinct int.name_key(form) as form_key, match from ref.offices
),

names as (
    select c.name_key, c.root_key, n.words[1] as first_word
    from int.name_nodes as n
    join int.name_clusters as c on c.kind = n.kind and c.name_key = n.name_key
    where n.kind = 'organisation' and c.curated_id is null
),

-- a country or its people in the name makes it one country's office: «Sénat brésilien», «Ministry of Defence of Ukraine»
country_words as (
    select distinct int.name_key(form) as word from ref.country_names where kind <> 'prefix' and not contains(form, ' ')
)

select distinct n.name_key, n.root_key
from names as n
join offices as o on (o.match = 'whole' and o.form_key = n.name_key) or (o.match = 'start' and o.form_key = n.first_word)
where not exists (
    from country_words as w where list_contains(string_split(n.name_key, ' '), w.word)
);
comment on table int.office_names is 'names of offices that every country has';
comment on column int.office_names.name_key is 'the name in comparable form';
comment on column int.office_names.root_key is 'the spelling that stands for it';
