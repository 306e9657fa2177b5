"""Countries told by a nationality: «israélien», «les Marocains», «israélo-marocaines»; and capitals that stand for governments.

A nationality is a mention of kind ``people`` with the country's code: it counts for the country, it is not the country's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsetl.reference import Reference
from newsetl.text.names_phrases import Phrase
from newsetl.text.names_words import Word

_PRO: Final = ("pro-", "anti-", "non-", "ex-", "afro-", "про", "анти")
# «en français», "in English", «auf Deutsch»: a language, not a people.
_LANGUAGE_CUES: Final = frozenset((
    "en", "in", "auf", "em", "på", "op", "langue", "lengua", "língua", "lingua", "language", "sprache", "taal",
))  # fmt: skip
_SIDE: Final = frozenset((
    "relations", "relation", "liens", "lien", "accord", "accords", "tensions", "tension", "conflit", "guerre", "crise",
    "rapprochement", "normalisation", "frontière", "ties", "talks", "conflict", "relaciones", "acuerdo", "relazioni",
    "accordo", "relações", "acordo", "beziehungen",
))  # fmt: skip


class Peoples:
    """Looks words up among the nationalities of one language."""

    def __init__(self, reference: Reference, language: str) -> None:
        self._codes: dict[str, tuple[str, str]] = {}
        self._prefixes: dict[str, str] = {}
        for row in reference.rows("country_names", language):
            if row["kind"] in ("demonym", "adjective") and " " not in row["form"]:
                self._codes.setdefault(row["form"], (row["iso3"], row["kind"]))
            elif row["kind"] == "prefix":
                self._prefixes[row["form"].rstrip("-").lower()] = row["iso3"]

    def read(self, word: Word) -> tuple[tuple[int, int, str, str], ...]:
        """``(start, end, code, usage)`` in characters of the word, one a country that it names."""
        found = self._codes.get(word.text)
        if found is None and word.shape[0] == "X":
            lower = self._codes.get(word.low)  # «Israeli» in a title, an adjective at the start of a sentence
            found = lower
        if found is not None:
            return ((0, len(word.text), *found),)
        if "-" not in word.low:
            return ()
        out: list[tuple[int, int, str, str]] = []
        at = 0
        parts = word.low.split("-")
        for number, part in enumerate(parts):
            code = self._prefixes.get(part) if number < len(parts) - 1 else None
            last = self._codes.get(part) or self._codes.get(part.capitalize())
            if code is not None:
                out.append((at, at + len(part), code, "adjective"))
            elif last is not None and (out or (number and parts[number - 1] + "-" in _PRO)):
                out.append((at, at + len(part), last[0], "adjective"))
            at += len(part) + 1
        return tuple(out)


# French writes peoples with a capital: a small letter right after one of these is the language («enseignante de français»).
_FRENCH_CUES: Final = frozenset(("de", "du", "le", "l'", "d'", "au", "en"))


def is_language(words: Sequence[Word], place: int, language: str) -> bool:
    """Whether a nationality is used as the name of a language here."""
    if not place:
        return False
    before = words[place - 1]
    if before.low in _LANGUAGE_CUES:
        return place + 1 >= len(words) or words[place + 1].shape[0] != "x" or words[place + 1].kind != ""
    return language == "fr" and before.low in _FRENCH_CUES and words[place].shape[0] == "x"


def is_metonym(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a capital stands for its government: «selon Rabat», «Alger a rompu», «liens entre Tel-Aviv et Rabat»."""
    before = words[phrase.first - 1] if phrase.first else None
    after = words[phrase.last + 1] if phrase.last + 1 < len(words) else None
    if before is not None:
        if before.kind == "by_prep":
            return before.low in (
                "par", "selon", "avec", "contre", "by", "with", "against", "laut", "mit", "gegen", "según", "con", "contra",
                "secondo", "contro", "segundo", "com", "volgens", "tegen", "d'après", "according",
            )  # fmt: skip
        if before.low in ("entre", "between", "zwischen", "tra", "fra", "tussen", "между", "et", "and", "und", "e", "y"):
            around = {w.low for w in words[max(0, phrase.first - 9) : phrase.first]}
            return bool(around & _SIDE) and bool(around | {before.low} & {"entre", "between", "zwischen", "tra", "fra"})
        if before.kind in ("in_prep", "of_prep", "geo_head", "org_head") or before.shape[0] == "X":
            return False
    opens = before is None or before.shape == "." or before.low in ("qu'", "que", "that", "dass", "che", "alors", "où", "mais", "but")
    return opens and after is not None and after.kind == "say" and after.shape[0] == "x"
