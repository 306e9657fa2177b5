-- A word with its doubled letters made single.
create schema if not exists int;
create or replace macro int.single_letters(word) as
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        word, 'bb', 'b'), 'cc', 'c'), 'dd', 'd'), 'ff', 'f'), 'gg', 'g'), 'kk', 'k'), 'll', 'l'), 'mm', 'm'), 'nn', 'n'), 'pp', 'p'),
        'rr', 'r'), 'ss', 's'), 'tt', 't'), 'zz', 'z'), 'aa', 'a'), 'ee', 'e'), 'ii', 'i'), 'uu', 'u');
comment on macro int.single_letters is 'doubled letters made single';
