-- One row a kind, name and language of the documents: the one curated actor that people gave this name.
create or replace table int.curated_names as
with named as (
    select distinct kind, entity_key as name_key, language from int.document_names
    where kind <> 'country' and entity_key in (select alias_key from int.alias_keys)
    union
    select distinct kind, name_key, language from int.document_names
    where kind <> 'country' and name_key in (select alias_key from int.alias_keys where blocked)
),

wanted as (
    select n.*, coalesce(k.gender is not null or len(k.titles) > 0, false) as is_someone
    from named as n
    left join int.name_keys as k on k.kind = n.kind and k.name_key = n.name_key
),

candidates as (
    select
        w.kind,
        w.name_key,
        w.language,
        a.actor_id,
        a.kind as actor_kind,
        a.alias,
        -- a name given for the document's own language is meant before one for all, one for another language last;
        -- the same kind before another
        case when a.language = w.language then 0 when a.language is null then 1 else 2 end
        + case when a.kind = w.kind then 0 else 10 end as distance,
    from wanted as w
    join int.alias_keys as a on a.alias_key = w.name_key and not a.blocked
    where
        -- one word may be another's name in another language («PD», «Vox»); several words hardly
        (a.language is null or a.language = w.language or w.language = 'und' or a.words > 1)
        -- a reader that took the name for another kind is overruled where several words name it or a country's actor is named; where
        -- one word does (Uefa, Renault), a title or a known gender shows that a person is meant; towns keep their one word
        and (a.kind = w.kind or a.words > 1 or a.kind = 'country'
            or (a.kind in ('person', 'organisation') and w.kind in ('person', 'organisation') and not w.is_someone))
        and not exists (
            from int.alias_keys as b
            where b.blocked and b.actor_id = a.actor_id and b.alias_key = a.alias_key and (b.language is null or b.language = w.language)
        )
),

nearest as (
    select
        kind, name_key, language,
        arg_min(actor_id, (distance, actor_id)) as actor_id,
        arg_min(actor_kind, (distance, actor_id)) as actor_kind,
        arg_min(alias, (distance, actor_id)) as alias,
        min(distance) as distance,
    from candidates
    group by kind, name_key, language
)

select n.*
from nearest as n
-- two actors with the same claim on a name: nobody has it
anti join candidates as c
    on c.kind = n.kind and c.name_key = n.name_key and c.language = n.language and c.distance = n.distance and c.actor_id <> n.actor_id;
comment on table int.curated_names is 'names that people gave to one actor, for the documents of each language';
comment on column int.curated_names.kind is 'kind of the mentions';
comment on column int.curated_names.name_key is 'the name in comparable form';
comment on column int.curated_names.language is 'language of the documents';
comment on column int.curated_names.actor_id is 'actor';
comment on column int.curated_names.actor_kind is 'kind of the actor';
comment on column int.curated_names.alias is 'the name as given';
comment on column int.curated_names.distance is '0 given for the language, 1 for all languages, 2 for another; 10 more where the reader took it for another kind';
