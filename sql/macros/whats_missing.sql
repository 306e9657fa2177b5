-- One row a thing that is missing: measures of doubt, files not loaded, and stretches of a week or more without a document.
create or replace macro whats_missing() as table
with days as (
    select distinct published_from as day from stg.current_documents where date_precision = 'day'
),

gaps as (
    select day + 1 as first_day, lead(day) over (order by day) - 1 as last_day from days
)

select 'doubt' as what, measure as name, value::bigint as count, meaning
from data_quality
where value > 0 and measure <> 'documents' and not starts_with(measure, 'rejected')
union all
select 'not loaded', reason, count(*), 'for example ' || min(place) || ': ' || min_by(detail, place)
from stg.current_rejects
group by reason
union all
select
    'gap',
    first_day || ' to ' || last_day,
    (last_day - first_day + 1)::bigint,
    'days without a document dated to the day'
from gaps
where last_day - first_day + 1 >= 7
order by what, count desc, name;
comment on macro table whats_missing is 'what is missing: doubtful values, files that could not be loaded, and gaps of seven days or more in coverage';
