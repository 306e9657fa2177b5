-- One row a name of an office that every country has («ministère de la Défense») and that no list gives to one actor.
create or replace temp table run_office_names as
with offices as (
    select distinct int.name_key(form) as form_key, match from ref.offices
),

names as (
    select name_key, root_key, words
    from run_name_clusters
    where kind = 'organisation' and curated_id is null
),

found as (
    select n.* from names as n semi join offices as o on o.form_key = n.name_key and o.match = 'whole'
    union
    select n.* from names as n semi join offices as o on o.form_key = n.words[1] and o.match = 'start'
),

-- a country or its people in the name makes it one country's office: «Sénat brésilien», «Ministry of Defence of Ukraine»
country_words as (
    select distinct int.name_key(form) as word from ref.country_names where kind <> 'prefix' and not contains(form, ' ')
),

of_one_country as (
    select distinct w.name_key
    from (select name_key, unnest(words) as word from found) as w
    semi join country_words as c on c.word = w.word
)

select f.name_key, f.root_key
from found as f
anti join of_one_country as o on o.name_key = f.name_key;
