"""The term list of a language as look-up tables: word -> the terms it is, begins, or stands near."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsetl.text.terms_words import WordForms, fold

#: Distinct words kept; above it the cache begins anew (a word is 100 bytes or so).
CACHE_WORDS = 300_000

#: Prefixes of this length or more are tried as context words.
_SHORTEST_CONTEXT = 2

_WORDS = re.compile(r"\w+")
_JOINTS = frozenset({" ", "-", "'", "’", "\n", "\u00a0", "\u202f", "\u2011", "\u2010", " '", "' "})


class Term:
    """A row of the list, ready to be compared."""

    __slots__ = ("conditional", "joints", "keys", "must_near", "must_not_near", "size", "term_id")

    def __init__(self, name: str | None, keys: list[frozenset[str]], joints: list[str], near: frozenset[int], not_near: frozenset[int]) -> None:
        self.term_id = name  # None: hides shorter terms, is not reported
        self.keys = keys  # of each word
        self.joints = joints  # what stands between the words in the list
        self.size = len(keys)
        self.must_near = near  # numbers of context words
        self.must_not_near = not_near
        self.conditional = bool(near or not_near)

    def fits(self, parts: list[str], at: int, table: TokenTable) -> bool:
        """Whether the words of this phrase stand at ``parts[at]``, ``parts[at + 2]`` …, with joints between them."""
        for n in range(1, self.size):
            joint = parts[at + 2 * n - 1]
            if joint not in _JOINTS and joint != self.joints[n - 1]:
                return False
            word = parts[at + 2 * n]
            if self.joints[n - 1] != joint and word.isdigit():
                return False  # "1-0" is not "1 0"
            if self.keys[n].isdisjoint(table.keys(word)):
                return False
        return True


class Entry(NamedTuple):
    """What one word of a text can be."""

    singles: tuple[Term, ...]
    phrases: tuple[Term, ...]  # that begin with it, longest first
    context: frozenset[int]


class TermIndex(NamedTuple):
    """All terms of a language by the keys of their (first) word."""

    forms: WordForms
    singles: dict[str, list[tuple[Term, int]]]  # with the case the word must have: 0 any, 1 capital, 2 capitals
    phrases: dict[str, list[Term]]
    contexts: dict[str, int]  # beginning of a word, folded -> its number


def build_index(rows: Iterable[tuple[str, dict[str, str]]], language: str) -> TermIndex:
    """Tables of one language from (term_id, row of ``topic_terms``)."""
    index = TermIndex(WordForms(language), {}, {}, {})

    def numbers(words: str) -> frozenset[int]:
        return frozenset(index.contexts.setdefault(fold(word.strip()), len(index.contexts)) for word in words.split("|") if word.strip())

    for name, row in rows:
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
            for key in made.keys[0]:
                index.singles.setdefault(key, []).append((made, case))
        else:
            made = Term(shown, [index.forms.phrase_keys(word) for word in words], joints, near, not_near)
            for key in made.keys[0]:
                index.phrases.setdefault(key, []).append(made)
    return index


class TokenTable(dict[str, Entry | None]):
    """word as it stands in a text -> Entry, or None for the great majority that is in no term."""

    def __init__(self, index: TermIndex) -> None:
        super().__init__()
        self._index = index
        self._keys: dict[str, frozenset[str]] = {}

    def keys(self, word: str) -> frozenset[str]:
        """The keys a word of a text is compared by."""
        keys = self._keys.get(word)
        if keys is None:
            if len(self._keys) > CACHE_WORDS:
                self._keys.clear()
            keys = self._keys[word] = self._index.forms.token_keys(word)
        return keys

    def __missing__(self, word: str) -> Entry | None:
        if len(self) > CACHE_WORDS:
            self.clear()
        entry = self[word] = self._entry(word)
        return entry

    def _entry(self, word: str) -> Entry | None:
        index, keys = self._index, self.keys(word)
        case = (2 if len(word) > 1 and word.isupper() else 1) if word[:1].isupper() else 0
        singles: dict[Term, None] = {}
        phrases: dict[Term, None] = {}
        for key in sorted(keys):
            singles.update((term, None) for term, needed in index.singles.get(key, ()) if case >= needed)
            phrases.update((term, None) for term in index.phrases.get(key, ()))
        folded = fold(word)
        context = frozenset(
            index.contexts[folded[:n]] for n in range(_SHORTEST_CONTEXT, min(len(folded), 24) + 1) if folded[:n] in index.contexts
        )
        if not (singles or phrases or context):
            return None
        return Entry(tuple(singles), tuple(sorted(phrases, key=lambda term: -term.size)), context)
