"""What between marks is speech, and which words of it are an incise: not titles, nicknames, terms, scare quotes."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsetl.text.quotations_cues import CueHit
from newsetl.text.quotations_document import Attribution, Document
from newsetl.text.quotations_marks import Passage
from newsetl.text.quotations_phrases import Subject
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
_INCISE_BEGINS = (",", "–", "—", "!", "?", " - ")
_INCISE_BEGIN = re.compile("|".join(map(re.escape, _INCISE_BEGINS)))
_LEAD_LONGEST = 50  # code points between a comma and its verb: ", pour sa part,", "a-t-elle encore"
_INCISE_ENDS = (",", "–", "—", "-")
_DASHES = "–—-"
_INCISE_LONGEST = 60  # code points of what follows the speaker: "a dit la maire à la presse"
_BLANKS = " \u00a0\u202f"
_INTRODUCED = ("after", "after_inverted", "before", "continued")
_CUE_KINDS = ("say", "ask", "think")


def is_speech(text: str, passage: Passage, attribution: Attribution | None) -> bool:
    """Does ``passage`` quote someone, or only set a word apart?"""
    introduced = attribution is not None and attribution.rule in _INTRODUCED
    if introduced and attribution is not None and attribution.rule != "before" and _is_title(text, passage, attribution.rule):
        return False
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
    if len(words) != _FEWEST_WORDS - 1 or _title_like(words):
        return False
    return _SPEAKING.search(text, passage.start, passage.end) is not None


def _is_title(text: str, passage: Passage, rule: str) -> bool:
    """``On "Talk of the Town," the mayor said``: a title where a noun stands, or ``'No Way Back'`` alone in its line."""
    if passage.end - passage.start > _TITLE_CHARACTERS:
        return False
    before = text[max(0, passage.open_at - 2) : passage.open_at].strip(_BLANKS)[-1:]
    if not (before.isalnum() or (rule == "continued" and _alone(text, passage))):
        return False
    words = _WORD.findall(text, passage.start, passage.end)
    return _title_like(words) or (len(words) == 1 and words[0][0].isupper())


def _alone(text: str, passage: Passage) -> bool:
    """Does nothing else stand in the line?"""
    line = text.find("\n", passage.close_at, passage.close_at + 80)
    after = text[passage.close_at : line] if line >= 0 else text[passage.close_at : passage.close_at + 80]
    return not after.strip() and not text[text.rfind("\n", 0, passage.open_at) + 1 : passage.open_at].strip()


def _title_like(words: list[str]) -> bool:
    """``Collapse: How Societies Choose to Fail``: every word that bears meaning begins with a capital."""
    if len(words) > _TITLE_LONGEST or sum(word[0].isupper() for word in words) < 2:
        return False
    return all(word[0].isupper() or word[0].isdigit() or word in _SMALL_IN_TITLES for word in words)


class Incise(NamedTuple):
    """``, a-t-il dit,`` or ``– spiega la sindaca –`` within a passage: where the words stop and go on, and who speaks."""

    begin: int
    end: int
    hit: CueHit
    subject: Subject


def incises(document: Document, passage: Passage) -> list[Incise]:
    """The cues set in between the words of ``passage``, between commas or dashes."""
    text, grammar = document.text, document.grammar
    found: list[Incise] = []
    at = passage.start
    for hit in document.hits_within(passage.start, passage.end):
        if hit.cue.kind == "source" or hit.start < at:
            continue
        low = max(at, hit.start - _LEAD_LONGEST)
        if _INCISE_BEGIN.search(text, low, hit.start) is None:
            continue
        begin = max([text.rfind(mark, low, hit.start) for mark in _INCISE_BEGINS])
        begin += text[begin] == " "
        if not grammar.lead.fullmatch(text, begin + 1, hit.start):
            continue
        subject = inverted_pronoun(text, begin, min(passage.end, hit.end + 9), grammar)
        if subject is None:
            subject = subject_after(text, hit.end, passage.end, document.names, grammar, document.language)
            if subject is None or not _speaks(document, hit, subject, passage.end):
                continue
        stop = max(hit.end, subject.end)
        if text[begin] in _DASHES:
            dash = " - " if text[begin] == "-" else text[begin]
            end = text.find(dash, stop, min(passage.end, stop + _INCISE_LONGEST))
            if end < 0:
                continue
            end += len(dash.rstrip())
            begin = len(text[at:begin].rstrip()) + at
        else:
            end = text.find(",", stop, min(passage.end, stop + _INCISE_LONGEST))
            if end < 0:
                continue
            if text[begin] != ",":
                begin, end = begin + 1, end + 1
        found.append(Incise(begin, end, hit, subject))
        at = end
    return found


def _speaks(document: Document, hit: CueHit, subject: Subject, limit: int) -> bool:
    """A name speaks; a noun phrase only after a verb that does nothing else, so as not to take its object for it."""
    if subject.form != "phrase" or not hit.cue.strong or subject.number == "p":
        return subject.form == "name"
    after = document.text[subject.end : min(limit, subject.end + 2)].lstrip()[:1]
    return after in _INCISE_ENDS and document.grammar.determiner.match(document.text, subject.start) is not None


def without_incises(document: Document, passage: Passage) -> str:
    """The words of ``passage`` without what is set in between."""
    kept, at = [], passage.start
    for incise in incises(document, passage):
        kept.append(document.text[at : incise.begin])
        at = incise.end
    kept.append(document.text[at : passage.end])
    return "".join(kept)
