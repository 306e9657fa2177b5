-- One row a name that is compared with others, ranked: curated names first, then by documents.
create or replace table int.name_ranks as
select
    *,
    len(words) as word_count,
    words[1] as first_word,
    words[-1] as last_word,
    replace(sound_key, ' ', '') as sound,
    row_number() over (order by curated_id is not null desc, documents desc, name_key, kind) as place,
from int.name_nodes
where kind in ('person', 'organisation', 'place')
  -- one word is no name to compare: Lang and Long, Bali and Mali
  and (len(words) > 1 or (kind <> 'person' and length(name_key) >= 9))
  and length(name_key) >= 6;
comment on table int.name_ranks is 'the names that are compared, in their order';
comment on column int.name_ranks.kind is 'person, organisation or place';
comment on column int.name_ranks.name_key is 'the name in comparable form';
comment on column int.name_ranks.name is 'its most frequent spelling';
comment on column int.name_ranks.documents is 'current documents that hold it';
comment on column int.name_ranks.curated_id is 'actor that people gave it to';
comment on column int.name_ranks.gender is 'f, m, mixed or NULL';
comment on column int.name_ranks.titles is 'ranks, offices and degrees before it';
comment on column int.name_ranks.words is 'words of the key';
comment on column int.name_ranks.one_word is 'whether it is written without a space';
comment on column int.name_ranks.sound_key is 'int.sound_key of the key';
comment on column int.name_ranks.outvoted is 'kinds that a minority of the documents gave it';
comment on column int.name_ranks.word_count is 'number of words';
comment on column int.name_ranks.first_word is 'first word';
comment on column int.name_ranks.last_word is 'last word';
comment on column int.name_ranks.sound is 'sound_key without spaces';
comment on column int.name_ranks.place is '1 is the first';
