-- One row an actor and spelling that current documents use.
create table if not exists int.actor_spellings (
    actor_no integer not null,
    surface varchar not null,
    alias_key varchar not null,
    documents integer not null,
);
comment on table int.actor_spellings is 'how current documents write each actor; kept from run to run';
comment on column int.actor_spellings.actor_no is 'number of the actor, as in core.actors';
comment on column int.actor_spellings.surface is 'the name as it stands in texts';
comment on column int.actor_spellings.alias_key is 'the name in comparable form';
comment on column int.actor_spellings.documents is 'current documents that write it so';
