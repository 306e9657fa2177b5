"""The term list of a language as look-up tables: word -> the terms it is, begins, or stands near."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from typing import NamedTuple

from newsetl.text.terms_words import WordForms, fold

#: Distinct words of a language kept in a table; above it the table begins anew. A word takes up to half a kilobyte, a million
#: articles in eleven languages hold far more words than stand in them again, and 60,000 are of a language nearly all that do.
CACHE_WORDS = 60_000

#: Beginnings of a word that are tried as context words.
_SHORTEST_CONTEXT, _LONGEST_CONTEXT = 2, 24

_NO_CONTEXT: frozenset[int] = frozenset()

_WORDS = re.compile(r"\w+")
_JOINTS = frozenset({" ", "-", "'", "’", "\n", "\u00a0", "\u202f", "\u2011", "\u2010", " '", "' "})


class Term:
    """A row of the list, ready to be compared."""

    __slots__ = (
        "anchor",
        "check",
        "conditional",
        "joints",
        "keys",
        "must_near",
        "must_not_near",
        "number",
        "size",
        "term_id",
        "topic_id",
        "word",
    )

    def __init__(
        self, name: str | None, keys: list[frozenset[str]], joints: list[str], near: frozenset[int], not_near: frozenset[int]
    ) -> None:
        self.term_id = name  # None: hides shorter terms, is not reported
        self.keys = keys  # of each word
        self.joints = joints  # what stands between the words in the list
        self.word = ""  # a one-word term in lower case
        self.topic_id = ""
        self.number = 0  # in the order of the list
        self.size = len(keys)
        self.anchor = 0  # the word by which a phrase is looked up, see build_index
        self.check = 0  # from there to the word that is compared first
        self.must_near = near  # numbers of context words
        self.must_not_near = not_near
        self.conditional = bool(near or not_near)

    def fits(self, parts: list[str], keys: KeyTable, first: int) -> bool:
        """Whether the words of this phrase stand from word ``first`` on, with joints between them.

        ``parts`` are the words (at odd places) with what stands between them.
        """
        for n in range(self.size):
            if self.keys[n].isdisjoint(keys[parts[2 * (first + n) + 1]]):
                return False
        for n in range(self.size - 1):
            joint = parts[2 * (first + n) + 2]
            if joint != self.joints[n] and (joint not in _JOINTS or parts[2 * (first + n) + 3].isdigit()):
                return False  # "1-0" is not "1 0"
        return True


class Entry(NamedTuple):
    """What one word of a text can be."""

    singles: tuple[Term, ...]
    #: Phrases that are looked up by it: how many words on their second-longest word stands, and they by the keys of that word.
    phrases: tuple[tuple[int, dict[str, tuple[Term, ...]]], ...]
    context: frozenset[int]  # numbers of the context words it begins with


class ContextOnly(tuple[()]):
    """A word that is in no term but allows or forbids one nearby; false, as None is, so that a C loop passes over it."""

    context: frozenset[int]


class TermIndex(NamedTuple):
    """All terms of a language by the keys of the word that finds them."""

    forms: WordForms
    singles: dict[str, list[tuple[Term, int]]]  # with the case the word must have: 0 any, 1 capital, 2 capitals
    phrases: dict[str, list[Term]]
    contexts: dict[str, int]  # beginning of a word, folded -> its number


def build_index(rows: Iterable[tuple[str, dict[str, str]]], language: str) -> TermIndex:
    """Tables of one language from (term_id, row of ``topic_terms``)."""
    index = TermIndex(WordForms(language), {}, {}, {})

    @functools.cache  # the same few lists of context words stand beside many terms
    def numbers(words: str) -> frozenset[int]:
        beginnings = (fold(word.strip()) for word in words.split("|"))
        return frozenset(index.contexts.setdefault(word, len(index.contexts)) for word in beginnings if word)

    for number, (name, row) in enumerate(rows):
        term = row["term"].replace("’", "'")
        words = _WORDS.findall(term)
        if not words:
            continue
        joints = _WORDS.split(term)[1:-1]
        near, not_near = numbers(row.get("must_near", "")), numbers(row.get("must_not_near", ""))
        shown = None if float(row.get("weight") or 1) == 0 else name
        if len(words) == 1:
            made = Term(shown, [index.forms.term_keys(words[0])], joints, near, not_near)
            case = 2 if len(term) > 1 and term.isupper() else int(term[0].isupper())
            made.word, made.topic_id = words[0].lower(), row["topic_id"]
            for key in made.keys[0]:
                index.singles.setdefault(key, []).append((made, case))
        else:
            made = Term(shown, [index.forms.phrase_keys(word) for word in words], joints, near, not_near)
            made.topic_id, made.number = row["topic_id"], number
            # the longest word, as the rarest: "a", "in", "world" would be looked up at every turn of a text
            made.anchor = max(range(len(words)), key=lambda n: (len(words[n]), n))
            second = max((n for n in range(len(words)) if n != made.anchor), key=lambda n: (len(words[n]), n))
            made.check = second - made.anchor
            for key in made.keys[made.anchor]:
                index.phrases.setdefault(key, []).append(made)
    return index


class KeyTable(dict[str, frozenset[str]]):
    """word as it stands in a text -> the keys it is compared by; of the few words that stand where a phrase may."""

    def __init__(self, forms: WordForms) -> None:
        super().__init__()
        self._forms = forms

    def __missing__(self, word: str) -> frozenset[str]:
        if len(self) > CACHE_WORDS:
            self.clear()
        keys = self[word] = self._forms.token_keys(word)
        return keys


class EntryTable(dict[str, Entry | ContextOnly | None]):
    """word as it stands in a text -> what it can be; None for the great majority."""

    def __init__(self, index: TermIndex) -> None:
        super().__init__()
        self._index = index
        # what tells the great majority of words apart from all terms at once
        self._known = index.singles.keys() | index.phrases.keys()
        self._heads = {word[:_SHORTEST_CONTEXT] for word in index.contexts}

    def __missing__(self, word: str) -> Entry | ContextOnly | None:
        if len(self) > CACHE_WORDS:
            self.clear()
        context = self._context(word)
        keys = self._index.forms.token_keys(word)  # not kept: few words are compared with a phrase
        if not self._known.isdisjoint(keys):
            entry = self[word] = self._entry(word, keys, context)
            return entry
        only: ContextOnly | None = None
        if context:
            only = ContextOnly()
            only.context = context
        self[word] = only
        return only

    def _context(self, word: str) -> frozenset[int]:
        folded = fold(word)
        if folded[:_SHORTEST_CONTEXT] not in self._heads:
            return _NO_CONTEXT
        contexts = self._index.contexts
        beginnings = [folded[:end] for end in range(_SHORTEST_CONTEXT, min(len(folded), _LONGEST_CONTEXT) + 1)]
        return frozenset([contexts[beginning] for beginning in beginnings if beginning in contexts])

    def _entry(self, word: str, keys: frozenset[str], context: frozenset[int]) -> Entry | ContextOnly | None:
        case = (2 if len(word) > 1 and word.isupper() else 1) if word[:1].isupper() else 0
        singles: dict[Term, None] = {}
        phrases: dict[Term, None] = {}
        for key in sorted(keys):
            singles.update((term, None) for term, needed in self._index.singles.get(key, ()) if case >= needed)
            phrases.update((term, None) for term in self._index.phrases.get(key, ()))
        if not (singles or phrases):
            if not context:
                return None
            only = ContextOnly()
            only.context = context
            return only
        # a form that is listed itself is not also a form of another word: "gamer" is no "game", "workers" not twice "worker"
        exact = [term for term in singles if term.word == word.lower()]
        if any(not term.conditional for term in exact):
            singles = dict.fromkeys(exact)
        checks: dict[int, dict[str, list[Term]]] = {}
        for term in phrases:
            for key in sorted(term.keys[term.anchor + term.check]):
                checks.setdefault(term.check, {}).setdefault(key, []).append(term)
        return Entry(
            tuple(singles),
            tuple((offset, {key: tuple(terms) for key, terms in by_key.items()}) for offset, by_key in sorted(checks.items())),
            context,
        )


class Tables:
    """The look-ups of a language."""

    def __init__(self, index: TermIndex) -> None:
        self.keys = KeyTable(index.forms)
        self.entries = EntryTable(index)
