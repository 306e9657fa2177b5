"""Who a pronoun or a noun phrase stands for: a person of the same document, by gender, nearness, salience and role."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsetl.text.quotations_phrases import MentionIndex, Subject

_FAR = 1500  # code points; an antecedent of a pronoun lies nearer than this, one of a noun phrase twice as far
_NEAR = 600  # within which a speaker without a name is who a pronoun after it means
_SLOPE = 250.0  # code points of distance that weigh as much as one of the following
_SPOKE_LAST = 1.2
_SAME_GENDER = 0.4
_BEGINS = 0.5  # its sentence
_NAMED_OFTEN, _OFTEN = 0.1, 6  # each mention, up to six
_MOST = _SPOKE_LAST + _SAME_GENDER + _BEGINS + _NAMED_OFTEN * _OFTEN
_RELATIVE = frozenset(("who", "qui", "quien", "quem"))
_FIRST_PERSON = frozenset(("i", "we", "je", "nous", "ich", "wir"))
_NOUN = re.compile(r"[^\W\d_][\w-]{3,}")
_INDEFINITE = re.compile(r"(?:an?|one|another|some|une?|des|unos?|unas?|umas?|uns|einer?|eines|uno|un['’])\s", re.IGNORECASE)
_SENTENCE_BEGINS = re.compile(r"(?:[.!?…][\"”»'’]?\s+|\n\s*)(?:M\.|Mme|Mr|Mrs|Ms|Dr|Prof)?\.?\s*$")
_HEAD_ENDS = re.compile(r"\s(?:of|for|in|from|at|who|with|,)\s|,", re.IGNORECASE)


class Spoke(NamedTuple):
    """A speaker met before, by name or not."""

    place: int
    mention: int | None
    gender: str | None


def resolve(text: str, subject: Subject, before: int, index: MentionIndex, spoken: list[Spoke]) -> int | None:
    """The mention that ``subject`` (a pronoun or phrase) stands for, looking back from ``before``; None when unknown.

    ``spoken`` are the speakers before it in the text, oldest first.
    """
    if subject.form in ("pronoun", "implied"):
        return _pronoun(text, subject, before, index, spoken[-1] if spoken else None)
    if subject.form == "phrase":
        return _phrase(text, subject, before, index)
    return None


def _pronoun(text: str, subject: Subject, before: int, index: MentionIndex, last: Spoke | None) -> int | None:
    word = text[subject.start : subject.end].lower()
    if subject.number == "p" or word in _FIRST_PERSON:
        return None
    if word in _RELATIVE:
        near = index.within(max(0, subject.start - 120), subject.start)
        return near[-1] if near else None
    unnamed = last is not None and last.mention is None and before - last.place < _NEAR and _agree(last.gender, subject.gender)
    if last and unnamed and not _enters(text, last.place, before, index, subject.gender):
        return None  # "a neighbour said …", he said
    spoke_last = index.mentions[last.mention].entity_key if last and last.mention is not None else None
    kind = "organisation" if subject.gender == "n" else "person"
    counts, genders = index.known()
    best: tuple[float, int] | None = None
    for number in reversed(index.within(max(0, before - _FAR), before)):
        mention = index.mentions[number]
        score = (mention.char_end - before) / _SLOPE
        if best is not None and score + _MOST < best[0]:
            break  # too far for whatever speaks for it
        if mention.kind != kind:
            continue
        gender = mention.gender or genders.get(mention.entity_key)
        if subject.gender != "n" and not _agree(gender, subject.gender):
            continue
        score += min(_OFTEN, counts[mention.entity_key]) * _NAMED_OFTEN
        score += _SPOKE_LAST if mention.entity_key == spoke_last else 0.0
        score += _SAME_GENDER if gender and gender == subject.gender else 0.0
        if best is None or score + _BEGINS > best[0]:
            score += _BEGINS if _begins_sentence(text, mention.char_start) else 0.0
            if best is None or score > best[0]:
                best = (score, number)
    return best[1] if best else None


def _enters(text: str, start: int, end: int, index: MentionIndex, gender: str | None) -> bool:
    """Does a person begin a sentence of ``text[start:end]``, so that a pronoun after it means that person?"""
    for number in index.within(start, end):
        mention = index.mentions[number]
        if mention.kind == "person" and _agree(mention.gender, gender) and _SENTENCE_BEGINS.search(text, start, mention.char_start):
            return True
    return False


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _begins_sentence(text: str, start: int) -> bool:
    head = text[max(0, start - 30) : start]
    cut = max(head.rfind(". "), head.rfind("\n"), head.rfind("» "), head.rfind('" '))
    return cut >= 0 and len(head) - cut < 25


def _phrase(text: str, subject: Subject, before: int, index: MentionIndex) -> int | None:
    """``le ministre``, ``the education secretary``: the last person whose title or role has the head noun."""
    phrase = text[subject.start : subject.end]
    if _INDEFINITE.match(phrase):
        return None
    words = _NOUN.findall(_HEAD_ENDS.split(phrase, maxsplit=1)[0].lower()) if index.compounds else _NOUN.findall(phrase.lower())
    if not words:
        return None
    head = words[-1 if index.compounds else 0]
    for number in reversed(index.within(max(0, before - 2 * _FAR), before)):
        mention = index.mentions[number]
        if mention.kind == "person":
            if not _agree(mention.gender, subject.gender):
                continue
            about = f"{mention.title or ''} {mention.role or ''}".lower()
            if not about.strip():
                about = text[max(0, mention.char_start - 60) : mention.char_start].lower().rsplit(". ", 1)[-1]
        elif mention.kind == "organisation":
            about = mention.entity_key
        else:
            continue
        if head in about and head in _NOUN.findall(about):
            return number
    return None
