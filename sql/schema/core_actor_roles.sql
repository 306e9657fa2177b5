-- One row an actor and role: as the lists give it, or as texts give it with first and last date seen.
create table if not exists core.actor_roles (
    actor_id varchar not null,
    role varchar not null,
    origin varchar not null,
    organisation varchar,
    sector varchar,
    valid_from varchar,
    valid_until varchar,
    documents bigint not null,
    mentions bigint not null,
    first_seen varchar,
    last_seen varchar,
    document_id varchar,
    sentence_no integer,
);
comment on table core.actor_roles is 'roles of actors: curated with the time they were held, and as the texts call them';
comment on column core.actor_roles.actor_id is 'actor';
comment on column core.actor_roles.role is 'role; in English where curated, else in the words of the text';
comment on column core.actor_roles.origin is 'curated or text';
comment on column core.actor_roles.organisation is 'country or organisation of a curated role';
comment on column core.actor_roles.sector is 'PLOVER code of a curated role';
comment on column core.actor_roles.valid_from is 'when a curated role began';
comment on column core.actor_roles.valid_until is 'first day after it; NULL while held or unknown';
comment on column core.actor_roles.documents is 'current documents that give this role; 0 where curated';
comment on column core.actor_roles.mentions is 'their mentions with it';
comment on column core.actor_roles.first_seen is 'earliest day a document with it may have been published';
comment on column core.actor_roles.last_seen is 'latest such day';
comment on column core.actor_roles.document_id is 'earliest document with it';
comment on column core.actor_roles.sentence_no is 'sentence that says it there';
