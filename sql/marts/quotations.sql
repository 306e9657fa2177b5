-- One row a quotation of a current document.
create or replace view quotations as
with named as (
    select n.document_no, n.quotation_no, list(a.name order by n.mention_no) as names
    from int.quotation_actors as n
    join core.actors as a on a.actor_id = n.actor_id
    group by n.document_no, n.quotation_no
),

topics as (
    select document_id, list(topic_id order by rank) as topic_ids
    from core.document_topics
    where topic_id <> 'undetermined'
    group by document_id
)

select
    d.published_edtf,
    coalesce(a.name, q.speaker_surface) as speaker,
    f.speaker_id,
    a.kind as speaker_kind,
    q.speaker_surface,
    f.speaker_role,
    q.kind,
    q.text,
    q.cue,
    q.cue_lemma,
    q.marks,
    coalesce(b.name, w.surface) as medium,
    f.medium_id,
    coalesce(n.names, []) as about,
    coalesce(t.topic_ids, []) as topics,
    f.is_counted,
    f.copies,
    f.story_id,
    d.source,
    d.language,
    d.published_from,
    d.published_until,
    d.place,
    q.document_id,
    q.quotation_no,
    q.sentence_no,
    s.text as sentence,
    q.char_start,
    q.char_end,
    q.rule,
    q.confidence,
from core.quotations as q
join int.quotations as f on f.document_no = q.document_no and f.quotation_no = q.quotation_no
join stg.current_documents as d on d.document_no = q.document_no
left join core.sentences as s on s.document_no = q.document_no and s.sentence_no = q.sentence_no
left join core.actors as a on a.actor_id = f.speaker_id
left join core.actors as b on b.actor_id = f.medium_id
left join core.mentions as w on w.document_no = q.document_no and w.mention_no = q.medium_mention_no
left join named as n on n.document_no = q.document_no and n.quotation_no = q.quotation_no
left join topics as t on t.document_id = q.document_id;
comment on view quotations is 'who said what: the words, the speaker, the cue, the medium, whom they name; filter is_counted to count copies of a text once';
comment on column quotations.published_edtf is 'date of publication as EDTF at the precision known; NULL when unknown';
comment on column quotations.speaker is 'name of the actor who speaks, else the words that describe the speaker; NULL when unknown';
comment on column quotations.speaker_id is 'actor who speaks; NULL where the speaker is no known actor';
comment on column quotations.speaker_kind is 'person, organisation, country or place; NULL where the speaker is no known actor';
comment on column quotations.speaker_surface is 'the speaker as the text gives it: a name, a noun phrase, a pronoun';
comment on column quotations.speaker_role is 'role or function that the document gives the speaker';
comment on column quotations.kind is 'direct (between marks) or indirect (reported)';
comment on column quotations.text is 'the words quoted, incises left out';
comment on column quotations.cue is 'word or words that introduce it; NULL where none does';
comment on column quotations.cue_lemma is 'the cue''s lemma in ref.cue_verbs';
comment on column quotations.marks is 'negated, hypothetical, unclosed, reopened, joined by a space; NULL when plain';
comment on column quotations.medium is 'medium that it was told to or that reports it, other than the speaker';
comment on column quotations.medium_id is 'that medium as an actor, if it is one';
comment on column quotations.about is 'actors that its words name, the speaker left out, in the order of the text';
comment on column quotations.topics is 'topics of the document, main topic first';
comment on column quotations.is_counted is 'true for one copy a story: the copies of a syndicated text have the same quotations';
comment on column quotations.copies is 'copies of these words in the story, this one included';
comment on column quotations.story_id is 'story of the document';
comment on column quotations.source is 'the medium that the document names as its source, else the folder it lay in';
comment on column quotations.language is 'language of the document';
comment on column quotations.published_from is 'first day that it may have been published';
comment on column quotations.published_until is 'last day that it may have been published';
comment on column quotations.place is 'root and path of the first file that holds the document';
comment on column quotations.document_id is 'document';
comment on column quotations.quotation_no is 'from 0, in reading order';
comment on column quotations.sentence_no is 'sentence that it begins in';
comment on column quotations.sentence is 'that sentence';
comment on column quotations.char_start is 'first code point in core.documents.text';
comment on column quotations.char_end is 'after the last code point';
comment on column quotations.rule is 'rule that found the speaker';
comment on column quotations.confidence is '0 to 1, that the speaker is right';
