-- One row a topic.
create table if not exists ref.topics (
    topic_id varchar not null,
    parent_id varchar,
    scheme varchar not null,
    scheme_version varchar,
    weight double not null,
    label_en varchar,
    label_fr varchar,
    label_es varchar,
    label_de varchar,
    label_pt varchar,
    label_ar varchar,
    label_zh varchar,
    label_sv varchar,
    label_da varchar,
    label_no varchar,
    note varchar,
);
comment on table ref.topics is 'topics: IPTC Media Topics (CC BY 4.0, International Press Telecommunications Council) and own ones: seeds/topics.csv';
comment on column ref.topics.topic_id is 'medtop:… or an own identifier';
comment on column ref.topics.parent_id is 'topic above it; NULL at the top';
comment on column ref.topics.scheme is 'iptc or own';
comment on column ref.topics.scheme_version is 'release of the scheme that it was taken from';
comment on column ref.topics.weight is 'factor of its score';
comment on column ref.topics.label_en is 'name in English';
comment on column ref.topics.label_fr is 'name in French';
comment on column ref.topics.label_es is 'name in Spanish';
comment on column ref.topics.label_de is 'name in German';
comment on column ref.topics.label_pt is 'name in Portuguese';
comment on column ref.topics.label_ar is 'name in Arabic';
comment on column ref.topics.label_zh is 'name in Chinese';
comment on column ref.topics.label_sv is 'name in Swedish';
comment on column ref.topics.label_da is 'name in Danish';
comment on column ref.topics.label_no is 'name in Norwegian';
comment on column ref.topics.note is 'for editors';
