-- One row a hit of a topic term, with what its place in the document is worth.
create or replace view int.topic_places as
select
    h.document_id,
    h.document_no,
    h.sentence_no,
    h.char_start,
    h.char_end,
    h.surface,
    s.text as sentence,
    h.term_id,
    t.term,
    t.topic_id,
    t.top_id,
    t.value,
    case
        when h.sentence_no is null or (s.kind = 'heading' and h.sentence_no = 0) then 4.0  -- the title, in the header or on top
        when h.sentence_no < 2 then 3.0  -- the lead: who, what, where in two sentences
        when s.kind = 'heading' or h.sentence_no = 2 then 2.0
        else 1.0
    end as place,
from core.topic_hits as h
join int.topic_terms as t on t.term_id = h.term_id
left join core.sentences as s on s.document_no = h.document_no and s.sentence_no = h.sentence_no;
comment on view int.topic_places is 'hits with topic, worth of the term and worth of the place';
comment on column int.topic_places.document_id is 'document';
comment on column int.topic_places.document_no is 'number of the document, as in core.documents';
comment on column int.topic_places.sentence_no is 'sentence; NULL in the title of the header';
comment on column int.topic_places.char_start is 'first code point';
comment on column int.topic_places.char_end is 'after the last code point';
comment on column int.topic_places.surface is 'the words as they stand there';
comment on column int.topic_places.sentence is 'the sentence that they stand in';
comment on column int.topic_places.term_id is 'term';
comment on column int.topic_places.term is 'the term as the list gives it';
comment on column int.topic_places.topic_id is 'topic that the term tells';
comment on column int.topic_places.top_id is 'top-level topic above it';
comment on column int.topic_places.value is 'worth of the term';
comment on column int.topic_places.place is 'worth of the place: title 4, first two sentences 3, third and sub-headings 2, else 1';
