-- One row an actor, alias key and language: the names that people gave an actor, and those they took away.
create or replace table int.alias_keys as
with curated as (
    select actor_id, kind, name as alias, null as language, 'active' as status from ref.actors
    union all
    select
        a.actor_id,
        -- an alias may also be given to a country (country:MAR) or to a discovered actor, whose id begins with its kind
        coalesce(c.kind, split_part(a.actor_id, ':', 1)),
        a.alias,
        a.language,
        a.status,
    from ref.actor_aliases as a
    left join ref.actors as c on c.actor_id = a.actor_id
    union all
    select 'country:' || iso3, 'country', name, null, 'active' from ref.countries
),

keyed as (
    select *, int.name_key(alias) as alias_key from curated
)

select
    actor_id,
    kind,
    alias_key,
    language,
    min(alias) as alias,
    min(status) filter (where status = 'blocked') is not null as blocked,
    len(string_split(alias_key, ' ')) as words,
from keyed
where alias_key <> '' and kind in ('person', 'organisation', 'country', 'place')
group by actor_id, kind, alias_key, language;
comment on table int.alias_keys is 'the names that people gave an actor, and those they took away';
comment on column int.alias_keys.actor_id is 'actor';
comment on column int.alias_keys.kind is 'kind of the actor';
comment on column int.alias_keys.alias_key is 'the name in comparable form';
comment on column int.alias_keys.language is 'language of the documents that it holds for; NULL for all';
comment on column int.alias_keys.alias is 'the name as given';
comment on column int.alias_keys.blocked is 'whether this name is not this actor';
comment on column int.alias_keys.words is 'words of the key';
