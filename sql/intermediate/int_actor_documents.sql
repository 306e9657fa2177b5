-- One row an actor and document: its mentions there. Only documents whose mentions got their actors again are counted again.
create table if not exists int.actor_documents (
    actor_no integer not null,
    document_no integer not null,
    mentions integer not null,
    sentences integer not null,
    by_people_or_capital integer not null,
);
-- what stood there before, for those who count by differences
create or replace temp table run_actor_documents_before as
select actor_no, document_no, mentions
from int.actor_documents
where document_no in (select document_no from run_changed_documents) and not (select whole from run_counting);

delete from int.actor_documents where document_no in (select document_no from run_changed_documents);
insert into int.actor_documents by name
with links as materialized (
    select n.actor_no, a.document_no, a.mention_no
    from core.mention_actors as a
    join int.actor_numbers as n on n.actor_id = a.actor_id
    where a.document_no in (select document_no from run_changed_documents)
),

-- a bit for each sentence, 127 at a time, which is all of most texts: a set for each actor of a text would take twice as long
parts as (
    select
        a.actor_no,
        a.document_no,
        m.sentence_no // 127 as part,
        count(*)::integer as mentions,
        bit_count(bit_or(1::hugeint << m.sentence_no % 127))::integer as sentences,
        count(*) filter (where m.usage in ('demonym', 'adjective', 'metonym'))::integer as by_people_or_capital,
    from links as a
    join core.mentions as m on m.document_no = a.document_no and m.mention_no = a.mention_no
    where m.document_no in (select document_no from run_changed_documents)  -- known before it is joined
    group by a.actor_no, a.document_no, part
)

select
    actor_no, document_no,
    sum(mentions)::integer as mentions, sum(sentences)::integer as sentences, sum(by_people_or_capital)::integer as by_people_or_capital,
from parts
group by actor_no, document_no
order by actor_no, document_no;  -- the documents of an actor are found without a look at those of others
comment on table int.actor_documents is 'which actors the current documents speak of; kept from run to run';
comment on column int.actor_documents.actor_no is 'number of the actor, as in core.actors';
comment on column int.actor_documents.document_no is 'number of the document, as in core.documents';
comment on column int.actor_documents.mentions is 'mentions of the actor in the document';
comment on column int.actor_documents.sentences is 'sentences that mention it';
comment on column int.actor_documents.by_people_or_capital is 'mentions by demonym, adjective or capital, of countries';
