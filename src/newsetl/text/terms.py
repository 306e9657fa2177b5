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
from newsetl.text.terms_index import ContextOnly, Entry, Tables, Term, build_index
from newsetl.text.terms_substring import SubstringFinder

VERSION = "1"

#: Languages written without spaces: terms are looked for as substrings.
UNSPACED = frozenset({"zh", "ja", "th"})

#: Words within this many words on either side are "near"; about two sentences of news.
NEAR_WORDS = 30

#: Empty words behind the last: more than the words of any phrase.
_BEYOND = [""] * 20

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
        self._tables: dict[str, Tables | None] = {}
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
        rows = self._reference.rows("topic_terms", language)
        return [(term_id(row.get("language", ""), row["topic_id"], row["term"]), row) for row in rows]

    def _table(self, language: str) -> Tables | None:
        if language not in self._tables:
            rows = self._rows(language)
            self._tables[language] = Tables(build_index(rows, language)) if rows else None
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


def _matches(text: str, begin: int, end: int, tables: Tables) -> list[tuple[int, int, str]]:
    """(char_start, char_end, term_id) of the terms in ``text[begin:end]``."""
    parts = _SPLIT(text[begin:end])
    words = parts[1::2]
    entries = list(map(tables.entries.__getitem__, words))
    count = len(words)
    words += _BEYOND  # looking past either end finds an empty word
    keys = tables.keys
    starts = list(accumulate(map(len, parts), initial=begin))
    found: list[tuple[int, int, str]] = []
    free_from = 0  # words before this one belong to a longer term
    for i in compress(range(count), entries):
        if i < free_from:
            continue
        singles, phrases, _ = entries[i]  # type: ignore[misc]  # compress left out None
        candidates: list[Term] = []
        for offset, by_key in phrases:
            for key in keys[words[i + offset]]:
                if key in by_key:
                    candidates += by_key[key]
        if candidates:
            if len(candidates) > 1:
                candidates.sort(key=_longest_first)
            size = stop = 0
            topics: set[str] = set()
            for phrase in candidates:
                if phrase.size < size:
                    break
                first = i - phrase.anchor
                if free_from <= first <= count - phrase.size and phrase.fits(parts, keys, first):
                    if phrase.conditional and not _allowed(phrase, first, entries):
                        continue
                    if not size:
                        while found and found[-1][0] >= starts[2 * first + 1]:
                            found.pop()  # a word of the phrase before the one that found it
                    size, stop = phrase.size, first + phrase.size
                    if phrase.term_id and phrase.topic_id not in topics:  # "trade union" and "trade unions" are one hit
                        topics.add(phrase.topic_id)
                        found.append((starts[2 * first + 1], starts[2 * stop], phrase.term_id))
            if size:
                free_from = stop
                continue
        for single in singles:
            if single.conditional and not _allowed(single, i, entries):
                continue
            if single.term_id:
                found.append((starts[2 * i + 1], starts[2 * i + 2], single.term_id))
    return found


def _longest_first(term: Term) -> tuple[int, int]:
    return -term.size, term.number


def _allowed(term: Term, i: int, entries: Sequence[Entry | ContextOnly | None]) -> bool:
    """Whether the words around ``i`` hold what must stand near the term there, and nothing that must not."""
    must, must_not, past = term.must_near, term.must_not_near, i + term.size
    wanted = not must
    # a term is not its own context
    for around in (entries[max(0, i - NEAR_WORDS) : i], entries[past : past + NEAR_WORDS]):
        for entry in around:
            if entry is not None:
                context = entry.context
                if context:
                    if not wanted and not must.isdisjoint(context):
                        wanted = True
                    if must_not and not must_not.isdisjoint(context):
                        return False
        if wanted and not must_not:
            return True
    return wanted
