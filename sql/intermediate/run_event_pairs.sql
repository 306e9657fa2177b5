-- One row a pair of current documents, one of them of this run, that may report the same event.
-- Documents meet over at least three terms or names within the same days (without a date: at any time). Where up to twelve
-- documents hold one in those days all of them meet; where more do, each meets the three before it: in the many reports of a
-- great story those are reports of it too, under a common word they share nothing else. So the work is linear in the number
-- of documents.
-- `likeness` is the cosine of the terms weighed by rarity, `name_likeness` that of the names of persons, organisations and
-- places; countries, days that both name and the days of publication add to the score.

-- Documents have other numbers here, in the order of their ids: whom a document meets does not depend on when it was loaded.
create or replace temp table event_documents as
select
    row_number() over (order by d.document_id)::integer as document_no,
    d.document_id,
    d.document_no as loaded_no,
    d.language,
    d.published_from,
    d.published_until,
    -- a date without a month or a day is no week
    coalesce(d.published_until <= d.published_from + 31, false) as has_week,
    r.document_id is not null as is_new,
from core.documents as d
semi join stg.places as c on c.document_no = d.document_no
left join run_documents as r on r.document_no = d.document_no;

-- the weeks that documents of this run have, and who else has them
create or replace temp table event_weeks as
-- a day either side: the report of the evening and that of the next morning are of one event
with weeks as (
    select document_no, published_from, published_until, is_new, unnest(range(
        (published_from - date '1970-01-01' - 2) // 7,
        (published_until - date '1970-01-01' + 2) // 7 + 1
    ))::integer as week,
    from event_documents
    where has_week
    union all
    -- those without a week meet among themselves and with what of the others can be new to them
    select document_no, published_from, published_until, is_new, -1000000 as week,
    from event_documents
    where not has_week or is_new or exists (from event_documents where is_new and not has_week)
)
select document_no, published_from, published_until, week,
from weeks
where week in (select week from weeks where is_new);

-- the documents that are looked at: those of news of today are those of this week, whatever else an archive holds
create or replace temp table event_near as
select document_no, loaded_no, is_new from event_documents where document_no in (select document_no from event_weeks);

-- names are numbers beyond those of terms; a country stands in every second report and brings nobody together
create or replace temp table event_names as
select distinct d.document_no, d.is_new, int.name_term(n.entity_key) as term
from int.document_names as n
join event_near as d on d.loaded_no = n.document_no
where n.kind <> 'country' and length(n.entity_key) >= 3;

-- what documents of this run hold, and who else holds it; where all documents are new, that is everything
create or replace temp table event_run_terms as
select unnest(s.terms[1:32])::bigint as term
from core.sketches as s
semi join event_near as d on d.loaded_no = s.document_no and d.is_new
where not (select is_whole from run_extent)
union
select term from event_names where is_new and not (select is_whole from run_extent);

create or replace temp table event_terms (document_no integer, is_new boolean, term bigint);
insert into event_terms by name
select d.document_no, d.is_new, t.term,
from (
    select document_no, unnest(terms[1:32])::bigint as term
    from core.sketches
    where document_no in (select loaded_no from event_near)
) as t
join event_near as d on d.loaded_no = t.document_no
where (select is_whole from run_extent) or t.term in (select term from event_run_terms);

insert into event_terms by name
select document_no, is_new, term
from event_names
where (select is_whole from run_extent) or term in (select term from event_run_terms);
drop table event_run_terms;
drop table event_near;

-- what a document meets others over, in each of its weeks, if others hold it in that week, one of this run among them
-- With the dates of the document, so that those who meet need not be joined with theirs: there are tens of millions of them.
create or replace temp table event_meetings (
    week integer, term bigint, document_no integer, published_from date, published_until date, is_new boolean, is_crowded boolean
);
set variable slices = (select count(*) // int.slice_size(10000000) + 1 from event_terms);
insert into event_meetings by name
with term_weeks as materialized (
    select w.week, t.term, t.document_no, w.published_from, w.published_until, t.is_new,
    from event_terms as t
    join event_weeks as w on w.document_no = t.document_no
    where (t.term & 4095) % getvariable('slices') = getvariable('slice')
),
-- most terms of a week stand in one document
bucket_sizes as (
    select week, term, count(*) as documents from term_weeks group by week, term having count(*) >= 2 and bool_or(is_new)
)
select t.*, b.documents > 12 as is_crowded,
from term_weeks as t
join bucket_sizes as b on b.week = t.week and b.term = t.term;
reset variable slices;
drop table event_terms;
drop table event_weeks;

create or replace temp table event_crowded as
with in_order as (
    -- twice the number, and one more for a document of this run: most of an archive meets none of these
    select
        document_no,
        is_new,
        term,
        lag(2 * document_no + is_new::integer, 1) over ordered as before,
        lag(2 * document_no + is_new::integer, 2) over ordered as second_before,
        lag(2 * document_no + is_new::integer, 3) over ordered as third_before,
    from event_meetings
    where is_crowded
    window ordered as (partition by week, term order by document_no)
)
select document_no as right_no, unnest([before, second_before, third_before]) // 2 as left_no, term
from in_order
where is_new or before % 2 = 1 or second_before % 2 = 1 or third_before % 2 = 1;

create or replace temp table event_candidates (left_no integer, right_no integer);
-- a pair is counted where all its terms are: its slice is that of the smaller number
set variable slices = (select count(*) // int.slice_size(5000000) + 1 from event_meetings);
insert into event_candidates by name
with left_ones as (
    from event_meetings where not is_crowded and document_no % getvariable('slices') = getvariable('slice')
),
-- dated documents that meet among those without a week only are days apart, and most of them years
met as (
    -- each document of this run meets all others
    select a.document_no as left_no, b.document_no as right_no, a.term
    from left_ones as a
    join event_meetings as b
        on b.week = a.week and b.term = a.term and b.document_no > a.document_no
        and coalesce(a.published_from <= b.published_until + 4 and b.published_from <= a.published_until + 4, true)
    where a.is_new and not b.is_crowded
    union all
    select a.document_no, b.document_no, a.term
    from left_ones as a
    join event_meetings as b
        on b.week = a.week and b.term = a.term and b.document_no > a.document_no
        and coalesce(a.published_from <= b.published_until + 4 and b.published_from <= a.published_until + 4, true)
    where not a.is_new and b.is_new and not b.is_crowded
    union all
    select c.left_no, c.right_no, c.term
    from event_crowded as c
    join event_documents as l on l.document_no = c.left_no
    join event_documents as r on r.document_no = c.right_no
    where c.left_no % getvariable('slices') = getvariable('slice')
      and (l.is_new or r.is_new)
      and coalesce(l.published_from <= r.published_until + 4 and r.published_from <= l.published_until + 4, true)
)
select left_no, right_no,
from met
group by left_no, right_no
having count(distinct term) >= 3;
reset variable slices;
drop table event_meetings;
drop table event_crowded;

-- the documents that may be one of a pair
create or replace temp table event_involved as
select left_no as document_no from event_candidates union select right_no from event_candidates;

-- A place is a document and a term of 32 bits in one: so is looked up in one step whether the other document holds a term.
-- A small archive says little about rarity: a thousand documents are put beside it that hold none of the terms.
create or replace temp table event_places (document_no integer, place bigint, square double);
set variable slices = (select count(*) // int.slice_size(200000) + 1 from event_involved);
insert into event_places by name
-- materialized: DuckDB 2.0.0 fails on a join that builds on what is just unnested («dict-surviving join»)
with terms as materialized (
    select t.document_no, unnest(s.terms)::bigint as term
    from core.sketches as s
    join event_documents as t on t.loaded_no = s.document_no
    semi join (from event_involved where document_no % getvariable('slices') = getvariable('slice')) as i on i.document_no = t.document_no
),
rarity as (
    select term, ln(((select count(*) from event_documents) + 1000) / (documents + 0.5)) as weight
    from int.term_documents
    where term in (select term from terms)
)
select t.document_no, t.document_no::bigint << 32 | (t.term & 4294967295) as place, r.weight * r.weight as square,
from terms as t
join rarity as r on r.term = t.term;
reset variable slices;
drop table event_involved;

create or replace temp table event_lengths as
select document_no, sqrt(sum(square)) as length from event_places group by document_no;

create or replace temp table event_likeness (
    left_no integer, right_no integer, terms bigint, likeness double, language_factor integer
);
set variable slices = (select count(*) // int.slice_size(500000) + 1 from event_candidates);
insert into event_likeness by name
with candidates as (
    from event_candidates where left_no % getvariable('slices') = getvariable('slice')
),
products as (
    select c.left_no, c.right_no, sum(a.square) as product, count(*) as terms,
    from candidates as c
    join event_places as a on a.document_no = c.left_no
    join (select place from event_places) as b on b.place = c.right_no::bigint << 32 | (a.place & 4294967295)
    group by c.left_no, c.right_no
)
-- reports of one event in one language share some words, whatever names they share
select
    c.left_no,
    c.right_no,
    coalesce(p.terms, 0) as terms,
    coalesce(p.product / (a.length * b.length), 0) as likeness,
    -- words that two languages share are mostly names and numbers: as many of them say more
    case when l.language <> r.language and 'und' not in (l.language, r.language) then 2 else 1 end as language_factor,
from candidates as c
join event_documents as l on l.document_no = c.left_no
join event_documents as r on r.document_no = c.right_no
left join products as p on p.left_no = c.left_no and p.right_no = c.right_no
left join event_lengths as a on a.document_no = c.left_no
left join event_lengths as b on b.document_no = c.right_no
where l.language <> r.language or p.product / (a.length * b.length) >= 0.08;
reset variable slices;
drop table event_candidates;
drop table event_places;
drop table event_lengths;

-- the same for names; to both sides two names are put that the other does not hold, so that little is not taken for all
create or replace temp table event_alike (
    left_no integer, right_no integer, terms bigint, likeness double, language_factor integer, left_id varchar, right_id varchar,
    names bigint, name_likeness double, time_bonus decimal(3, 2)
);
set variable slices = (select count(*) // int.slice_size(1000000) + 1 from event_likeness);
insert into event_alike by name
with alike as (
    from event_likeness where left_no % getvariable('slices') = getvariable('slice')
),
involved as (
    select left_no as document_no from alike union select right_no from alike
),
names as materialized (
    select n.document_no, n.term from event_names as n semi join involved as i on i.document_no = n.document_no
),
rarity as (
    select
        term,
        (row_number() over ())::integer as term_no,
        ln(((select count(*) from event_documents) + 1000) / (documents + 0.5)) as weight,
    from int.term_documents
    where term in (select term from names)
),
places as materialized (
    select n.document_no, r.term_no, n.document_no::bigint << 32 | r.term_no as place, r.weight * r.weight as square,
    from names as n
    join rarity as r on r.term = n.term
),
lengths as (
    select document_no, sqrt(sum(square) + 120) as length from places group by document_no
),
products as (
    select c.left_no, c.right_no, sum(a.square) as product, count(*) as names,
    from alike as c
    join places as a on a.document_no = c.left_no
    join (select place from places) as b on b.place = c.right_no::bigint << 32 | a.term_no
    group by c.left_no, c.right_no
)
select
    c.*,
    l.document_id as left_id,
    r.document_id as right_id,
    coalesce(p.names, 0) as names,
    coalesce(p.product / (x.length * y.length), 0) as name_likeness,
    -- the evening's report and that of the next morning are of one event; later ones often of what came of it
    case
        when greatest(l.published_until - l.published_from, r.published_until - r.published_from) > 3 then null  -- a month or a year
        when abs(l.published_from - r.published_from) <= 1 then 0.1
        when abs(l.published_from - r.published_from) <= 4 then 0.04
    end as time_bonus,
from alike as c
join event_documents as l on l.document_no = c.left_no
join event_documents as r on r.document_no = c.right_no
left join products as p on p.left_no = c.left_no and p.right_no = c.right_no
left join lengths as x on x.document_no = c.left_no
left join lengths as y on y.document_no = c.right_no
where c.likeness + coalesce(p.product / (x.length * y.length), 0) >= 0.2;
reset variable slices;
drop table event_names;
drop table event_likeness;

create or replace temp table run_event_pairs as
with involved as (
    select d.document_no, d.loaded_no, d.published_from, d.published_until,
    from event_documents as d
    semi join (select left_no as document_no from event_alike union select right_no from event_alike) as a on a.document_no = d.document_no
),
countries as (
    select distinct i.document_no, n.entity_key as country,
    from int.document_names as n
    join involved as i on i.loaded_no = n.document_no
    where n.kind = 'country'
),
-- materialized, as left_days below: else all documents of a country, or of a day, might be paired first
left_countries as materialized (
    select p.left_no, p.right_no, a.country,
    from event_alike as p
    join countries as a on a.document_no = p.left_no
),
shared_countries as (
    select a.left_no, a.right_no, count(*) as countries,
    from left_countries as a
    join countries as b on b.document_no = a.right_no and b.country = a.country
    group by a.left_no, a.right_no
),
-- calendar days, also without a year («le 24 novembre»); the ends of a span are days too
days as (
    select
        t.document_no,
        right(t.day, 5) as day,
        nullif(left(t.day, 4), 'XXXX') as year,
        -- the day of the news: named in the lead, or in the week before publication
        bool_or(t.sentence_no < 3 or try_cast(t.day as date) between t.published_from - 7 and t.published_until) as is_news,
        -- a document without a date that names the day in full may be of it
        bool_and(t.published_from is null) and left(any_value(t.day), 4) <> 'XXXX' as may_be_news,
    from (
        select i.document_no, i.published_from, i.published_until, d.sentence_no, unnest(string_split(d.edtf, '/')) as day,
        from core.dates as d
        join involved as i on i.loaded_no = d.document_no
        where d.edtf is not null
    ) as t
    where length(t.day) = 10
    group by t.document_no, right(t.day, 5), nullif(left(t.day, 4), 'XXXX')
),
left_days as materialized (
    select p.left_no, p.right_no, a.day, a.year, a.is_news, a.may_be_news,
    from event_alike as p
    join days as a on a.document_no = p.left_no
),
shared_days as (
    select
        a.left_no,
        a.right_no,
        count(distinct a.day) as days,
        bool_or(a.is_news and (b.is_news or b.may_be_news) or a.may_be_news and b.is_news) as is_news,
    from left_days as a
    join days as b on b.document_no = a.right_no and b.day = a.day and (b.year = a.year or a.year is null or b.year is null)
    group by a.left_no, a.right_no
)
select
    p.left_id,
    p.right_id,
    p.terms,
    p.names,
    coalesce(c.countries, 0) as countries,
    coalesce(d.days, 0) as days,
    p.likeness,
    p.name_likeness,
    -- whether anything says that both tell of the same days; without it a year may lie between them
    p.time_bonus is not null or coalesce(d.is_news, false) as same_days,
    -- rounded: sums of fractions differ in their last digits with the order of the rows, and the same input gives the same output
    round(p.likeness * p.language_factor
        + 0.5 * p.name_likeness
        -- one country is in every second report, two together are not
        + case when c.countries >= 2 then 0.03 else 0 end
        -- a day that is news in both is mostly that of the event; another may be that of its background
        + case when d.is_news then 0.16 when d.days > 0 then 0.06 else 0 end
        + coalesce(p.time_bonus, 0), 6) as score,
from event_alike as p
left join shared_countries as c on c.left_no = p.left_no and c.right_no = p.right_no
left join shared_days as d on d.left_no = p.left_no and d.right_no = p.right_no;
drop table event_alike;
drop table event_documents;
