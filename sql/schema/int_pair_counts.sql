-- One row a pair of actors of one document or one sentence.
create table if not exists int.pair_counts (
    actor_no integer not null,
    other_no integer not null,
    documents integer not null,
    stories integer not null,
    sentences integer not null,
);
comment on table int.pair_counts is 'every pair of actors and how often they stand together; kept from run to run';
comment on column int.pair_counts.actor_no is 'the actor whose id is the smaller one';
comment on column int.pair_counts.other_no is 'the other actor';
comment on column int.pair_counts.documents is 'current documents that mention both; of a document with more than 40 actors the 40 most mentioned count';
comment on column int.pair_counts.stories is 'stories among them';
comment on column int.pair_counts.sentences is 'sentences that mention both';
