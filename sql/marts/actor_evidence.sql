-- One row a mention of an actor in a current document: what every count of actors opens to.
create or replace view actor_evidence as
select
    a.actor_id,
    c.name,
    c.kind,
    d.published_edtf,
    d.source,
    d.language,
    m.surface,
    m.usage,
    m.title,
    m.role,
    s.text as sentence,
    a.rule,
    a.reason,
    m.confidence,
    d.place,
    m.document_id,
    m.mention_no,
    m.sentence_no,
    m.char_start,
    m.char_end,
    d.published_from,
    t.story_id,
    a.document_no,
from core.mention_actors as a
join core.actors as c on c.actor_id = a.actor_id
join core.mentions as m on m.document_no = a.document_no and m.mention_no = a.mention_no
join stg.current_documents as d on d.document_no = a.document_no
left join core.sentences as s on s.document_no = m.document_no and s.sentence_no = m.sentence_no
left join core.story_documents as t on t.document_no = a.document_no;
comment on view actor_evidence is 'the mentions of each actor with their sentences: what every count of actors opens to';
comment on column actor_evidence.actor_id is 'actor';
comment on column actor_evidence.name is 'name of the actor';
comment on column actor_evidence.kind is 'person, organisation, country or place';
comment on column actor_evidence.published_edtf is 'date of publication at the precision known';
comment on column actor_evidence.source is 'the medium that the document names, else the folder it lay in';
comment on column actor_evidence.language is 'language of the document';
comment on column actor_evidence.surface is 'the name as it stands there';
comment on column actor_evidence.usage is 'name, acronym, demonym, metonym or adjective';
comment on column actor_evidence.title is 'title before it as the text gives it';
comment on column actor_evidence.role is 'role or function as the text gives it';
comment on column actor_evidence.sentence is 'sentence that it stands in';
comment on column actor_evidence.rule is 'rule that gave it to the actor';
comment on column actor_evidence.reason is 'why it is this actor, in words';
comment on column actor_evidence.confidence is 'how sure the reader is that this is a name of its kind, 0 to 1';
comment on column actor_evidence.place is 'root and path of the first file that holds the document';
comment on column actor_evidence.document_id is 'document';
comment on column actor_evidence.mention_no is 'mention in core.mentions';
comment on column actor_evidence.sentence_no is 'sentence in core.sentences';
comment on column actor_evidence.char_start is 'first code point in core.documents.text';
comment on column actor_evidence.char_end is 'after the last code point';
comment on column actor_evidence.published_from is 'first day that the document may have been published';
comment on column actor_evidence.story_id is 'story of the document';
comment on column actor_evidence.document_no is 'number of the document, as in core.documents';
