"""Names in one text: persons, organisations, countries and places, with title, role and the fullest form in the document.

A tagger proposes, lists and the document decide. A nationality («israélien», «les Marocains») is a mention of kind ``people``:
it carries the country's code and counts for the country, but is not the country's name.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsetl.reference import Reference
from newsetl.text.model import Mention, Sentence
from newsetl.text.names_agree import Found, doubt_lone_persons, link_acronyms, link_persons, same_kind, without_brands
from newsetl.text.names_key import name_key
from newsetl.text.names_listed import ListedNames
from newsetl.text.names_peoples import Peoples, is_language, is_metonym
from newsetl.text.names_phrases import Phrase, Phrases
from newsetl.text.names_roles import find_role, is_portfolio, is_sort, without_sort
from newsetl.text.names_tagger import LABELS, Tokens, Vocabulary, Weights, load_weights, tag
from newsetl.text.names_tokens import pieces
from newsetl.text.names_verbs import Verbs
from newsetl.text.names_words import Word, Words

__all__ = ["TABLES", "VERSION", "NameFinder", "name_key"]

VERSION: Final = "8"
#: A change of these is a new version. Not so listed actors: it concerns only texts that hold a name that changed
#: (``warehouse.stale.changed_names``).
TABLES: Final = ("titles", "name_triggers", "country_names", "places")
_KINDS: Final = {"PER": "person", "ORG": "organisation", "LOC": "place"}
_SKIPPED: Final = frozenset(("link", "byline"))
#: Scripts without capitals: names come from the lists alone.
_CASELESS: Final = frozenset(("ar", "fa", "he", "zh", "ja", "ko", "th", "hi", "ur", "bn", "ka"))
# Kinds of words that no person's name begins or ends with.
_NOT_EDGE: Final = frozenset(("honorific", "calendar", "article"))
_SHORT_SURNAME: Final = 3  # letters; shorter ones are too often something else
# Little words that a name cannot end with.
_LOOSE: Final = frozenset(("of_prep", "article", "conj", "in_prep", "by_prep"))
UNDETERMINED: Final = "und"  # the language of a text too short to tell


def everywhere(reference: Reference) -> Reference:
    """Countries and places by their names in any language: a line too short to tell its language may be such a name alone."""
    tables = {
        name: [row | {"language": ""} for row in reference.rows(name) if name == "places" or row["kind"] in ("name", "capital")]
        for name in ("country_names", "places")
    }
    return Reference(reference.tables | tables)


def _stands_alone(words: list[Word], place: int) -> bool:
    """Whether a curated surname is not part of another name: «la présidence Biden», not «Hunter Biden»."""
    word = words[place]
    beside = [words[at] for at in (place - 1, place + 1) if 0 <= at < len(words)]
    return len(word.low) > _SHORT_SURNAME and "common" not in word.lists and not any(w.shape[0] == "X" and w.kind == "" for w in beside)


def _is_town(word: Word) -> bool:
    return "place_big" in word.lists or "place_mid" in word.lists


class Body(NamedTuple):
    """A text to find names in: ``text[start:end]`` with its sentences."""

    text: str
    sentences: list[Sentence]
    language: str
    start: int
    end: int


class NameFinder:
    """Finds the names of texts; build once."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._weights: Weights | None = load_weights()
        self._readers: dict[str, _Reader] = {}
        self._listed: dict[str, ListedNames] = {}

    def version(self, language: str) -> str:
        """Changes when this code or a list that it reads for ``language`` changes."""
        return f"{VERSION}-{self._reference.version(TABLES, None if language == UNDETERMINED else language)}"

    def find(
        self, text: str, sentences: list[Sentence], language: str, body_start: int = 0, body_end: int | None = None
    ) -> list[Mention]:
        """The names of ``text[body_start:body_end]`` in order of their place; spans in code points of ``text``."""
        end = len(text) if body_end is None else body_end
        return self.find_many([Body(text, sentences, language, body_start, end)])[0]

    def find_many(self, bodies: Sequence[Body]) -> list[list[Mention]]:
        """The names of each of several texts, as :meth:`find` gives them; faster than one by one."""
        found: list[list[Mention]] = [[] for _ in bodies]
        by_language: dict[str, list[int]] = {}
        for number, body in enumerate(bodies):
            if body.sentences and body.start < body.end:
                by_language.setdefault(body.language, []).append(number)
        for language, numbers in by_language.items():
            names = self._find([bodies[number] for number in numbers], language)
            for number, mentions in zip(numbers, names, strict=True):
                found[number] = mentions
        return found

    def _find(self, bodies: list[Body], language: str) -> list[list[Mention]]:
        if language in _CASELESS:
            if language not in self._listed:
                self._listed[language] = ListedNames(self._reference, language)
            return [self._listed[language].find(body.text, body.sentences) for body in bodies]
        reader = self._readers.get(language)
        if reader is None:
            reference = everywhere(self._reference) if language == UNDETERMINED else self._reference
            reader = self._readers[language] = _Reader(reference, language, self._weights)
        return reader.find(bodies)


class _Part(NamedTuple):
    """One text of those that are tagged together; tokens are counted from its first."""

    text: str
    words: list[Word]
    starts: list[int]  # of each token, in code points of the text
    ends: list[int]
    phrases: list[Phrase]
    opens: NDArray[np.bool_]  # whether a token opens a sentence
    capitals: list[int]  # tokens with a capital
    marked: list[int]  # tokens that tell a nationality

    def surface(self, first: int, last: int) -> str:
        """The text from one token to another, the last inclusive."""
        return self.text[self.starts[first] : self.ends[last]]


class _Reader:
    """The finder for one language."""

    def __init__(self, reference: Reference, language: str, weights: Weights | None) -> None:
        self._words = Words(reference, language)
        self._verbs = Verbs(language)
        self._weights = weights
        self._peoples = Peoples(reference, language)
        self._vocabulary = Vocabulary(self._words, Phrases(reference, language), weights, lambda word: bool(self._nation(word)))
        self._nationalities: dict[str, tuple[tuple[int, int, str, str], ...]] = {}
        self._genders = {row["actor_id"]: row["gender"] for row in reference.rows("actors") if row.get("gender")}

    def find(self, bodies: list[Body]) -> list[list[Mention]]:
        tokens = Tokens([(pieces(body.text, body.start, body.end), body.start) for body in bodies], self._vocabulary)
        labels, margins = tag(tokens, self._weights) if self._weights is not None else (np.zeros(len(tokens.words), np.int8),) * 2
        marked = self._vocabulary.marked[tokens.words]
        out: list[list[Mention]] = []
        for number, (body, (first, last)) in enumerate(zip(bodies, tokens.bounds, strict=True)):
            part = _Part(
                body.text,
                tokens.described[number],
                tokens.starts[first:last].tolist(),
                tokens.ends[first:last].tolist(),
                tokens.phrases[number],
                tokens.layout.start[first:last],
                np.flatnonzero(tokens.layout.cap[first:last]).tolist(),
                np.flatnonzero(marked[first:last]).tolist(),
            )
            names = self._tagged(part, labels[first:last], margins[first:last])
            names = self._with_listed(part, names)
            same_kind(names)
            names = self._surnames(part, names)
            self._roles(part, names)
            names = without_brands(names, part.words)
            link_persons(names)
            doubt_lone_persons(names, part.words)
            link_acronyms(names, part.words)
            out.append(self._mentions(part, body.sentences, names))
        return out

    def _nation(self, word: Word) -> tuple[tuple[int, int, str, str], ...]:
        """The countries that a word tells by a nationality, remembered."""
        read = self._nationalities.get(word.text)
        if read is None:
            read = self._peoples.read(word)
            if read:
                self._nationalities[word.text] = read
        return read

    def _ends_name(self, word: Word) -> bool:
        return word.shape == "x" and self._verbs.ends_name(word.low)

    def _tagged(self, part: _Part, labels: NDArray[np.int8], margins: NDArray[Any]) -> list[Found]:
        """What the tagger found, titles taken off the front."""
        words = part.words
        places = np.flatnonzero(labels)
        margin: list[float] = margins.tolist()
        names: list[Found] = []
        spans: list[list[int]] = []
        for place, label in zip(places.tolist(), labels[places].tolist(), strict=True):
            if LABELS[label][0] == "B" or not spans or spans[-1][1] != place - 1:
                spans.append([place, place, label])
            else:
                spans[-1][1] = place
        for first, last, label in spans:
            kind = _KINDS[LABELS[label][2:]]
            if kind == "person" and first and is_sort(words[first - 1]):
                kind = "organisation"
            if kind == "person":
                while first < last and words[first].kind == "honorific":
                    first += 1
                if words[first].kind in _NOT_EDGE or (words[first].shape in ("X.", "X'") and first == last):
                    continue
            elif first == last and words[first].kind in ("calendar", "not_name", "honorific"):
                continue
            if kind == "organisation":
                last = next((at - 1 for at in range(first + 1, last + 1) if self._ends_name(words[at])), last)
            while first < last and words[last].kind in _LOOSE and words[last].shape[0] == "x":
                last -= 1
            if kind == "organisation":
                if is_portfolio(words, first):
                    continue
                first = without_sort(words, first, last)
            surface = part.surface(first, last)
            if not any(ch.isalpha() for ch in surface):
                continue
            sure = 1 / (1 + math.exp(-sum(margin[first : last + 1]) / (last + 1 - first)))
            names.append(Found(first, last, kind, surface, "tagger", round(sure, 3)))
        return names

    def _with_listed(self, part: _Part, names: list[Found]) -> list[Found]:
        """Lists beside the tagger: a name on a list where the tagger has none, and codes for those it has."""
        words = part.words
        taken = [-1] * len(words)
        for number, name in enumerate(names):
            taken[name.first : name.last + 1] = [number] * (name.last - name.first + 1)
        added: list[Found] = []
        for phrase in part.phrases:
            first, last, kind, _, sure_form = phrase
            over = {taken[place] for place in range(first, last + 1)} - {-1}
            surface = part.surface(first, last)
            if len(over) == 1:
                name = names[next(iter(over))]
                inside = name.first >= first and name.last <= last
                # «agence de presse Reuters»: what else stands in the name is not capitalised
                before = words[name.first : first]
                inside = inside or (name.kind == kind and last == name.last and all(w.shape[0] == "x" for w in before))
                if (name.first, name.last) == (first, last) or (inside and kind in ("country", "person", "organisation")):
                    self._settle(name, phrase, words)
                    name.first, name.last, name.surface, name.key = first, last, surface, name_key(surface)
                continue
            if over or (words[first].shape[0] not in "Xxc" and words[first].shape != "xX"):
                continue
            if not sure_form:
                continue
            if kind == "person" and first == last and not _stands_alone(words, first):
                continue
            if first == last and kind != "country" and "common" in words[first].lists and part.opens[first]:
                continue
            sure = 0.9 if kind == "country" else 0.7
            name = Found(first, last, "place", surface, "list", sure)
            self._settle(name, phrase, words)
            added.append(name)
        return sorted(names + added, key=lambda n: n.first) if added else names

    def _settle(self, name: Found, phrase: Phrase, words: list[Word]) -> None:
        """A found name takes kind and entry of the listed name that it is."""
        kind, entry = phrase.kind, phrase.entry
        if kind == "country":
            if name.kind == "place" or (name.kind == "organisation" and phrase.sure):
                name.kind, name.entry, name.rule = "country", entry, "list"
        elif kind == "capital":
            if name.kind == "place" and phrase.sure and is_metonym(words, phrase):
                name.kind, name.entry, name.usage, name.rule = "country", phrase.entry, "metonym", "metonym"
        elif kind in ("person", "organisation"):
            titled = phrase.first and words[phrase.first - 1].kind in ("honorific", "rank")
            if name.kind == kind or kind == "person" or not titled:
                name.kind, name.entry = kind, entry
                if kind == "person":
                    name.gender = self._genders.get(entry)
        elif kind == "region" and (name.rule == "list" or (name.kind == "organisation" and not _is_town(words[name.first]))):
            name.kind = "place"  # a town's name may stand for its club, a region's hardly

    @staticmethod
    def _surnames(part: _Part, names: list[Found]) -> list[Found]:
        """A full name makes its surname a person wherever it stands in the document."""
        words = part.words
        surnames: dict[str, str] = {}
        for name in names:
            if name.kind == "person" and name.first < name.last:
                last = words[name.last]
                if last.shape[0] == "X" and last.shape not in ("X.", "XX") and len(last.low) > 2 and last.kind == "":
                    surnames[last.text] = name.key
        if not surnames:
            return names
        taken: set[int] = set()
        for name in names:
            taken.update(range(name.first, name.last + 1))
            if name.first == name.last and name.kind in ("organisation", "place") and not name.entry:
                word = words[name.first]
                if word.text in surnames and not {"place_big", "country"} & set(word.lists):
                    name.kind, name.rule = "person", "surname"
        for place in part.capitals:
            word = words[place]
            if word.text in surnames and place not in taken and "common" not in word.lists:
                before = words[place - 1] if place else None
                if before is not None and before.shape[0] == "X" and place - 1 not in taken and before.kind == "":
                    continue
                names.append(Found(place, place, "person", part.surface(place, place), "surname", 0.8))
        names.sort(key=lambda n: n.first)
        return names

    def _roles(self, part: _Part, names: list[Found]) -> None:
        words = part.words
        taken = [False] * len(words)
        persons = [name for name in names if name.kind == "person"]
        for name in persons:
            for place in range(name.first, name.last + 1):
                taken[place] = True
        for name in persons:
            title, role, gender = find_role(words, name.first, name.last, taken, self._words.gender, self._words.language)
            if title:
                name.title = part.surface(title[0], title[1] - 1)
            if role:
                name.role = part.surface(role[0], role[1] - 1)
            name.gender = name.gender or gender or (self._first_name(words[name.first]) if name.first < name.last else None)

    @staticmethod
    def _first_name(word: Word) -> str | None:
        male, female = "given_m" in word.lists, "given_f" in word.lists
        return None if male == female else "m" if male else "f"

    def _mentions(self, part: _Part, sentences: list[Sentence], names: list[Found]) -> list[Mention]:
        text, words, starts, ends = part.text, part.words, part.starts, part.ends
        rows: list[tuple[int, int, Found | None, tuple[str, str] | None]] = [(starts[n.first], ends[n.last], n, None) for n in names]
        taken: set[int] = set()
        for name in names:
            taken.update(range(name.first, name.last + 1))
        for place in part.marked:
            if place not in taken and not is_language(words, place, self._words.language):
                for a, b, code, usage in self._nation(words[place]):
                    rows.append((starts[place] + a, starts[place] + b, None, (code, usage)))
        rows.sort(key=lambda row: row[:2])
        out: list[Mention] = []
        number = 0
        for start, end, found, people in rows:
            while number < len(sentences) and sentences[number].char_end <= start:
                number += 1
            if number == len(sentences):
                break
            sentence = sentences[number]
            if start < sentence.char_start or end > sentence.char_end or sentence.kind in _SKIPPED:
                continue
            if found is None:
                assert people is not None
                key = name_key(text[start:end])
                out.append(Mention(number, start, end, key, key, "people", None, None, None, people[0], people[1], "list", 0.9))
                continue
            if sentence.kind == "heading" and found.surface.isupper() and " " in found.surface:
                continue
            country = found.entry if found.kind == "country" else None
            out.append(
                Mention(
                    number, start, end, found.key, found.entity or found.key, found.kind, found.title, found.role,
                    found.gender, country, found.usage, found.rule, found.confidence,
                )
            )  # fmt: skip
        return out
