-- One row a language and lemma.
create table if not exists ref.cue_verbs (
    language varchar not null,
    lemma varchar not null,
    kind varchar not null,
    strength varchar not null,
    forms varchar,
    note varchar,
);
comment on table ref.cue_verbs is 'words that introduce what somebody said: seeds/cue_verbs.csv';
comment on column ref.cue_verbs.language is 'ISO 639-1 code';
comment on column ref.cue_verbs.lemma is 'dictionary form';
comment on column ref.cue_verbs.kind is 'say, think, ask, call, source or marks';
comment on column ref.cue_verbs.strength is 'strong: speech even without marks; weak: only beside marks';
comment on column ref.cue_verbs.forms is 'forms that inflection by rule would miss, separated by a bar';
comment on column ref.cue_verbs.note is 'for editors';
