-- One row a pair of actors that stand together in two documents or in one sentence, the smaller id first.
create or replace view actor_pairs as
select
    a.actor_id,
    a.name,
    a.kind,
    b.actor_id as other_id,
    b.name as other_name,
    b.kind as other_kind,
    k.documents::bigint as documents,
    k.stories::bigint as stories,
    k.sentences::bigint as sentences,
    -- normalised pointwise mutual information; a pair that stands in every document has 1
    round(case when k.documents = t.documents then 1
        else ln(k.documents * t.documents / (a.documents * b.documents)) / -ln(k.documents / t.documents) end, 4) as npmi_documents,
    round(ln(nullif(k.sentences, 0) * t.sentences / (a.sentences * b.sentences)) / nullif(-ln(nullif(k.sentences, 0) / t.sentences), 0), 4)
        as npmi_sentences,
from int.pair_counts as k
cross join int.pair_totals as t
join int.pair_actors as a on a.actor_no = k.actor_no
join int.pair_actors as b on b.actor_no = k.other_no
where k.documents >= 2 or (k.documents = 1 and k.sentences >= 1)
order by k.documents desc, k.sentences desc, a.name, b.name, a.actor_id, b.actor_id;
comment on view actor_pairs is 'who is in the news with whom: actors that stand in the same documents and sentences, with how much more often than by chance';
comment on column actor_pairs.actor_id is 'one actor; each pair stands once, the smaller id first';
comment on column actor_pairs.name is 'its name';
comment on column actor_pairs.kind is 'its kind';
comment on column actor_pairs.other_id is 'the other actor';
comment on column actor_pairs.other_name is 'its name';
comment on column actor_pairs.other_kind is 'its kind';
comment on column actor_pairs.documents is 'current documents that mention both; of a document with more than 40 actors the 40 most mentioned count';
comment on column actor_pairs.stories is 'stories among them';
comment on column actor_pairs.sentences is 'sentences that mention both';
comment on column actor_pairs.npmi_documents is 'normalised pointwise mutual information over documents: 1 always together, 0 as by chance, below 0 less';
comment on column actor_pairs.npmi_sentences is 'the same over sentences; NULL where no sentence has both';
