-- A name key with the spellings that transliteration and typing vary in made one.
create schema if not exists int;
create or replace macro int.sound_key(name_key) as
    int.single_letters(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        regexp_replace(
            regexp_replace(
                -- y and i vary at the end of a word and beside a vowel (Sergey, Zelenskyy), within a word they are two names (Martyn)
                regexp_replace(name_key, '([aeou])y|y([aeou])|y+\b', '\1i\2', 'g'),
                '\bm[ou]h[ae]mm?[ae]d\b', 'mohamed', 'g'
            ),
            '\b(?:al|el|ben|bin|ibn) ', '', 'g'
        ),
        'tsch', 'c'), 'tch', 'c'), 'sch', 'c'), 'sh', 'c'), 'ch', 'c'), 'ph', 'f'), 'ck', 'k'), 'kh', 'k'), 'gh', 'g'), 'dj', 'j'),
        'ou', 'u'), 'oo', 'u'), 'w', 'v'));
comment on macro int.sound_key is 'name_key with Arabic particles off and the spellings that transliterations vary in made one';
