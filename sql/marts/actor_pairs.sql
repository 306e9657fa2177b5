-- One row a pair of actors that stand together in two documents or in one sentence, the smaller id first.
-- In steps, so that each knows how large what it joins is. A pair is one number.

-- stories have numbers here, as documents and actors do; only those that several documents tell need one
create or replace temp table pair_places as
select
    d.document_no,
    case when count(*) over (partition by s.story_id) > 1 then (dense_rank() over (order by s.story_id))::integer end as story_no,
from stg.current_documents as d
left join core.story_documents as s on s.document_no = d.document_no;

-- actors of one document have no company to measure; in a large archive the rare ones would make most of the pairs and none of the sense
create or replace temp table pair_actors as
with counts as (
    select a.actor_id, count(*) as documents, sum(a.sentences) as sentences
    from int.actor_documents as a
    semi join pair_places as d on d.document_no = a.document_no
    group by a.actor_id
    having count(*) >= (select greatest(2, count(*) // 50000) from pair_places)
)
select
    a.actor_id,
    c.name,
    c.kind,
    a.documents,
    a.sentences,
    row_number() over (order by a.actor_id)::integer as actor_no,
    row_number() over (order by c.name, a.actor_id)::integer as name_no,
from counts as a
join core.actors as c on c.actor_id = a.actor_id and c.kind <> 'place';

-- lists and tables of names are no company: of more than forty actors of a document the most mentioned are taken, then the first by id
create or replace temp table pair_documents as
with actors_of as materialized (
    select d.document_no, d.story_no, f.actor_no, a.mentions
    from int.actor_documents as a
    join pair_actors as f on f.actor_id = a.actor_id
    join pair_places as d on d.document_no = a.document_no
),
long_lists as (
    select document_no from actors_of group by document_no having count(*) > 40
)
select document_no, story_no, actor_no from actors_of anti join long_lists as l using (document_no)
union all
select document_no, story_no, actor_no
from actors_of semi join long_lists as l using (document_no)
qualify row_number() over (partition by document_no order by mentions desc, actor_no) <= 40;

create or replace temp table pair_sentences as
with places as (
    select distinct a.document_no, m.sentence_no, f.actor_no
    from core.mention_actors as a
    join pair_actors as f on f.actor_id = a.actor_id
    join core.mentions as m on m.document_no = a.document_no and m.mention_no = a.mention_no
    semi join pair_places as d on d.document_no = a.document_no
)
select x.actor_no::bigint << 32 | y.actor_no as pair, count(*) as sentences
from places as x
join places as y on y.document_no = x.document_no and y.sentence_no = x.sentence_no and y.actor_no > x.actor_no
group by pair;

-- documents that tell a story again
create or replace temp table pair_retold as
with stories as (
    select x.actor_no::bigint << 32 | y.actor_no as pair, x.story_no, count(*) as documents
    from pair_documents as x
    join pair_documents as y on y.document_no = x.document_no and y.actor_no > x.actor_no
    where x.story_no is not null
    group by pair, x.story_no
    having count(*) > 1
)
select pair, sum(documents - 1)::bigint as documents from stories group by pair;

-- what is kept is a third of the pairs
create or replace temp table pair_counts as
with counts as (
    select x.actor_no::bigint << 32 | y.actor_no as pair, count(*) as documents
    from pair_documents as x
    join pair_documents as y on y.document_no = x.document_no and y.actor_no > x.actor_no
    group by pair
)
select
    (d.pair >> 32)::integer as a,
    (d.pair & 4294967295)::integer as b,
    d.documents,
    d.documents - coalesce(r.documents, 0) as stories,
    coalesce(s.sentences, 0) as sentences,
from counts as d
left join pair_retold as r on r.pair = d.pair
left join pair_sentences as s on s.pair = d.pair
where d.documents >= 2 or s.sentences >= 1;

create or replace table actor_pairs as
with total as (
    select count(*) as documents from pair_places
),

sentence_total as (
    select count(*) as sentences from core.sentences as s semi join pair_places as d on d.document_no = s.document_no
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
from pair_counts as k
cross join total as t
cross join sentence_total as u
join pair_actors as fa on fa.actor_no = k.a
join pair_actors as fb on fb.actor_no = k.b
order by k.documents desc, k.sentences desc, fa.name_no, fb.name_no;
drop table pair_places;
drop table pair_actors;
drop table pair_documents;
drop table pair_sentences;
drop table pair_retold;
drop table pair_counts;
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
