"""Agreement within one document: the same string is the same kind, a full name makes its surname a person.

Works on found names (token spans); decides the fullest form that each is a form of. Prefers apart: a surname that two full
names share stays with the one whose gender fits and who was named last before it, or by itself.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newsetl.text.names_key import name_key
from newsetl.text.names_words import Word

# Words that stand for no letter in an acronym.
_PARTICLES: Final = frozenset((
    "de", "du", "des", "d", "la", "le", "van", "von", "der", "den", "di", "da", "del", "dos", "das", "bin", "ben", "ibn",
    "al", "el", "abu", "abou", "ould", "y",
))  # fmt: skip
_MIN_SURNAME: Final = 3
_GIVEN: Final = frozenset(("given_m", "given_f"))
_PERSONAL: Final = _GIVEN | {"surname"}
_DOUBT: Final = 0.45  # confidence below one half: kept as a mention, counted as no actor


@dataclass(slots=True)
class Found:
    """A name found in the tokens of a text."""

    first: int
    last: int  # inclusive
    kind: str
    surface: str
    rule: str
    confidence: float
    key: str = ""
    entity: str = ""
    entry: str = ""  # actor id or country code from the lists
    usage: str = "name"
    title: str | None = None
    role: str | None = None
    gender: str | None = None

    def __post_init__(self) -> None:
        if not self.key:
            self.key = name_key(self.surface)


def same_kind(names: list[Found]) -> None:
    """Gives all names of one string the kind that most confidence speaks for; listed ones keep theirs."""
    by_key: dict[str, list[Found]] = defaultdict(list)
    for name in names:
        if name.kind in ("person", "organisation", "place"):
            by_key[name.key].append(name)
    for group in by_key.values():
        if len({name.kind for name in group}) > 1:
            votes: dict[str, float] = defaultdict(float)
            for name in group:
                votes[name.kind] += name.confidence
            best = max(sorted(votes), key=lambda kind: votes[kind])
            for name in group:
                if name.kind != best:
                    name.kind, name.rule = best, "agreement"


def _tails(key: str) -> list[str]:
    """The ends and the beginning of a full name that may stand for it: ``a b c`` -> ``b c``, ``c``, ``a``."""
    words = key.split(" ")
    tails = [" ".join(words[cut:]) for cut in range(1, len(words))]
    return [tail for tail in tails if len(tail) >= _MIN_SURNAME] + ([words[0]] if len(words[0]) >= _MIN_SURNAME else [])


def link_persons(names: Sequence[Found]) -> None:
    """Sets ``entity`` of every person: the key of the fullest form in the document."""
    persons = [name for name in names if name.kind == "person"]
    full: dict[str, list[Found]] = {}
    for name in persons:
        if " " in name.key:
            full.setdefault(name.key, []).append(name)
    by_tail: dict[str, list[str]] = defaultdict(list)
    for key in full:
        for tail in _tails(key):
            if key not in by_tail[tail]:
                by_tail[tail].append(key)
    genders = {key: {n.gender for n in group if n.gender} for key, group in full.items()}
    latest: dict[str, int] = {}
    for name in persons:
        candidates = [key for key in by_tail.get(name.key, ()) if key != name.key]
        if candidates and name.gender:
            candidates = [key for key in candidates if not genders[key] or name.gender in genders[key]]
        # a first name stands for the whole only where no surname fits
        last = [key for key in candidates if key.endswith(" " + name.key)]
        candidates = last or candidates
        # of nested candidates («Gantz» < «Benny Gantz» < «Benjamin Benny Gantz») the shorter ones are forms of the longest
        if len(candidates) > 1:
            longest = max(candidates, key=len)
            if all(key == longest or longest.endswith(" " + key) for key in candidates):
                candidates = [longest]
        if len(candidates) > 1:
            before = [key for key in candidates if key in latest]
            candidates = [max(before, key=lambda key: latest[key])] if before and " " not in name.key else []
        name.entity = candidates[0] if candidates else name.key
        latest[name.entity] = name.first
    # follow once more: a form of a form
    entity_of = {name.key: name.entity for name in persons if " " in name.key}
    for name in persons:
        name.entity = entity_of.get(name.entity, name.entity)
    for key, group in full.items():
        if not genders[key]:
            told = {n.gender for n in persons if n.entity == key and n.gender}
            if len(told) == 1:
                for name in group:
                    name.gender = next(iter(told))


def link_acronyms(names: Sequence[Found], words: Sequence[Word]) -> None:
    """Sets ``entity`` of organisations: «Forces de défense israéliennes (FDI)» makes FDI a form of it, here and below."""
    expansions: dict[str, str] = {}
    for name, after in itertools.pairwise(names):
        if after.first != name.last + 2 or words[name.last + 1].text != "(" or name.kind == "person":
            continue
        short, long = after, name
        if len(short.surface) > len(long.surface):
            short, long = long, short
        if short.surface.isupper() and " " not in short.surface and _initials(short.key, long.key):
            expansions[short.key] = long.key
            if long.kind == "organisation":
                short.kind, short.usage = "organisation", "acronym"
            elif short.kind == "organisation":
                long.kind = "organisation"
    for name in names:
        if name.kind != "person":
            name.entity = expansions.get(name.key, name.key)
            if name.kind == "organisation" and name.surface.isupper() and " " not in name.surface and len(name.surface) <= 8:
                name.usage = "acronym"


def without_brands(names: list[Found], words: Sequence[Word]) -> list[Found]:
    """Leaves out "persons" that begin like an organisation of the document and not like a person: a product of it."""
    brands = {words[name.first].text for name in names if name.kind == "organisation" and name.first < name.last}
    return [
        name
        for name in names
        if name.kind != "person"
        or name.entry
        or name.title
        or name.role
        or name.first == name.last
        or words[name.first].text not in brands
        or _GIVEN & set(words[name.first].lists)
    ]


def doubt_lone_persons(names: Sequence[Found], words: Sequence[Word]) -> None:
    """A single word taken for a person counts less than even where nothing in the document or the lists says so too."""
    for name in names:
        if (
            name.kind == "person"
            and name.first == name.last
            and name.entity == name.key
            and not (name.title or name.role or name.entry)
            and not _PERSONAL & set(words[name.first].lists)
        ):
            name.confidence = min(name.confidence, _DOUBT)


def _initials(short: str, long: str) -> bool:
    """Whether the letters of ``short`` begin words of ``long`` in order; one word may be skipped or give two letters."""
    words = [word for word in long.split(" ") if word not in _PARTICLES]
    if not short or not words or len(short) < 2:
        return False
    initials = "".join(word[0] for word in words)
    if short == initials:
        return True
    position = 0
    for letter in short.replace(" ", ""):
        position = initials.find(letter, position) + 1
        if not position:
            return False
    return short[0] == initials[0]
