-- One row a pair of actors that stand together in two documents or in one sentence, the smaller id first.
create or replace table actor_pairs as
with total as (
    select count(*) as documents, greatest(2, count(*) // 50000) as least_documents from stg.current_documents
),

sentence_total as (
    select count(*) as sentences from core.sentences as s semi join stg.places as d on d.document_no = s.document_no
),

-- stories have numbers here, as documents and actors do: millions of pairs are counted over them
placed as materialized (
    select
        d.document_no,
        (dense_rank() over (order by s.story_id))::integer as story_no,
    from stg.current_documents as d
    left join core.story_documents as s on s.document_no = d.document_no
),

-- actors of one document have no company to measure; in a large archive the rare ones would make most of the pairs and none of the sense
frequent as materialized (
    select
        a.actor_id,
        any_value(c.name) as name,
        any_value(c.kind) as kind,
        count(*) as documents,
        sum(a.sentences) as sentences,
        row_number() over (order by a.actor_id)::integer as actor_no,
        row_number() over (order by any_value(c.name), a.actor_id)::integer as name_no,
    from int.actor_documents as a
    join core.actors as c on c.actor_id = a.actor_id and c.kind <> 'place'
    semi join placed as d on d.document_no = a.document_no
    group by a.actor_id
    having count(*) >= (select least_documents from total)
),

actors_of as materialized (
    select d.document_no, d.story_no, f.actor_no, a.mentions
    from int.actor_documents as a
    join frequent as f on f.actor_id = a.actor_id
    join placed as d on d.document_no = a.document_no
),

-- lists and tables of names are no company: past forty actors a document the first by id are taken
long_lists as (
    select document_no from actors_of group by document_no having count(*) > 40
),

in_documents as materialized (
    select document_no, story_no, actor_no from actors_of anti join long_lists as l using (document_no)
    union all
    select document_no, story_no, actor_no
    from actors_of semi join long_lists as l using (document_no)
    qualify row_number() over (partition by document_no order by mentions desc, actor_no) <= 40
),

in_sentences as materialized (
    select distinct d.document_no, m.sentence_no, f.actor_no
    from core.mention_actors as a
    join frequent as f on f.actor_id = a.actor_id
    join placed as d on d.document_no = a.document_no
    join core.mentions as m on m.document_no = a.document_no and m.mention_no = a.mention_no
),

-- a pair is one number here; documents of one story first, so that stories need not be told apart pair by pair
story_pairs as (
    select x.actor_no::bigint << 32 | y.actor_no as pair, x.story_no, count(*) as documents
    from in_documents as x
    join in_documents as y on y.document_no = x.document_no and y.actor_no > x.actor_no
    group by pair, x.story_no
),

document_pairs as (
    select pair, sum(documents)::bigint as documents, count(*) as stories from story_pairs group by pair
),

sentence_pairs as (
    select x.actor_no::bigint << 32 | y.actor_no as pair, count(*) as sentences
    from in_sentences as x
    join in_sentences as y on y.document_no = x.document_no and y.sentence_no = x.sentence_no and y.actor_no > x.actor_no
    group by pair
),

-- names are put to what is kept, a third of the pairs
kept as materialized (
    select
        (d.pair >> 32)::integer as a, (d.pair & 4294967295)::integer as b,
        d.documents, d.stories, coalesce(s.sentences, 0) as sentences,
    from document_pairs as d
    left join sentence_pairs as s on s.pair = d.pair
    where d.documents >= 2 or s.sentences >= 1
)

select
    fa.actor_id,
    fa.name,
    fa.kind,
    fb.actor_id as other_id,
    fb.name as other_name,
    fb.kind as other_kind,
    k.documents,
    k.stories,
    k.sentences,
    -- normalised pointwise mutual information; a pair that stands in every document has 1
    round(case when k.documents = t.documents then 1
        else ln(k.documents * t.documents / (fa.documents * fb.documents)) / -ln(k.documents / t.documents) end, 4) as npmi_documents,
    round(ln(nullif(k.sentences, 0) * u.sentences / (fa.sentences * fb.sentences)) / nullif(-ln(nullif(k.sentences, 0) / u.sentences), 0), 4)
        as npmi_sentences,
from kept as k
cross join total as t
cross join sentence_total as u
join frequent as fa on fa.actor_no = k.a
join frequent as fb on fb.actor_no = k.b
order by k.documents desc, k.sentences desc, fa.name_no, fb.name_no;
comment on table actor_pairs is 'who is in the news with whom: actors that stand in the same documents and sentences, with how much more often than by chance';
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
