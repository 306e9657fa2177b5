-- One row a pair of names that were compared: merged by a rule, or kept apart with the reason.
create or replace table core.actor_merges (  -- every run makes its rows anew
    kind varchar not null,
    name_key varchar not null,
    other_key varchar not null,
    name varchar not null,
    other_name varchar not null,
    verdict varchar not null,
    rule varchar not null,
    similarity double,
    reason varchar not null,
    documents bigint not null,
    other_documents bigint not null,
    actor_id varchar,
    other_id varchar,
);
comment on table core.actor_merges is 'every pair of names looked at in doubt, with the verdict and why; newsetl actors review lists the open ones';
comment on column core.actor_merges.kind is 'person, organisation or place';
comment on column core.actor_merges.name_key is 'the more frequent name, or the full one, in comparable form';
comment on column core.actor_merges.other_key is 'the other name in comparable form';
comment on column core.actor_merges.name is 'the more frequent name as written';
comment on column core.actor_merges.other_name is 'the other name as written';
comment on column core.actor_merges.verdict is 'merged or apart';
comment on column core.actor_merges.rule is 'how the pair was found';
comment on column core.actor_merges.similarity is 'Jaro-Winkler similarity of the two keys, 0 to 1';
comment on column core.actor_merges.reason is 'why merged or why apart, in words';
comment on column core.actor_merges.documents is 'current documents with the first name';
comment on column core.actor_merges.other_documents is 'current documents with the other';
comment on column core.actor_merges.actor_id is 'actor of the first name; NULL where that is no name of the documents or the lists';
comment on column core.actor_merges.other_id is 'actor of the other name; the same when both are spellings of one';
