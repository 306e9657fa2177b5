-- One row an actor and role: from the lists with their dates, and as texts call the actor with the first sentence that does.
create or replace view actor_roles as
select
    r.actor_id,
    a.name,
    r.role,
    r.origin,
    r.organisation,
    r.sector,
    r.valid_from,
    r.valid_until,
    r.documents,
    r.mentions,
    r.first_seen,
    r.last_seen,
    s.text as sentence,
    r.document_id,
    r.sentence_no,
from core.actor_roles as r
join core.actors as a on a.actor_id = r.actor_id
left join core.sentences as s on s.document_id = r.document_id and s.sentence_no = r.sentence_no
order by a.name, r.origin, r.valid_from, r.documents desc, r.role;
comment on view actor_roles is 'what actors are and were: roles of the lists with dates, and roles in the words of the texts';
comment on column actor_roles.actor_id is 'actor';
comment on column actor_roles.name is 'name of the actor';
comment on column actor_roles.role is 'role; in English where curated, else in the words of the text';
comment on column actor_roles.origin is 'curated or text';
comment on column actor_roles.organisation is 'country or organisation of a curated role';
comment on column actor_roles.sector is 'PLOVER code of a curated role';
comment on column actor_roles.valid_from is 'when a curated role began';
comment on column actor_roles.valid_until is 'first day after it; NULL while held or unknown';
comment on column actor_roles.documents is 'current documents that give this role; 0 where curated';
comment on column actor_roles.mentions is 'their mentions with it';
comment on column actor_roles.first_seen is 'earliest day that a document with it may have been published';
comment on column actor_roles.last_seen is 'latest such day';
comment on column actor_roles.sentence is 'the earliest sentence that gives it';
comment on column actor_roles.document_id is 'its document';
comment on column actor_roles.sentence_no is 'its number there';
