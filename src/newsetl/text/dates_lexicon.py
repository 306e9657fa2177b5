"""The calendar words of one language, compiled: word or phrase -> what it is in a calendar expression (one letter) and its value.

Letters: ``1``-``9`` units (day, week, month, year, weekend, quarter, decade, century, fortnight), ``m`` month, ``M`` month only
beside a day or year, ``w`` weekday, ``W`` weekday only beside a date, ``v`` Portuguese ordinal weekday, ``R`` day counted from
publication, ``r`` day counted from the day told last, ``L X T S F`` last, next, this, same, following, ``G A I H E`` words for
«ago» and «in» before and after a number, ``f a i t e b`` of, article, in, to, and, between, ``U`` a/one, ``P Q`` part of a day,
phase of a period, ``s`` season, ``O C V`` ordinal, cardinal to 12, cardinal from 13, ``K B`` after, before, ``J`` two units in one
word, ``Y`` Roman numeral, ``k`` working (days), ``g`` now, ``D`` word that begins a decade, ``h`` holiday.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any, NamedTuple

import ahocorasick_rs

from newsetl.text.dates_holidays import HOLIDAYS
from newsetl.text.dates_names import MONTHS, WEEKDAYS
from newsetl.text.dates_numbers import cardinals, ordinals
from newsetl.text.dates_words import WORDS

DAY, WEEK, MONTH, YEAR, WEEKEND, QUARTER, DECADE, CENTURY, FORTNIGHT = range(1, 10)
UNITS = {
    "day": DAY, "week": WEEK, "month_unit": MONTH, "year": YEAR, "weekend": WEEKEND, "quarter": QUARTER, "decade": DECADE,
    "century": CENTURY, "fortnight": FORTNIGHT,
}  # fmt: skip
# later entries win where a word is listed twice
_LETTERS = (
    ("of", "f", None), ("article", "a", None), ("in", "i", None), ("to", "t", None), ("and", "e", None), ("between", "b", None),
    ("one", "U", 1), ("after", "K", None), ("before", "B", None), ("last", "L", -1), ("next", "X", 1), ("this", "T", 0),
    ("same", "S", 0), ("following", "F", 1), ("preceding", "F", -1), ("ago_before", "G", -1), ("ago_after", "A", -1),
    ("in_before", "I", 1), ("later_after", "H", 1), ("earlier_after", "E", -1), ("part", "P", None), ("phase", "Q", None),
    ("business", "k", None), ("now", "g", 0), ("spring", "s", 21), ("summer", "s", 22), ("autumn", "s", 23),
    ("winter", "s", 24), ("decades", "D", None),
)  # fmt: skip
_TRIGGERS = frozenset("123456789mMwvRrsJhj")  # what makes a calendar expression; the rest only joins
_ALONE = frozenset("mMwvRrJjh")  # what may be an expression by itself
DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩"
PUNCTUATION = "-–—/.,()':"  # marks that stand inside calendar expressions
_CLITICS = "وبلفك"  # Arabic: and, in, to, so, as, written onto the next word
WORD = re.compile(r"\d+|[^\W\d_]+|\S")


# centuries from the fifth on, as French, Spanish, Portuguese and Italian count them
ROMAN = ["v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx", "xxi"]
NO_WORDS = "xx"  # stands for a language whose words are not known: dates in digits only


class Entry(NamedTuple):
    """What a word or phrase is: its letter and value, and the tokens after the first."""

    rest: tuple[str, ...]
    letter: str
    value: Any


class Lexicon:
    """Calendar words of a language: ``entries`` by first token, longest phrase first; ``triggers`` finds the words that matter."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.entries: dict[str, list[Entry]] = {}
        words = WORDS.get(language, {})
        self.capital = frozenset(words.get("capital", "").split(";")) - {""}
        self.year_before = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in words.get("year_before", "").split(";")) - {""}
        self.bc = frozenset(phrase.split(" ")[0] for phrase in words.get("bc", "").split(";")) - {""}
        self.clitics = _CLITICS if language == "ar" else ""
        triggers: set[str] = set()
        phrases: set[str] = set()

        def add(phrase: str, letter: str, value: Any) -> None:
            for form in {phrase, phrase.replace("-", " ") if letter not in "OC" else phrase}:
                tokens = tuple(WORD.findall(form))
                if not tokens:
                    continue
                bucket = self.entries.setdefault(tokens[0], [])
                bucket[:] = [entry for entry in bucket if entry.rest != tokens[1:]]
                bucket.append(Entry(tokens[1:], letter, value))
                if letter in _TRIGGERS:
                    (triggers if len(tokens) == 1 else phrases).add(form)

        for key, letter, value in _LETTERS:
            for word in _split(words.get(key)):
                add(word, letter, value)
        for key, unit in UNITS.items():
            for word in _split(words.get(key)):
                add(word, str(unit), unit)
        for unit_key, unit in (("shifted_year", YEAR), ("shifted_week", WEEK), ("shifted_month", MONTH)):
            for offset, word in _numbered(words.get(unit_key)):
                add(word, "j", (unit, offset))
        for word, number in cardinals(language).items():
            if word not in _split(words.get("one")):
                add(word, "C" if number <= 12 else "V", number)
        for word, number in ordinals(language).items():
            add(word, "O", number)
        needs_day, needs_date = _split(words.get("needs_day")), _split(words.get("needs_date"))
        months = MONTHS.get(language, {}) | {word: number for number, word in _numbered(words.get("month"))}
        if language not in ("ar", NO_WORDS):
            for word, number in MONTHS["en"].items():  # English abbreviations travel: 2021/Sep/23
                if len(word) == 3 and word not in self.entries and word not in months:
                    add(word, "M", number)
        for word, number in months.items():
            add(word, "M" if word in needs_day else "m", number)
            if (plain := _plain(word)) != word and language != "ar":
                add(plain, "M" if word in needs_day or len(plain) < 5 else "m", number)
        weekdays = WEEKDAYS.get(language, {}) | {word: number for number, word in _numbered(words.get("weekday"))}
        ordinal_weekdays = _split(words.get("ordinal_weekday"))
        for word, number in weekdays.items():
            add(word, "v" if word in ordinal_weekdays else "W" if word in needs_date else "w", number)
        for key, letter in (("relative", "R"), ("narrative", "r")):
            for offset, word in _numbered(words.get(key)):
                add(word, letter, offset)
        for kind, word in (("day", "يومين"), ("week", "أسبوعين"), ("month_unit", "شهرين"), ("year", "عامين"), ("year", "سنتين")):
            if language == "ar":
                add(word, "J", (2, UNITS[kind]))
        for number, roman in enumerate(ROMAN, 5):
            for form in (roman, roman + "e"):
                if form not in self.entries and language != NO_WORDS:
                    add(form, "Y", number)
        for phrase, name in HOLIDAYS.get(language, {}).items():
            add(phrase, "h", name)
        self.known = frozenset(PUNCTUATION) | {word for first, bucket in self.entries.items() for e in bucket for word in (first, *e.rest)}
        for bucket in self.entries.values():
            bucket.sort(key=lambda entry: -len(entry.rest))
        triggers |= {phrase for phrase in phrases if triggers.isdisjoint(WORD.findall(phrase))}
        patterns = [*sorted(triggers), *DIGITS]
        self.capital_patterns = frozenset(number for number, word in enumerate(patterns) if word in self.capital)
        self.alone = frozenset(word for word, bucket in self.entries.items() if any(not e.rest and e.letter in _ALONE for e in bucket))
        self.triggers = ahocorasick_rs.AhoCorasick(
            patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest, implementation=ahocorasick_rs.Implementation.DFA
        )


def _split(words: str | None) -> list[str]:
    return [word for word in (words or "").split(";") if word]


def _numbered(words: str | None) -> list[tuple[int, str]]:
    return [(int(number), word) for number, _, word in (entry.partition("=") for entry in _split(words))]


def _plain(word: str) -> str:
    """Without accents, as hurried writers leave them out."""
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def lexicon(language: str) -> Lexicon:
    """The compiled lexicon of a language; compiled once a process. One that ``WORDS`` lacks knows digits only."""
    return Lexicon(language)
