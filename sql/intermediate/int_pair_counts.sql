-- One row a pair of actors of one document or one sentence. What documents of this run, and those that changed with them, gave
-- before is taken off, and what they give now is added: a row is worth -1 or +1. A run that counts everything takes nothing off.

-- numbers in the order of ids: of a pair the smaller id comes first
create or replace temp table pair_numbers as
select actor_id, actor_no, (row_number() over (order by actor_id))::integer as id_no
from int.actor_numbers
where actor_no in (select actor_no from int.pair_actors union select actor_no from run_pair_actors_before);

create or replace temp table pair_rows as
with members as (
    select 1 as sign, actor_no from int.pair_actors
    union all
    select -1, actor_no from run_pair_actors_before
),

actors_of as (
    select a.sign, a.document_no, a.actor_no, a.mentions
    from run_appearances as a
    semi join members as f on f.sign = a.sign and f.actor_no = a.actor_no
),

numbered as materialized (
    select a.sign, a.document_no, n.id_no, a.mentions from actors_of as a join pair_numbers as n on n.actor_no = a.actor_no
),

-- lists and tables of names are no company: of more than forty actors of a document the most mentioned are taken, then the first by id
long_lists as (
    select sign, document_no from numbered group by sign, document_no having count(*) > 40
)

select sign, document_no, id_no from numbered anti join long_lists as l using (sign, document_no)
union all
select sign, document_no, id_no
from numbered semi join long_lists as l using (sign, document_no)
qualify row_number() over (partition by sign, document_no order by mentions desc, id_no) <= 40;

create or replace temp table pair_places as
with paired_before as (
    select actor_id from pair_numbers semi join run_pair_actors_before using (actor_no)
),

links as (
    select 1 as sign, document_no, mention_no, actor_id
    from core.mention_actors
    where document_no in (select document_no from run_recounted) and actor_id in (select actor_id from int.pair_actors)
    union all
    select -1, document_no, mention_no, actor_id
    from core.mention_actors
    where document_no in (select document_no from run_recounted) and document_no not in (select document_no from run_changed_documents)
      and actor_id in (select actor_id from paired_before)
),

sentences_of as (
    select l.sign, l.document_no, l.actor_id, m.sentence_no
    from links as l
    join core.mentions as m on m.document_no = l.document_no and m.mention_no = l.mention_no
    where m.document_no in (select document_no from run_recounted)  -- known before it is joined
    union all
    select -1, document_no, actor_id, sentence_no
    from run_mention_actors_before
    where actor_id in (select actor_id from paired_before)
)

select distinct s.sign, s.document_no, s.sentence_no, n.id_no
from sentences_of as s
join pair_numbers as n on n.actor_id = s.actor_id;

create or replace temp table pair_changes (actor_no integer, other_no integer, documents integer, stories integer, sentences integer);

set variable slices = (select count(*) // int.slice_size(2000000) + 1 from pair_rows);
create or replace temp table pair_sentences as
select x.id_no::bigint << 32 | y.id_no as pair, sum(x.sign)::integer as sentences
from pair_places as x
join pair_places as y on y.sign = x.sign and y.document_no = x.document_no and y.sentence_no = x.sentence_no and y.id_no > x.id_no
where x.id_no % getvariable('slices') = getvariable('slice')
group by pair;

-- documents that tell a story again
create or replace temp table pair_retold as
with stories as (
    select x.id_no::bigint << 32 | y.id_no as pair, x.sign, s.story_no, count(*) as documents
    from pair_rows as x
    join run_told as s on s.sign = x.sign and s.document_no = x.document_no
    join pair_rows as y on y.sign = x.sign and y.document_no = x.document_no and y.id_no > x.id_no
    where x.id_no % getvariable('slices') = getvariable('slice')
    group by pair, x.sign, s.story_no
    having count(*) > 1
)
select pair, sum(sign * (documents - 1))::integer as documents from stories group by pair;

insert into pair_changes by name
with documents as (
    select x.id_no::bigint << 32 | y.id_no as pair, sum(x.sign)::integer as documents
    from pair_rows as x
    join pair_rows as y on y.sign = x.sign and y.document_no = x.document_no and y.id_no > x.id_no
    where x.id_no % getvariable('slices') = getvariable('slice')
    group by pair
),

changes as (
    select pair, sum(documents)::integer as documents, sum(retold)::integer as retold, sum(sentences)::integer as sentences
    from (
        select pair, documents, 0 as retold, 0 as sentences from documents
        union all
        select pair, 0, documents, 0 from pair_retold
        union all
        select pair, 0, 0, sentences from pair_sentences
    )
    group by pair
)

select a.actor_no, b.actor_no as other_no, c.documents, c.documents - c.retold as stories, c.sentences
from changes as c
join pair_numbers as a on a.id_no = (c.pair >> 32)::integer
join pair_numbers as b on b.id_no = (c.pair & 4294967295)::integer
where c.documents <> 0 or c.retold <> 0 or c.sentences <> 0;
drop table pair_sentences;
drop table pair_retold;
reset variable slices;
drop table pair_rows;
drop table pair_places;
drop table pair_numbers;

delete from int.pair_counts where (select whole from run_counting);
update int.pair_counts as k
set documents = k.documents + c.documents, stories = k.stories + c.stories, sentences = k.sentences + c.sentences
from pair_changes as c
where c.actor_no = k.actor_no and c.other_no = k.other_no;

insert into int.pair_counts by name
with names as (
    select actor_no, (row_number() over (order by name, actor_id))::integer as name_no from int.pair_actors
)
select c.*
from pair_changes as c
anti join int.pair_counts as k on k.actor_no = c.actor_no and k.other_no = c.other_no
join names as a on a.actor_no = c.actor_no
join names as b on b.actor_no = c.other_no
order by c.documents desc, c.sentences desc, a.name_no, b.name_no;
delete from int.pair_counts where documents = 0 and sentences = 0;
drop table pair_changes;

create or replace temp table pair_totals_before as from int.pair_totals;
truncate int.pair_totals;
insert into int.pair_totals by name
select
    c.documents,
    -- that few documents are not current is the rule
    (select count(*) from core.sentences) - (
        select count(*)
        from core.sentences
        where document_no in (select document_no from core.documents where document_no not in (select document_no from stg.places))
    ) as sentences,
    c.least_documents,
    if(c.whole, c.documents, b.counted_documents) as counted_documents,
from run_counting as c
left join pair_totals_before as b on true;
drop table pair_totals_before;
