-- The comparison form of a name, as newsetl.text.names.name_key makes it.
create schema if not exists int;
create or replace macro int.name_key(spelling) as
    trim(regexp_replace(strip_accents(lower(replace(replace(spelling, chr(173), ''), 'ß', 'ss'))), '[^\p{L}\p{N}_]+', ' ', 'g'));
comment on macro int.name_key is 'a name in comparable form: case folded, accents off, marks to single spaces';
