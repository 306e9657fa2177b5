-- The comparison form of a name, as newsetl.text.names_key.name_key makes it; a test holds the two together.
create schema if not exists int;
create or replace macro int.name_key(spelling) as
    trim(regexp_replace(
        replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(lower(
            -- no title and no article in front
            regexp_replace(
                regexp_replace(
                    trim(case
                        -- marks make a letter of its own outside the Latin and Greek scripts
                        when regexp_matches(spelling, '[^\p{Latin}\p{Greek}\p{Common}\p{Inherited}]') then nfc_normalize(replace(spelling, chr(173), ''))
                        else strip_accents(replace(spelling, chr(173), ''))
                    end),
                    '(?i)^(?:(?:mm?|mme|mmes|mlle|mgr|mr|mrs|ms|dr|pr|prof|sr|sra|sir|lord|lady|herr|frau|señor|señora|signor|signora|monsieur|madame|'
                    || 'mademoiselle|miss|docteur|doctor|г-н|г-жа|господин|госпожа)\.? )+([\p{L}\p{N}_])',
                    '\1'
                ),
                '^(?:(?:le|la|les|Les|the|The|el|los|las|il|lo|gli|der|die|das|Die|Das|het|de|os|as|du|des|au|aux|del|della) ([\p{L}\p{N}_]{2})|[ldLD][''’]([\p{L}\p{N}_]))',
                '\1\2'
            )
        ), 'ø', 'o'), 'ł', 'l'), 'đ', 'd'), 'ð', 'd'), 'þ', 'th'), 'ı', 'i'), 'æ', 'ae'), 'œ', 'oe'), 'ß', 'ss'), 'ё', 'е'), 'ς', 'σ'),
        '[^\p{L}\p{N}]+', ' ', 'g'
    ));
comment on macro int.name_key is 'a name in comparable form: case folded, accents off, marks to single spaces, no title or article in front';
