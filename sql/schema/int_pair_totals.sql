-- One row: what all pairs are measured by.
create table if not exists int.pair_totals (
    documents bigint not null,
    sentences bigint not null,
    least_documents bigint not null,
    counted_documents bigint not null,
);
comment on table int.pair_totals is 'what the pairs of actors are measured by';
comment on column int.pair_totals.documents is 'current documents';
comment on column int.pair_totals.sentences is 'their sentences';
comment on column int.pair_totals.least_documents is 'documents that an actor must stand in to be paired with others';
comment on column int.pair_totals.counted_documents is 'current documents when all pairs were counted; the runs after it counted differences';
