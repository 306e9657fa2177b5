-- One row an actor and date of publication, at the precision that the documents have: a month stays a month.
create or replace view actor_daily as
select
    a.actor_id,
    a.name,
    a.kind,
    d.published_edtf,
    d.date_precision,
    d.published_from,
    d.documents::bigint as documents,
    d.stories::bigint as stories,
    d.mentions::bigint as mentions,
    d.sources::bigint as sources,
from int.actor_days as d
join int.actor_counts as a on a.actor_no = d.actor_no;
comment on view actor_daily is 'how often each actor was in the news when; documents of a month or without a date have rows of their own';
comment on column actor_daily.actor_id is 'actor';
comment on column actor_daily.name is 'name of the actor';
comment on column actor_daily.kind is 'person, organisation, country or place';
comment on column actor_daily.published_edtf is 'date of publication as EDTF (2021-11-24, 2021-11, 2021); NULL for undated documents';
comment on column actor_daily.date_precision is 'day, month, year or none';
comment on column actor_daily.published_from is 'first day of that date, to draw and sort by';
comment on column actor_daily.documents is 'current documents of that date that mention the actor';
comment on column actor_daily.stories is 'stories among them';
comment on column actor_daily.mentions is 'their mentions of it';
comment on column actor_daily.sources is 'different sources among them';
