-- One row a sentence that has all the words, case and accents aside. The words are compared only within the documents that the
-- index of words leaves: they are no condition on the sentences alone, which would be put to all of them first.
-- The documents come as a list, so that the sentences are looked at in their places: how many there will be, DuckDB guesses wrongly.
create or replace macro int.search_sentences(words) as table
with documents as materialized (
    select unnest((select list(document_no) from int.search_documents(words))) as document_no
),

wanted as (
    select list_distinct(string_split(trim(regexp_replace(lower(strip_accents(words)), '\s+', ' ', 'g')), ' ')) as terms
),

sentences as (
    select s.document_id, s.document_no, s.sentence_no, s.char_start, s.char_end, s.text, lower(strip_accents(s.text)) as folded
    from core.sentences as s
    where s.document_no in (select document_no from documents)
)

select s.document_id, s.document_no, s.sentence_no, s.char_start, s.char_end, s.text
from sentences as s
cross join wanted as w
where list_bool_and(list_transform(w.terms, lambda t: contains(s.folded, t)));
