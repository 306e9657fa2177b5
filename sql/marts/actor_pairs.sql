-- One row a pair of actors that stand together in two documents or in one sentence, the smaller id first.
create or replace table actor_pairs as
with total as (
    select count(*) as documents, greatest(2, count(*) // 50000) as least_documents from stg.current_documents
),

sentence_total as (
    select count(*) as sentences from core.sentences as s join stg.current_documents as d on d.document_id = s.document_id
),

-- actors of one document have no company to measure; in a large archive the rare ones would make most of the pairs and none of the sense
frequent as (
    select a.actor_id, count(*) as documents, sum(a.sentences) as sentences, row_number() over (order by a.actor_id)::integer as actor_no
    from int.actor_documents as a
    join stg.current_documents as d on d.document_id = a.document_id
    where a.actor_id in (select actor_id from core.actors where kind <> 'place')
    group by a.actor_id
    having count(*) >= (select least_documents from total)
),

in_documents as (
    select a.document_id, f.actor_no
    from int.actor_documents as a
    join frequent as f on f.actor_id = a.actor_id
    join stg.current_documents as d on d.document_id = a.document_id
    -- lists and tables of names are no company: past forty actors a document the first by id are taken
    qualify row_number() over (partition by a.document_id order by a.mentions desc, a.actor_id) <= 40
),

in_sentences as (
    select distinct m.document_id, m.sentence_no, f.actor_no
    from core.mention_actors as a
    join frequent as f on f.actor_id = a.actor_id
    join core.mentions as m on m.document_id = a.document_id and m.mention_no = a.mention_no
    join stg.current_documents as d on d.document_id = a.document_id
),

document_pairs as (
    select x.actor_no as a, y.actor_no as b, count(*) as documents, count(distinct s.story_id) as stories
    from in_documents as x
    join in_documents as y on y.document_id = x.document_id and y.actor_no > x.actor_no
    left join core.story_documents as s on s.document_id = x.document_id
    group by x.actor_no, y.actor_no
),

sentence_pairs as (
    select x.actor_no as a, y.actor_no as b, count(*) as sentences
    from in_sentences as x
    join in_sentences as y on y.document_id = x.document_id and y.sentence_no = x.sentence_no and y.actor_no > x.actor_no
    group by x.actor_no, y.actor_no
)

select
    fa.actor_id,
    ca.name,
    ca.kind,
    fb.actor_id as other_id,
    cb.name as other_name,
    cb.kind as other_kind,
    d.documents,
    d.stories,
    coalesce(s.sentences, 0) as sentences,
    -- normalised pointwise mutual information; a pair that stands in every document has 1
    round(case when d.documents = t.documents then 1
        else ln(d.documents * t.documents / (fa.documents * fb.documents)) / -ln(d.documents / t.documents) end, 4) as npmi_documents,
    round(ln(s.sentences * u.sentences / (fa.sentences * fb.sentences)) / nullif(-ln(s.sentences / u.sentences), 0), 4) as npmi_sentences,
from document_pairs as d
cross join total as t
cross join sentence_total as u
join frequent as fa on fa.actor_no = d.a
join frequent as fb on fb.actor_no = d.b
join core.actors as ca on ca.actor_id = fa.actor_id
join core.actors as cb on cb.actor_id = fb.actor_id
left join sentence_pairs as s on s.a = d.a and s.b = d.b
where d.documents >= 2 or s.sentences >= 1
order by d.documents desc, sentences desc, ca.name, cb.name;
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
