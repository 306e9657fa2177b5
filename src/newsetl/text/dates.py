"""Calendar expressions in a text, with the dates they mean."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

from newsetl.text import dates_zh
from newsetl.text.dates_base import Base, FutureTest
from newsetl.text.dates_lexicon import NO_WORDS
from newsetl.text.dates_meaning import DROP
from newsetl.text.dates_ranges import range_ends
from newsetl.text.dates_resolve import resolve
from newsetl.text.dates_scan import Expression, lowered, scan
from newsetl.text.dates_tense import is_future
from newsetl.text.dates_words import WORDS
from newsetl.text.edtf import bounds
from newsetl.text.model import DateReading, Published, Sentence

VERSION = "1"
_NAMED_ENDS = frozenset({"year_range", "year_range_between", "month_range"})  # both ends are dates that the text names
Meaning = Callable[[Base, FutureTest], str | None]


def find_dates(text: str, sentences: list[Sentence], language: str, reference: Published | None) -> list[DateReading]:
    """Calendar expressions in text order, resolved against the date of publication.

    ``reference`` may be known to the day, month or year, or not at all: what cannot be told then has ``edtf`` None. Values are EDTF
    at their own precision. Nothing is read outside ``sentences``.
    """
    if not sentences:
        return []
    start, end = sentences[0].char_start, sentences[-1].char_end
    language = reading_language(text, language, start, end)
    reader = _Reader(text, sentences, language, _base(reference))
    if language == "zh":
        for found in dates_zh.expressions(text, start, end):
            reader.read(found.start(), found.end(), dates_zh.shape(found), partial(dates_zh.resolve, found))
        return reader.readings
    expressions = scan(text, language, start, end)
    if not expressions:
        return []
    low = reader.low
    if reader.base.day is None:
        reader.base.anchors = anchors(expressions, reader.base, low, language)
    for expression in expressions:
        meaning = partial(resolve, expression, language, low)
        reader.read(expression.char_start, expression.char_end, expression.shape, meaning, expression)
    return reader.readings


class _Reader:
    """Readings of one text, in order, with what the text has told so far."""

    def __init__(self, text: str, sentences: list[Sentence], language: str, base: Base) -> None:
        self.sentences, self.language, self.base = sentences, language, base
        self.starts = [sentence.char_start for sentence in sentences]
        self.low = lowered(text)
        self.readings: list[DateReading] = []

    def read(self, start: int, end: int, shape: str, meaning: Meaning, at: Expression | None = None) -> None:
        """One expression: its reading is kept unless it begins outside the sentences or is no date after all."""
        number = bisect_right(self.starts, start) - 1
        if number < 0 or start >= self.sentences[number].char_end:
            return
        self.base.opening = number == 0
        left, right = self.sentences[number].char_start, max(self.sentences[number].char_end, end)
        value = meaning(self.base, lambda: is_future(self.low, self.language, start, end, left, right))
        if value == DROP:
            return
        if value and value[0] == "{" and at is not None:  # two dates told as a list
            for (left, right), part in zip(range_ends(at) or (), value.strip("{}").split(","), strict=False):
                self.readings.append(DateReading(number, left, right, part, *bounds(part), "list"))
            return
        first, last = bounds(value)
        self.readings.append(DateReading(number, start, end, value, first, last, shape))
        if value and "/" in value and at is not None and shape in _NAMED_ENDS:
            for (left, right), part in zip(range_ends(at) or (), value.split("/"), strict=False):
                self.readings.append(DateReading(number, left, right, part, *bounds(part), "range_end"))
        if first and value and "/" not in value and "X" not in value:
            self.base.told_year = int(value[:4])
            if len(value) == 10:
                self.base.told = date.fromisoformat(value)


def anchors(expressions: Iterable[Expression], base: Base, low: str, language: str) -> list[date]:
    """Days that fix the week of writing where publication is not known to the day: a weekday with day and month, within that time."""
    if not base.first or not base.last:
        return []
    found = []
    for expression in expressions:
        if expression.shape != "date" or not any(letter in "wW" for letter in expression.letters):
            continue
        value = resolve(expression, language, low, base, lambda: False)
        if value and len(value) == 10 and value[0] != "X" and base.first.isoformat() <= value <= base.last.isoformat():
            found.append(date.fromisoformat(value))
    return sorted(found)


def _base(reference: Published | None) -> Base:
    if reference is None or not reference.date_from or not reference.date_until:
        return Base()
    first, last = date.fromisoformat(reference.date_from), date.fromisoformat(reference.date_until)
    return Base(first if first == last else None, first, last)


_HAN = re.compile("[\u4e00-\u9fff]")
_ARABIC = re.compile("[\u0621-\u064a]")
_CYRILLIC = re.compile("[\u0430-\u044f]")
_LATIN = ("fr", "en", "es", "de", "it", "pt", "nl")
_SHORT = 300  # code points under which a language is often unsure: all languages are tried


def reading_language(text: str, language: str, start: int, end: int) -> str:
    """The language whose calendar words are read: the text's own, or where that is unsure the one that explains most of the text."""
    known = language in WORDS or language == "zh"
    if known and (end - start > _SHORT or language == "zh" or scan(text, language, start, end)):
        return language
    for pattern, other in ((_HAN, "zh"), (_ARABIC, "ar"), (_CYRILLIC, "ru")):
        if pattern.search(text, start, min(end, start + _SHORT)):
            return other
    if end - start > _SHORT:
        return language if known else NO_WORDS
    covered = {other: sum(e.char_end - e.char_start for e in scan(text, other, start, end)) for other in _LATIN}
    best = max(covered, key=lambda other: covered[other])
    return best if covered[best] else (language if known else NO_WORDS)
