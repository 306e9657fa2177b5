"""What between marks is speech, and which words of it are an incise: not titles, nicknames, terms, scare quotes."""

from __future__ import annotations

import re

from newsetl.text.quotations_document import Attribution, Document
from newsetl.text.quotations_marks import Passage
from newsetl.text.quotations_speakers import subject_after
from newsetl.text.quotations_verbs import inverted_pronoun

_FEWEST_WORDS = 4  # fewer words without a verb are a title, a nickname, a term, unless a cue introduces them
_FEWEST_UNSPACED = 10  # characters of a script without spaces, about four words
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{4}")
_FOUR_WORDS = re.compile(r"\W*+(?:\w++(?:['’]\w++)?+\W++){3}+\w")
_TITLE_CHARACTERS = 120
_TITLE_LONGEST = 14  # words
_WORD = re.compile(r"\w+(?:['’]\w+)?")
# a pronoun or an exclamation makes three words speech
_SPEAKING = re.compile(
    r"(?<!\w)(?:I|we|you|he|she|they|it|je|j|nous|vous|il|elle|on|c|ils|elles|ich|wir|yo|nosotros|eu|io|noi)(?!\w)|[!?]$", re.I
)
_SMALL_IN_TITLES = frozenset(
    (
        "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "vs", "with", "de",
        "des", "du", "d", "en", "et", "la", "le", "les", "un", "une", "l", "à", "au", "aux", "sur", "y", "el", "los", "las", "e",
        "o", "os", "do", "da", "di", "der", "die", "das", "und", "von",
    )
)
_NICKNAMED = re.compile(r", dite?s?$")  # ", dit «le Vieux»,"
_INTRODUCED = ("after", "after_inverted", "before", "continued")
_CUE_KINDS = ("say", "ask", "think")


def is_speech(text: str, passage: Passage, attribution: Attribution | None) -> bool:
    """Does ``passage`` quote someone, or only set a word apart?"""
    introduced = attribution is not None and attribution.rule in _INTRODUCED
    if _FOUR_WORDS.match(text, passage.start, passage.end):
        if introduced or passage.end - passage.start > _TITLE_CHARACTERS:
            return True
        return not _title_like(_WORD.findall(text, passage.start, passage.end))
    words = _WORD.findall(text, passage.start, passage.end)
    if not words:
        return False
    if passage.end - passage.start >= _FEWEST_UNSPACED and _UNSPACED.search(text, passage.start, passage.end):
        return True
    if introduced and attribution is not None and attribution.rule != "continued":
        ends = text[passage.close_at : passage.close_at + 2].strip()[:1]
        hit = attribution.hit
        if hit is None or hit.cue.kind == "call":
            return False
        if attribution.rule == "before":  # said "crazy" things; , dit «le Vieux»,
            return hit.cue.kind in _CUE_KINDS and not ends.isalnum() and _NICKNAMED.search(text, max(0, hit.start - 2), hit.end) is None
        return True
    return len(words) == _FEWEST_WORDS - 1 and _SPEAKING.search(text, passage.start, passage.end) is not None


def _title_like(words: list[str]) -> bool:
    """``Collapse: How Societies Choose to Fail``: every word that bears meaning begins with a capital."""
    if len(words) > _TITLE_LONGEST or sum(word[0].isupper() for word in words) < 2:
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in _SMALL_IN_TITLES for word in words)


def without_incises(document: Document, passage: Passage) -> str:
    """The words of ``passage`` without ``, a-t-il dit,`` set in between."""
    text = document.text
    hits = document.hits_within(passage.start, passage.end)
    kept, at = [], passage.start
    for hit in hits:
        if hit.cue.kind == "source" or hit.start < at:
            continue
        begin = max(text.rfind(ch, at, hit.start) for ch in ",–—!?")
        if begin < at or not document.grammar.lead.fullmatch(text, begin + 1, hit.start):
            continue
        subject = inverted_pronoun(text, begin, min(passage.end, hit.end + 9), document.grammar)
        if subject is None:
            subject = subject_after(text, hit.end, passage.end, document.names, document.grammar, document.language)
            if subject is None or subject.form != "name":
                continue
        end = text.find(",", max(hit.end, subject.end), min(passage.end, max(hit.end, subject.end) + 60))
        if end < 0:
            continue
        kept.append(text[at:begin] if text[begin] == "," else text[at : begin + 1])
        at = end if text[begin] == "," else end + 1
    kept.append(text[at : passage.end])
    return "".join(kept) if len(kept) > 1 else kept[0]
