"""Find the words and phrases of ``topic_terms`` in a text, by base form, whole words only, longest first.

One C-level split makes the words; each distinct word is looked up once and then answered from a cache, so that the cost
of an article is a dictionary look-up a word plus some work for each candidate.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, compress

from newsetl.reference import Reference
from newsetl.text.model import Sentence, TopicHit
from newsetl.text.terms_index import Entry, Term, TermIndex, TokenTable, build_index
from newsetl.text.terms_substring import SubstringFinder

VERSION = "1"

#: Languages written without spaces: terms are looked for as substrings.
UNSPACED = frozenset({"zh", "ja", "th"})

#: Words within this many words on either side are "near"; about two sentences of news.
NEAR_WORDS = 30

_SPLIT = re.compile(r"(\w+)").split

#: Columns that decide what is found; the weight decides only the score, which is SQL's.
_DECISIVE = ("term", "language", "topic_id", "must_near", "must_not_near")


def term_id(language: str, topic_id: str, term: str) -> str:
    """Stable name of a row of ``topic_terms``: twelve hex digits; SQL computes the same (``int.topic_terms``)."""
    return hashlib.sha256(f"{language}|{topic_id}|{term}".encode()).hexdigest()[:12]


class TermFinder:
    """Finds topic terms. Tables of a language are built when the first text of that language comes."""

    def __init__(self, reference: Reference) -> None:
        self._reference = reference
        self._tables: dict[str, TokenTable | None] = {}
        self._substrings: dict[str, SubstringFinder] = {}
        self._versions: dict[str, str] = {}

    def version(self, language: str) -> str:
        """Changes when the hits of a text in this language may change: code, terms, topics, context; not a weight."""
        if language not in self._versions:
            digest = hashlib.sha256()
            for row in self._reference.rows("topic_terms", language):
                digest.update(repr(tuple(row.get(column, "") for column in _DECISIVE)).encode())
                digest.update(b"0" if float(row.get("weight") or 1) == 0 else b"1")  # weight 0 shields and is not a hit
            self._versions[language] = f"{VERSION}-{digest.hexdigest()[:12]}"
        return self._versions[language]

    def find(self, text: str, sentences: Sequence[Sentence], language: str) -> list[TopicHit]:
        """All terms in the sentences, in order of position.

        At one place the longest term holds, and hides the shorter ones in it; a term listed for two topics is two hits. A term
        of weight 0 hides and is not reported. Linear in the length of the text.
        """
        if not sentences:
            return []
        if language in UNSPACED:
            return self._place(self._substring(language).find(text), sentences)
        table = self._table(language)
        if table is None:
            return []
        return self._place(_matches(text, sentences[0].char_start, sentences[-1].char_end, table), sentences)

    def _rows(self, language: str) -> list[tuple[str, dict[str, str]]]:
        return [
            (term_id(row.get("language", ""), row["topic_id"], row["term"]), row) for row in self._reference.rows("topic_terms", language)
        ]

    def _table(self, language: str) -> TokenTable | None:
        if language not in self._tables:
            rows = self._rows(language)
            index: TermIndex | None = build_index(rows, language) if rows else None
            self._tables[language] = TokenTable(index) if index else None
        return self._tables[language]

    def _substring(self, language: str) -> SubstringFinder:
        if language not in self._substrings:
            self._substrings[language] = SubstringFinder(self._rows(language))
        return self._substrings[language]

    @staticmethod
    def _place(matches: list[tuple[int, int, str]], sentences: Sequence[Sentence]) -> list[TopicHit]:
        """The sentence of each match; a match that no sentence holds whole is dropped."""
        if not matches:
            return []
        starts = [s.char_start for s in sentences]
        hits = []
        for start, end, found in matches:
            number = bisect_right(starts, start) - 1
            if number >= 0 and end <= sentences[number].char_end:
                hits.append(TopicHit(number, start, end, found))
        return hits


def _matches(text: str, begin: int, end: int, table: TokenTable) -> list[tuple[int, int, str]]:
    """(char_start, char_end, term_id) of the terms in ``text[begin:end]``."""
    parts = _SPLIT(text[begin:end])
    words = parts[1::2]
    entries = list(map(table.__getitem__, words))
    starts: list[int] | None = None
    found: list[tuple[int, int, str]] = []
    free_from = 0  # words before this one belong to a longer term
    for i in compress(range(len(words)), entries):
        entry = entries[i]
        if entry is None or i < free_from:
            continue
        length = 0
        matched: list[str | None] = []
        for phrase in entry.phrases:  # longest first
            if phrase.size < length:
                break
            if phrase.size <= len(words) - i and phrase.fits(parts, 2 * i + 1, table) and _near(phrase, i, entries):
                length = phrase.size
                matched.append(phrase.term_id)
        if not length:
            for single in entry.singles:
                if not single.conditional or _near(single, i, entries):
                    length = 1
                    matched.append(single.term_id)
        if length:
            if starts is None:
                starts = list(accumulate(map(len, parts), initial=begin))
            free_from = i + length
            last = 2 * (i + length - 1) + 1
            found.extend((starts[2 * i + 1], starts[last + 1], name) for name in matched if name is not None)
    return found


def _near(term: Term, i: int, entries: list[Entry | None]) -> bool:
    """Whether the words around position ``i`` allow the term."""
    if not term.conditional:
        return True
    wanted = unwanted = False
    around = [*entries[max(0, i - NEAR_WORDS) : i], *entries[i + term.size : i + term.size + NEAR_WORDS]]
    for entry in around:
        if entry is not None and entry.context:
            wanted = wanted or not term.must_near.isdisjoint(entry.context)
            unwanted = unwanted or not term.must_not_near.isdisjoint(entry.context)
    return (wanted or not term.must_near) and not unwanted
