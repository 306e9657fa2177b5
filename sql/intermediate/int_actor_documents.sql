-- One row an actor and document: its mentions there. Only documents whose mentions got their actors again are counted again.
create table if not exists int.actor_documents (
    actor_id varchar not null,
    document_no integer not null,
    mentions integer not null,
    sentences integer not null,
    by_people_or_capital integer not null,
);
delete from int.actor_documents where document_no in (select document_no from run_changed_documents);
insert into int.actor_documents by name
select
    a.actor_id,
    a.document_no,
    count(*)::integer as mentions,
    count(distinct m.sentence_no)::integer as sentences,
    count(*) filter (where m.usage in ('demonym', 'adjective', 'metonym'))::integer as by_people_or_capital,
from core.mention_actors as a
join core.mentions as m on m.document_no = a.document_no and m.mention_no = a.mention_no
where a.document_no in (select document_no from run_changed_documents)
group by a.actor_id, a.document_no
order by a.actor_id, a.document_no;  -- the documents of an actor are found without a look at those of others
comment on table int.actor_documents is 'which actors the current documents speak of; kept from run to run';
comment on column int.actor_documents.actor_id is 'actor';
comment on column int.actor_documents.document_no is 'number of the document, as in core.documents';
comment on column int.actor_documents.mentions is 'mentions of the actor in the document';
comment on column int.actor_documents.sentences is 'sentences that mention it';
comment on column int.actor_documents.by_people_or_capital is 'mentions by demonym, adjective or capital, of countries';
