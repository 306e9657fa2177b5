"""People and organisations for tests of quotations, and readers of what a text quotes."""

from __future__ import annotations

import re

from newsetl.text.model import Mention, Quotation
from newsetl.text.names import name_key
from newsetl.text.quotations import QuotationFinder
from newsetl.text.sentences import split_sentences

PERSONS = {
    "Jeanne Morel": "f", "Morel": "f", "Paul Durand": "m", "Durand": "m", "Ann Lee": "f", "Lee": "f", "Tom Reed": "m", "Reed": "m",
    "Anna Schmidt": "f", "Carla Bianchi": "f", "Rui Costa": "m", "Ana Ruiz": "f",
}  # fmt: skip
ORGANISATIONS = ("AFP", "Reuters", "BBC News", "Croix-Bleue", "Ministry of Works", "Northern Times")


def mentions_of(text: str) -> list[Mention]:
    """The names above where they stand, longest first; a family name belongs to the full name that it ends."""
    found: list[Mention] = []
    for name in sorted([*PERSONS, *ORGANISATIONS], key=len, reverse=True):
        kind, gender = ("person", PERSONS[name]) if name in PERSONS else ("organisation", None)
        full = next((other for other in PERSONS if other.endswith(" " + name)), name)
        for match in re.finditer(re.escape(name), text):
            if not any(m.char_start < match.end() and match.start() < m.char_end for m in found):
                found.append(
                    Mention(0, *match.span(), name_key(name), name_key(full), kind, None, None, gender, None, "name", "test", 1.0)
                )
    return sorted(found, key=lambda mention: mention.char_start)


def read(finder: QuotationFinder, text: str, language: str) -> list[Quotation]:
    return finder.find(text, split_sentences(text, language), language, mentions_of(text))


def who(text: str, quotation: Quotation) -> str | None:
    """The name that the speaker is put to."""
    number = quotation.speaker_mention_no
    return None if number is None else mentions_of(text)[number].entity_key


def only(quotations: list[Quotation], kind: str = "direct") -> Quotation:
    found = [quotation for quotation in quotations if quotation.kind == kind]
    assert len(found) == 1, quotations
    return found[0]
