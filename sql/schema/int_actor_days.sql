-- One row an actor and date of publication, at the precision that the documents have: a month stays a month.
create table if not exists int.actor_days (
    actor_no integer not null,
    published_edtf varchar,
    date_precision varchar not null,
    published_from date,
    published_until date,
    documents integer not null,
    stories integer not null,
    mentions integer not null,
    sources integer not null,
    sentences integer not null,
    by_people_or_capital integer not null,
);
comment on table int.actor_days is 'when each actor was in the news; kept from run to run';
comment on column int.actor_days.actor_no is 'number of the actor, as in core.actors';
comment on column int.actor_days.published_edtf is 'date of publication as EDTF; NULL for undated documents';
comment on column int.actor_days.date_precision is 'day, month, year or none';
comment on column int.actor_days.published_from is 'first day of that date';
comment on column int.actor_days.published_until is 'last day of that date';
comment on column int.actor_days.documents is 'current documents of that date that mention the actor';
comment on column int.actor_days.stories is 'stories among them';
comment on column int.actor_days.mentions is 'their mentions of it';
comment on column int.actor_days.sources is 'different sources among them';
comment on column int.actor_days.sentences is 'sentences that mention it';
comment on column int.actor_days.by_people_or_capital is 'mentions by demonym, adjective or capital, of countries';
