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
with links as materialized (
    select actor_id, document_no, mention_no from core.mention_actors where document_no in (select document_no from run_changed_documents)
),

-- numbers in the order of ids, until all is counted and in order
actors as materialized (
    select actor_id, (row_number() over (order by actor_id))::integer as actor_no from (select distinct actor_id from links)
),

-- a bit for each sentence, 127 at a time, which is all of most texts: a set for each actor of a text would take twice as long
parts as (
    select
        n.actor_no,
        a.document_no,
        m.sentence_no // 127 as part,
        count(*)::integer as mentions,
        bit_count(bit_or(1::hugeint << m.sentence_no % 127))::integer as sentences,
        count(*) filter (where m.usage in ('demonym', 'adjective', 'metonym'))::integer as by_people_or_capital,
    from links as a
    join actors as n on n.actor_id = a.actor_id
    join core.mentions as m on m.document_no = a.document_no and m.mention_no = a.mention_no
    group by n.actor_no, a.document_no, part
),

counts as (
    select
        actor_no, document_no,
        sum(mentions)::integer as mentions, sum(sentences)::integer as sentences, sum(by_people_or_capital)::integer as by_people_or_capital,
    from parts
    group by actor_no, document_no
)

select n.actor_id, c.document_no, c.mentions, c.sentences, c.by_people_or_capital
from counts as c
join actors as n on n.actor_no = c.actor_no
order by c.actor_no, c.document_no;  -- the documents of an actor are found without a look at those of others
comment on table int.actor_documents is 'which actors the current documents speak of; kept from run to run';
comment on column int.actor_documents.actor_id is 'actor';
comment on column int.actor_documents.document_no is 'number of the document, as in core.documents';
comment on column int.actor_documents.mentions is 'mentions of the actor in the document';
comment on column int.actor_documents.sentences is 'sentences that mention it';
comment on column int.actor_documents.by_people_or_capital is 'mentions by demonym, adjective or capital, of countries';
