-- One row a quotation and an actor that its words name, the speaker left out.
create table if not exists int.quotation_actors (
    document_id varchar not null,
    quotation_no integer not null,
    actor_id varchar not null,
    mention_no integer not null,
    mentions bigint not null,
    document_no integer,
);
comment on table int.quotation_actors is 'actors named in the words of a quotation by someone else';
comment on column int.quotation_actors.document_id is 'document';
comment on column int.quotation_actors.quotation_no is 'quotation';
comment on column int.quotation_actors.actor_id is 'actor spoken about';
comment on column int.quotation_actors.mention_no is 'first mention of it in the quotation';
comment on column int.quotation_actors.mentions is 'mentions of it in the quotation';
comment on column int.quotation_actors.document_no is 'number of the document, as in core.documents';
