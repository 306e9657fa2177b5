-- One row a current document, kind, entity_key and name_key. Only the documents of this run are counted again.
-- what stood there before, for those who count by differences
create or replace temp table run_document_names_before as
select document_no, kind, entity_key, name_key, surface, gender, titles, mentions
from int.document_names
where document_no in (select document_no from run_documents) and not (select is_whole from run_extent);

delete from int.document_names where document_no in (select document_no from run_documents);

set variable slices = (select max(slice) + 1 from run_slices);
create or replace temp table name_mentions as
select
    r.document_no,
    -- a people («les Marocains», «israélien») counts for its country
    case when m.kind = 'people' then 'country' else m.kind end as kind,
    case when m.kind in ('country', 'people') then m.country else m.entity_key end as entity_key,
    case when m.kind in ('country', 'people') then m.country else m.name_key end as name_key,
    m.surface,
    m.country,
    m.gender,
    m.title,
    m.confidence,
from run_slices as r
semi join stg.places as c on c.document_no = r.document_no
join core.mentions as m on m.document_no = r.document_no
-- less than even odds of being a name: counted nowhere, so that chance finds do not become actors
where r.slice = getvariable('slice') and m.confidence >= 0.5
  and case when m.kind in ('country', 'people') then m.country is not null else m.entity_key <> '' and m.name_key <> '' end;

-- mentions are counted by the numbers of documents and names: there are many more of them than of either
create or replace temp table name_numbers as
select kind, entity_key, name_key, (row_number() over ())::integer as name_no from name_mentions group by kind, entity_key, name_key;

create or replace temp table name_spellings as
select
    m.document_no, n.name_no, m.surface,
    min(m.country) as country,
    count(*)::integer as mentions,
    max(m.confidence) as confidence,
    min(m.gender) as first_gender,
    max(m.gender) as last_gender,
from name_mentions as m
join name_numbers as n on n.kind = m.kind and n.entity_key = m.entity_key and n.name_key = m.name_key
group by m.document_no, n.name_no, m.surface;

insert into int.document_names by name
-- nearly all names of a document have one spelling there; what chooses among several cannot be put on disk while it does
with several as (
    select document_no, name_no from name_spellings group by document_no, name_no having count(*) > 1
),

counts as (
    select document_no, name_no, surface, country, first_gender, last_gender, mentions, confidence
    from name_spellings
    anti join several using (document_no, name_no)
    union all
    select
        document_no, name_no,
        arg_max(surface, (mentions, surface)),
        min(country),
        min(first_gender),
        max(last_gender),
        sum(mentions)::integer,
        max(confidence),
    from name_spellings
    semi join several using (document_no, name_no)
    group by document_no, name_no
),

-- few names have one
titles as (
    select m.document_no, n.name_no, list_sort(list_distinct(list(lower(m.title)))) as titles
    from name_mentions as m
    join name_numbers as n on n.kind = m.kind and n.entity_key = m.entity_key and n.name_key = m.name_key
    where m.title is not null
    group by m.document_no, n.name_no
)

select
    d.document_id, d.document_no, d.language, n.kind, n.entity_key, n.name_key,
    c.surface,
    not contains(c.surface, ' ') as one_word,
    c.country,
    case when c.first_gender = c.last_gender then c.first_gender when c.first_gender is not null then 'mixed' end as gender,
    t.titles,
    c.mentions,
    c.confidence,
from counts as c
join core.documents as d on d.document_no = c.document_no
join name_numbers as n on n.name_no = c.name_no
left join titles as t on t.document_no = c.document_no and t.name_no = c.name_no
order by c.document_no, c.name_no;  -- rows of a document lie together
drop table name_mentions;
drop table name_numbers;
drop table name_spellings;
reset variable slices;
