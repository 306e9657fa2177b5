-- One row a pair of current documents, one of them of this run, that may report the same event.
-- Documents meet over at least three terms within the same days (without a date: at any time). Where up to twelve
-- documents hold a term in those days all of them meet; where more do, each meets the three before it: in the many
-- reports of a great story those are reports of it too, under a common word they share nothing else. So the work is
-- linear in the number of documents.
-- `likeness` is the cosine of the terms weighed by rarity; names and days that both mention add to it.
create or replace table int.event_pairs as
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
term_weeks as materialized (
    select w.week, t.term, t.document_id,
    from front_terms as t
    semi join run_terms as n on n.term = t.term
    join weeks as w on w.document_id = t.document_id
    semi join run_weeks as r on r.week = w.week
),
buckets as (
    select
        t.week,
        t.term,
        t.document_id,
        r.document_id is not null as is_new,
        count(*) over same as documents,
        lag(t.document_id, 1) over ordered as before_1,
        lag(t.document_id, 2) over ordered as before_2,
        lag(t.document_id, 3) over ordered as before_3,
    from term_weeks as t
    left join run_documents as r on r.document_id = t.document_id
    window
        same as (partition by t.week, t.term),
        ordered as (partition by t.week, t.term order by t.document_id)
),
meetings as materialized (
    select * from buckets where documents >= 2
),
met as (
    select a.document_id as left_id, b.document_id as right_id, a.term
    from meetings as a
    join meetings as b on b.week = a.week and b.term = a.term and a.document_id < b.document_id
    where a.documents <= 12 and b.documents <= 12 and (a.is_new or b.is_new)
    union all
    select unnest([before_1, before_2, before_3]) as left_id, document_id as right_id, term
    from meetings
    where documents > 12
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
alike as (
    select p.left_id, p.right_id, p.terms, p.product / (a.length * b.length) as likeness,
    from products as p
    join lengths as a on a.document_id = p.left_id
    join lengths as b on b.document_id = p.right_id
    where p.product / (a.length * b.length) >= 0.2
),
wanted as (
    select left_id as document_id from alike union select right_id from alike
),
names as (
    select distinct
        m.document_id,
        m.kind in ('country', 'people') as is_country,
        case when m.kind in ('country', 'people') then m.country else m.entity_key end as name,
    from core.mentions as m
    semi join wanted as w on w.document_id = m.document_id
),
shared_names as (
    select
        p.left_id,
        p.right_id,
        count(*) filter (where not a.is_country) as names,
        count(*) filter (where a.is_country) as countries,
    from alike as p
    join names as a on a.document_id = p.left_id
    join names as b on b.document_id = p.right_id and b.name = a.name and b.is_country = a.is_country
    group by p.left_id, p.right_id
),
days as (
    select distinct d.document_id, d.date_from as day,
    from core.dates as d
    semi join wanted as w on w.document_id = d.document_id
    where d.date_from = d.date_until
),
shared_days as (
    select p.left_id, p.right_id, count(*) as days,
    from alike as p
    join days as a on a.document_id = p.left_id
    join days as b on b.document_id = p.right_id and b.day = a.day
    group by p.left_id, p.right_id
)
select
    p.left_id,
    p.right_id,
    p.terms,
    coalesce(n.names, 0) as names,
    coalesce(n.countries, 0) as countries,
    coalesce(d.days, 0) as days,
    p.likeness,
    p.likeness
        + 0.03 * least(coalesce(n.names, 0), 4)
        -- one country is in every second report, two together are not
        + case when n.countries >= 2 then 0.03 else 0 end
        -- words that two languages share are mostly names and numbers: as many of them say more
        + case when a.language <> b.language and n.names >= 2 then 0.08 else 0 end
        + case when d.days is not null then 0.06 else 0 end
        + case when a.published_from is not null and b.published_from is not null then 0.06 else 0 end as score,
from alike as p
join current_documents as a on a.document_id = p.left_id
join current_documents as b on b.document_id = p.right_id
left join shared_names as n on n.left_id = p.left_id and n.right_id = p.right_id
left join shared_days as d on d.left_id = p.left_id and d.right_id = p.right_id
where a.published_from is null
   or b.published_from is null
   or (a.published_from <= b.published_until + 4 and b.published_from <= a.published_until + 4);
comment on table int.event_pairs is 'pairs of documents that may report the same event, found in this run';
comment on column int.event_pairs.left_id is 'document';
comment on column int.event_pairs.right_id is 'other document; its id is the greater';
comment on column int.event_pairs.terms is 'telling words that both hold';
comment on column int.event_pairs.names is 'persons, organisations and places that both mention';
comment on column int.event_pairs.countries is 'countries that both mention';
comment on column int.event_pairs.days is 'calendar days that both mention';
comment on column int.event_pairs.likeness is 'cosine of their telling words weighed by rarity, 0 to 1';
comment on column int.event_pairs.score is 'likeness with what shared names, days and dates of publication add';
