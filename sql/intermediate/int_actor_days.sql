-- One row an actor and date. Counted again are the dates that an actor has or had in the documents that may count otherwise than before.
create or replace temp table day_groups as
select distinct a.actor_no, d.published_edtf
from run_appearances as a
join core.documents as d on d.document_no = a.document_no
where not (select whole from run_counting);

delete from int.actor_days where (select whole from run_counting);
delete from int.actor_days as a using day_groups as g where g.actor_no = a.actor_no and g.published_edtf is not distinct from a.published_edtf;

-- dates, sources and stories are numbers here; of stories only those that several documents of the date tell need one
create or replace temp table day_documents as
select
    d.document_no,
    (dense_rank() over (order by d.published_from, d.published_edtf, d.date_precision, d.published_until))::integer as date_no,
    (dense_rank() over (order by d.source))::integer as source_no,
    case when count(*) over (partition by s.story_id) > 1 then (dense_rank() over (order by s.story_id))::integer end as story_no,
    d.published_edtf,
    d.date_precision,
    d.published_from,
    d.published_until,
from stg.current_documents as d
left join core.story_documents as s on s.document_no = d.document_no
where (select whole from run_counting) or coalesce(d.published_edtf, '') in (select coalesce(published_edtf, '') from day_groups);

create or replace temp table day_dates as
select distinct date_no, published_edtf, date_precision, published_from, published_until from day_documents;

-- an actor and a date are one number
create or replace temp table day_rows as
with rows_of as (
    select a.actor_no::bigint << 32 | d.date_no as day, a.mentions, a.sentences, a.by_people_or_capital, d.source_no, d.story_no
    from int.actor_documents as a
    join day_documents as d on d.document_no = a.document_no
),

wanted as (
    select g.actor_no::bigint << 32 | d.date_no as day
    from day_groups as g
    join day_dates as d on d.published_edtf is not distinct from g.published_edtf
)

select * from rows_of where (select whole from run_counting) or day in (select day from wanted);

set variable slices = (select max(actor_no) // int.slice_size(500000) + 1 from int.actor_numbers);
insert into int.actor_days by name
with theirs as (
    from day_rows where (day >> 32) // int.slice_size(500000) = getvariable('slice')
),

counts as materialized (
    select
        day,
        count(*)::integer as documents,
        sum(mentions)::integer as mentions,
        sum(sentences)::integer as sentences,
        sum(by_people_or_capital)::integer as by_people_or_capital,
    from theirs
    group by day
),

-- most actors have one document of a date, of which nothing needs to be told apart
many as (
    select r.day, r.source_no, r.story_no
    from theirs as r
    semi join (select day from counts where documents > 1) as c on c.day = r.day
),

sources as (
    select day, count(distinct source_no)::integer as sources from many group by day
),

-- documents that tell a story again
retold as (
    select day, sum(documents - 1)::integer as documents
    from (select day, story_no, count(*) as documents from many where story_no is not null group by day, story_no)
    group by day
)

select
    (c.day >> 32)::integer as actor_no,
    d.published_edtf,
    d.date_precision,
    d.published_from,
    d.published_until,
    c.documents,
    c.documents - coalesce(r.documents, 0) as stories,
    c.mentions,
    coalesce(s.sources, 1) as sources,
    c.sentences,
    c.by_people_or_capital,
from counts as c
join day_dates as d on d.date_no = (c.day & 4294967295)::integer
left join sources as s on s.day = c.day
left join retold as r on r.day = c.day
order by c.day;  -- the dates of an actor lie together
reset variable slices;
drop table day_groups;
drop table day_documents;
drop table day_dates;
drop table day_rows;
