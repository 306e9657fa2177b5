"""Who a pronoun or a noun phrase stands for: a person of the same document, by gender, nearness and role."""

from __future__ import annotations

import re

from newsetl.text.quotations_speakers import MentionIndex, Subject

_SPOKE_LAST = 1.2  # against one per 250 code points of distance
_FAR = 1500  # code points; an antecedent lies nearer than this
_RELATIVE = frozenset(("who", "qui", "quien", "quem"))
_FIRST_PERSON = frozenset(("i", "we", "je", "nous", "ich", "wir"))
_NOUN = re.compile(r"[^\W\d_]{4,}")


def resolve(text: str, subject: Subject, before: int, index: MentionIndex, recent: list[int]) -> int | None:
    """The mention that ``subject`` (a pronoun or phrase) stands for, looking back from ``before``; None when unknown.

    ``recent`` are the mentions of the last speakers, oldest first.
    """
    if subject.form in ("pronoun", "implied"):
        return _pronoun(text, subject, before, index, recent)
    if subject.form == "phrase":
        return _phrase(text, subject, before, index)
    return None


def _pronoun(text: str, subject: Subject, before: int, index: MentionIndex, recent: list[int]) -> int | None:
    word = text[subject.start : subject.end].lower()
    if subject.number == "p" or word in _FIRST_PERSON:
        return None
    if word in _RELATIVE:
        near = index.within(max(0, subject.start - 120), subject.start)
        return near[-1] if near else None
    genders = index.genders
    best: tuple[float, int] | None = None
    for number in reversed(index.within(max(0, before - _FAR), before)):
        mention = index.mentions[number]
        person = mention.kind == "person"
        if subject.gender == "n":
            if mention.kind != "organisation":
                continue
        elif not person:
            continue
        gender = mention.gender or genders.get(mention.entity_key)
        if subject.gender in ("m", "f") and gender and gender != subject.gender:
            continue
        score = -(before - mention.char_end) / 250.0
        score += _SPOKE_LAST if recent and index.mentions[recent[-1]].entity_key == mention.entity_key else 0.0
        score += 0.4 if gender and gender == subject.gender else 0.0
        score += 0.5 if _begins_sentence(text, mention.char_start) else 0.0
        if best is None or score > best[0]:
            best = (score, number)
    return best[1] if best else None


def _begins_sentence(text: str, start: int) -> bool:
    head = text[max(0, start - 30) : start]
    cut = max(head.rfind(". "), head.rfind("\n"), head.rfind("» "), head.rfind('" '))
    return cut >= 0 and len(head) - cut < 25


def _phrase(text: str, subject: Subject, before: int, index: MentionIndex) -> int | None:
    words = [word.lower() for word in _NOUN.findall(text[subject.start : subject.end])]
    if not words:
        return None
    head = words[0]
    for number in reversed(index.within(max(0, before - 2 * _FAR), before)):
        mention = index.mentions[number]
        if mention.kind not in ("person", "organisation"):
            continue
        if mention.gender and subject.gender and mention.gender != subject.gender and mention.kind == "person":
            continue
        about = f"{mention.title or ''} {mention.role or ''}".lower()
        if mention.kind == "organisation":
            about = mention.entity_key
        elif not about.strip():
            about = text[max(0, mention.char_start - 60) : mention.char_start].lower().rsplit(". ", 1)[-1]
        if head in _NOUN.findall(about):
            return number
    return None
