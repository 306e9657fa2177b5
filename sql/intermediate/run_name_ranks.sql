-- One row a name that is compared with others, ranked: curated names first, then by documents.
create or replace temp table run_name_ranks as
select
    *,
    len(words) as word_count,
    words[1] as first_word,
    words[-1] as last_word,
    replace(sound_key, ' ', '') as sound,
    row_number() over (order by curated_id is not null desc, documents desc, name_key, kind) as place,
from run_name_nodes
where kind in ('person', 'organisation', 'place')
  -- one word is no name to compare: Lang and Long, Bali and Mali
  and (len(words) > 1 or (kind <> 'person' and length(name_key) >= 9))
  and length(name_key) >= 6;
