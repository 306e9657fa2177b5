-- One row a name that is compared with others, ranked: curated names first, then by documents.
create or replace temp table run_name_ranks as
-- numbers alone are put in order: the names with all that is known of them take three times as long
with places as (
    select
        rowid as row_no,
        (row_number() over (order by curated_id is not null desc, documents desc, name_key, kind))::integer as place,
    from run_name_nodes
    where kind in ('person', 'organisation', 'place')
      -- one word is no name to compare: Lang and Long, Bali and Mali
      and (len(words) > 1 or (kind <> 'person' and length(name_key) >= 9))
      and length(name_key) >= 6
)

select
    n.* exclude (outvoted, one_word),
    len(n.words) as word_count,
    n.words[1] as first_word,
    n.words[-1] as last_word,
    replace(n.sound_key, ' ', '') as sound,
    p.place,
from run_name_nodes as n
join places as p on p.row_no = n.rowid;
