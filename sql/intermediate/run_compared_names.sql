-- One row a name that is compared with others, numbered.
create or replace temp table run_compared_names as
select
    (row_number() over ())::integer as name_no,
    kind,
    name_key,
    name,
    documents,
    curated_id,
    gender,
    titles,
    words,
    len(words) as word_count,
    words[1] as first_word,
    words[-1] as last_word,
    replace(sound_key, ' ', '') as sound,
from run_name_nodes
where kind in ('person', 'organisation', 'place')
  -- one word is no name to compare: Lang and Long, Bali and Mali
  and (len(words) > 1 or (kind <> 'person' and length(name_key) >= 9))
  and length(name_key) >= 6;
