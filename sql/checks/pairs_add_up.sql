-- severity: error
-- All pairs together stand in as many documents as the actors of all documents make pairs; of a document at most forty actors count.
with actors as (
    select least(count(*), 40) as actors
    from int.actor_documents as a
    semi join int.pair_actors as p on p.actor_no = a.actor_no
    group by a.document_no
),

pairs as (
    select coalesce(sum(documents), 0) as documents, count_if(least(documents, stories, sentences) < 0 or stories > documents) as wrong
    from int.pair_counts
)

select p.documents, a.documents as expected, p.wrong
from pairs as p
cross join (select coalesce(sum(actors * (actors - 1) // 2), 0) as documents from actors) as a
where p.documents <> a.documents or p.wrong > 0
