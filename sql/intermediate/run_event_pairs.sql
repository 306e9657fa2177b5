-- One row a pair of current documents, one of them of this run, that may report the same event.
-- Documents meet over at least three terms or names within the same days (without a date: at any time). Where up to twelve
-- documents hold one in those days all of them meet; where more do, each meets the three before it: in the many reports of a
-- great story those are reports of it too, under a common word they share nothing else. So the work is linear in the number
-- of documents.
-- `likeness` is the cosine of the terms weighed by rarity, `name_likeness` that of the names of persons, organisations and
-- places; countries, days that both name and the days of publication add to the score.
create or replace temp table run_event_pairs as
with current_documents as (
    select d.document_id, d.language, d.published_from, d.published_until,
    from core.documents as d
    semi join (select document_id from meta.records where valid_until_run is null) as r on r.document_id = d.document_id
),
-- a day either side: the report of the evening and that of the next morning are of one event
weeks as (
    select document_id, unnest(range(
        (published_from - date '1970-01-01' - 2) // 7,
        (least(published_until, published_from + 31) - date '1970-01-01' + 2) // 7 + 1
    )) as week,
    from current_documents
    where published_from is not null and published_until is not null
    union all
    -- the undated meet among themselves and with what of the dated can be new to them
    select c.document_id, -1000000 as week,
    from current_documents as c
    left join run_documents as r on r.document_id = c.document_id
    where c.published_from is null
       or r.document_id is not null
       or exists (select 1 from run_documents as n join current_documents as u on u.document_id = n.document_id and u.published_from is null)
),
run_weeks as (
    select distinct week from weeks semi join run_documents as r on r.document_id = weeks.document_id
),
-- not materialized: it is as large as the archive, and each use needs a small part of it
document_terms as not materialized (
    select s.document_id, unnest(s.terms) as term
    from core.sketches as s
    semi join current_documents as c on c.document_id = s.document_id
),
front_terms as not materialized (
    select s.document_id, unnest(s.terms[1:32]) as term
    from core.sketches as s
    semi join current_documents as c on c.document_id = s.document_id
),
run_terms as (
    select distinct unnest(s.terms[1:32]) as term from core.sketches as s semi join run_documents as r on r.document_id = s.document_id
),
-- names are numbers beyond those of terms; a country stands in every second report and brings nobody together
document_names as not materialized (
    select distinct n.document_id, n.entity_key, (hash(n.entity_key) >> 2)::bigint + 4294967296 as term,
    from int.document_names as n
    semi join current_documents as c on c.document_id = n.document_id
    where n.kind <> 'country' and length(n.entity_key) >= 3
),
run_names as (
    select distinct term from document_names as n semi join run_documents as r on r.document_id = n.document_id
),
term_weeks as materialized (
    select w.week, t.term, t.document_id,
    from (
        select t.document_id, t.term from front_terms as t semi join run_terms as n on n.term = t.term
        union all
        select t.document_id, t.term from document_names as t semi join run_names as n on n.term = t.term
    ) as t
    join weeks as w on w.document_id = t.document_id
    semi join run_weeks as r on r.week = w.week
),
-- most terms of a week stand in one document
bucket_sizes as (
    select week, term, count(*) as documents from term_weeks group by week, term having count(*) >= 2
),
meetings as materialized (
    select t.week, t.term, t.document_id, b.documents, r.document_id is not null as is_new,
    from term_weeks as t
    join bucket_sizes as b on b.week = t.week and b.term = t.term
    left join run_documents as r on r.document_id = t.document_id
),
crowded as (
    select
        term,
        document_id,
        lag(document_id, 1) over ordered as before_1,
        lag(document_id, 2) over ordered as before_2,
        lag(document_id, 3) over ordered as before_3,
    from meetings
    where documents > 12
    window ordered as (partition by week, term order by document_id)
),

met as (
    select a.document_id as left_id, b.document_id as right_id, a.term
    from meetings as a
    join meetings as b on b.week = a.week and b.term = a.term and a.document_id < b.document_id
    where a.documents <= 12 and b.documents <= 12 and (a.is_new or b.is_new)
    union all
    select unnest([before_1, before_2, before_3]) as left_id, document_id as right_id, term
    from crowded
),
candidates as materialized (
    select left_id, right_id
    from met
    where left_id is not null
    group by left_id, right_id
    having count(distinct term) >= 3
       and (left_id in (select document_id from run_documents) or right_id in (select document_id from run_documents))
),
involved as materialized (
    select t.document_id, t.term
    from document_terms as t
    semi join (select left_id as document_id from candidates union select right_id from candidates) as c
        on c.document_id = t.document_id
),
-- a small archive says little about rarity: a thousand documents are put beside it that hold none of the terms
rarity as materialized (
    select t.term, ln((any_value(n.documents) + 1000) / (count(*) + 0.5)) as weight,
    from document_terms as t, (select count(*) as documents from current_documents) as n
    where t.term in (select term from involved)
    group by t.term
),
weighed as materialized (
    select i.document_id, i.term, r.weight * r.weight as square from involved as i join rarity as r on r.term = i.term
),
lengths as (
    select document_id, sqrt(sum(square)) as length from weighed group by document_id
),
products as (
    select c.left_id, c.right_id, sum(a.square) as product, count(*) as terms,
    from candidates as c
    join weighed as a on a.document_id = c.left_id
    join weighed as b on b.document_id = c.right_id and b.term = a.term
    group by c.left_id, c.right_id
),
-- reports of one event in one language share some words, whatever names they share
near as materialized (
    select
        c.left_id,
        c.right_id,
        coalesce(p.terms, 0) as terms,
        coalesce(p.product / (a.length * b.length), 0) as likeness,
        -- words that two languages share are mostly names and numbers: as many of them say more
        case when l.language <> r.language and 'und' not in (l.language, r.language) then 2 else 1 end as language_factor,
        -- the evening's report and that of the next morning are of one event; later ones often of what came of it
        case
            when greatest(l.published_until - l.published_from, r.published_until - r.published_from) > 3 then null  -- a month or a year
            when abs(l.published_from - r.published_from) <= 1 then 0.1
            when abs(l.published_from - r.published_from) <= 4 then 0.04
        end as time_bonus,
    from candidates as c
    join current_documents as l on l.document_id = c.left_id
    join current_documents as r on r.document_id = c.right_id
    left join products as p on p.left_id = c.left_id and p.right_id = c.right_id
    left join lengths as a on a.document_id = c.left_id
    left join lengths as b on b.document_id = c.right_id
    where (l.published_from is null
       or r.published_from is null
       or (l.published_from <= r.published_until + 4 and r.published_from <= l.published_until + 4))
      and (l.language <> r.language or p.product / (a.length * b.length) >= 0.08)
),
-- the same for names; to both sides two names are put that the other does not hold, so that little is not taken for all
wanted as materialized (
    select left_id as document_id from near union select right_id from near
),
names_involved as materialized (
    select n.document_id, n.term from document_names as n semi join wanted as w on w.document_id = n.document_id
),
names_weighed as materialized (
    select i.document_id, i.term, power(ln((r.documents + 1000) / (r.holders + 0.5)), 2) as square,
    from names_involved as i
    join (
        select t.term, count(*) as holders, any_value(n.documents) as documents,
        from document_names as t, (select count(*) as documents from current_documents) as n
        where t.term in (select term from names_involved)
        group by t.term
    ) as r on r.term = i.term
),
name_lengths as (
    select document_id, sqrt(sum(square) + 120) as length from names_weighed group by document_id
),
name_products as (
    select c.left_id, c.right_id, sum(a.square) as product, count(*) as names,
    from near as c
    join names_weighed as a on a.document_id = c.left_id
    join names_weighed as b on b.document_id = c.right_id and b.term = a.term
    group by c.left_id, c.right_id
),
alike as materialized (
    select c.*, coalesce(n.names, 0) as names, coalesce(n.product / (x.length * y.length), 0) as name_likeness,
    from near as c
    left join name_products as n on n.left_id = c.left_id and n.right_id = c.right_id
    left join name_lengths as x on x.document_id = c.left_id
    left join name_lengths as y on y.document_id = c.right_id
    where c.likeness + coalesce(n.product / (x.length * y.length), 0) >= 0.2
),
countries as (
    select distinct n.document_id, n.entity_key as country,
    from int.document_names as n
    where n.kind = 'country' and n.document_id in (select unnest([left_id, right_id]) from alike)
),
shared_countries as (
    select p.left_id, p.right_id, count(*) as countries,
    from alike as p
    join countries as a on a.document_id = p.left_id
    join countries as b on b.document_id = p.right_id and b.country = a.country
    group by p.left_id, p.right_id
),
-- calendar days, also without a year («le 24 novembre»); the ends of a span are days too
days as (
    select
        t.document_id,
        right(t.day, 5) as day,
        nullif(left(t.day, 4), 'XXXX') as year,
        -- the day of the news: named in the lead, or in the week before publication
        bool_or(t.sentence_no < 3 or try_cast(t.day as date) between c.published_from - 7 and c.published_until) as is_news,
        -- a document without a date that names the day in full may be of it
        bool_and(c.published_from is null) and left(any_value(t.day), 4) <> 'XXXX' as may_be_news,
    from (
        select d.document_id, d.sentence_no, unnest(string_split(d.edtf, '/')) as day,
        from core.dates as d
        where d.edtf is not null and d.document_id in (select unnest([left_id, right_id]) from alike)
    ) as t
    join current_documents as c on c.document_id = t.document_id
    where length(t.day) = 10
    group by t.document_id, right(t.day, 5), nullif(left(t.day, 4), 'XXXX')
),
shared_days as (
    select
        p.left_id,
        p.right_id,
        count(distinct a.day) as days,
        bool_or(a.is_news and (b.is_news or b.may_be_news) or a.may_be_news and b.is_news) as is_news,
    from alike as p
    join days as a on a.document_id = p.left_id
    join days as b on b.document_id = p.right_id and b.day = a.day and (b.year = a.year or a.year is null or b.year is null)
    group by p.left_id, p.right_id
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
from alike as p
left join shared_countries as c on c.left_id = p.left_id and c.right_id = p.right_id
left join shared_days as d on d.left_id = p.left_id and d.right_id = p.right_id;
