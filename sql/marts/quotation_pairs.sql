-- One row a speaker and an actor that the speaker's words name.
create or replace view quotation_pairs as
with counts as (
    select
        speaker_id,
        about_id,
        count(*) as quotations,
        count(*) filter (where kind = 'direct') as direct,
        count(*) filter (where kind = 'indirect') as indirect,
        count(distinct story_id) as stories,
        min(published_from) as first_published,
        max(published_until) as last_published,
        count(*) filter (where published_from is null) as undated,
    from quotation_mentions
    group by speaker_id, about_id
)

select
    s.name as speaker,
    a.name as about,
    c.quotations,
    c.direct,
    c.indirect,
    c.stories,
    c.first_published,
    c.last_published,
    c.undated,
    s.kind as speaker_kind,
    a.kind as about_kind,
    c.speaker_id,
    c.about_id,
from counts as c
join core.actors as s on s.actor_id = c.speaker_id
join core.actors as a on a.actor_id = c.about_id
order by c.quotations desc, c.stories desc, c.speaker_id, c.about_id;
comment on view quotation_pairs is 'who speaks about whom: quotations in which one actor names another, each once a story; quotation_mentions opens each';
comment on column quotation_pairs.speaker is 'name of the actor who speaks';
comment on column quotation_pairs.about is 'name of the actor spoken about';
comment on column quotation_pairs.quotations is 'quotations: rows of quotation_mentions';
comment on column quotation_pairs.direct is 'of them between marks';
comment on column quotation_pairs.indirect is 'of them reported';
comment on column quotation_pairs.stories is 'different stories they stand in';
comment on column quotation_pairs.first_published is 'earliest day that one may have been published; NULL when none is dated';
comment on column quotation_pairs.last_published is 'latest day that one may have been published';
comment on column quotation_pairs.undated is 'quotations in documents without any date';
comment on column quotation_pairs.speaker_kind is 'person, organisation, country or place';
comment on column quotation_pairs.about_kind is 'person, organisation, country or place';
comment on column quotation_pairs.speaker_id is 'actor who speaks';
comment on column quotation_pairs.about_id is 'actor spoken about';
