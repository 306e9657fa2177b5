-- One row a counted quotation with a known speaker and an actor that its words name: the evidence of quotation_pairs.
create or replace view quotation_mentions as
select
    f.speaker_id,
    n.actor_id as about_id,
    f.kind,
    d.published_edtf,
    d.published_from,
    d.published_until,
    f.story_id,
    f.document_id,
    f.quotation_no,
    n.mention_no,
    n.mentions,
from int.quotations as f
join int.quotation_actors as n on n.document_no = f.document_no and n.quotation_no = f.quotation_no
join stg.current_documents as d on d.document_no = f.document_no
where f.is_counted and f.speaker_id is not null;
comment on view quotation_mentions is 'quotations in which one actor speaks about another, each once a story; quotations has their words';
comment on column quotation_mentions.speaker_id is 'actor who speaks';
comment on column quotation_mentions.about_id is 'actor that the words name';
comment on column quotation_mentions.kind is 'direct or indirect';
comment on column quotation_mentions.published_edtf is 'date of publication as EDTF at the precision known';
comment on column quotation_mentions.published_from is 'first day that it may have been published';
comment on column quotation_mentions.published_until is 'last day that it may have been published';
comment on column quotation_mentions.story_id is 'story of the document';
comment on column quotation_mentions.document_id is 'document';
comment on column quotation_mentions.quotation_no is 'quotation in core.quotations';
comment on column quotation_mentions.mention_no is 'first mention of the actor in the quotation';
comment on column quotation_mentions.mentions is 'mentions of the actor in the quotation';
