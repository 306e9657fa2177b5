-- One row an actor that current documents speak of.
create table if not exists int.actor_counts (
    actor_no integer not null,
    actor_id varchar not null,
    name varchar not null,
    kind varchar not null,
    country varchar,
    sector varchar,
    gender varchar,
    documents bigint not null,
    stories bigint not null,
    mentions bigint not null,
    sentences bigint not null,
    by_people_or_capital bigint not null,
    quotations bigint not null,
    sources bigint not null,
    languages bigint not null,
    first_seen date,
    last_seen date,
    undated bigint not null,
    dated_coarsely bigint not null,
    undetermined bigint not null,
    top_topics varchar[] not null,
    aliases varchar[] not null,
    alias_count bigint not null,
    origin varchar not null,
    known_by varchar not null,
    wikidata_id varchar,
);
comment on table int.actor_counts is 'what actor_summary and place_summary show, kept from run to run';
comment on column int.actor_counts.actor_no is 'number of the actor, as in core.actors';
comment on column int.actor_counts.actor_id is 'stable identifier';
comment on column int.actor_counts.name is 'name to show';
comment on column int.actor_counts.kind is 'person, organisation, country or place';
comment on column int.actor_counts.country is 'ISO 3166 alpha-3: itself where a country, else of origin or seat where known';
comment on column int.actor_counts.sector is 'PLOVER code from the list: what the actor is or was last';
comment on column int.actor_counts.gender is 'f or m where known';
comment on column int.actor_counts.documents is 'current documents that mention it';
comment on column int.actor_counts.stories is 'stories among them: copies and reports of one event count once';
comment on column int.actor_counts.mentions is 'mentions, each a row of actor_evidence';
comment on column int.actor_counts.sentences is 'sentences that mention it';
comment on column int.actor_counts.by_people_or_capital is 'mentions of a country by its people, an adjective or its capital; among mentions';
comment on column int.actor_counts.quotations is 'quotations whose speaker it is, copies counted each';
comment on column int.actor_counts.sources is 'different sources among the documents';
comment on column int.actor_counts.languages is 'different languages among them';
comment on column int.actor_counts.first_seen is 'earliest day that one may have been published';
comment on column int.actor_counts.last_seen is 'latest day that one may have been published';
comment on column int.actor_counts.undated is 'documents without any date';
comment on column int.actor_counts.dated_coarsely is 'documents of which only the month or the year is known';
comment on column int.actor_counts.undetermined is 'documents without a topic';
comment on column int.actor_counts.top_topics is 'up to three topics of most of the documents';
comment on column int.actor_counts.aliases is 'up to eight spellings that documents use, the most frequent first';
comment on column int.actor_counts.alias_count is 'number of spellings that documents use';
comment on column int.actor_counts.origin is 'curated or discovered';
comment on column int.actor_counts.known_by is 'list, full name, one word, office or document: how sure it is that this is one actor';
comment on column int.actor_counts.wikidata_id is 'Wikidata id from the list';
