"""Calendar expressions in a text, with the dates they mean."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from newsetl.text.dates_base import Base
from newsetl.text.dates_lexicon import lexicon
from newsetl.text.dates_resolve import DROP, resolve
from newsetl.text.dates_scan import Expression, lowered, scan
from newsetl.text.dates_tense import is_future
from newsetl.text.dates_words import WORDS
from newsetl.text.edtf import bounds
from newsetl.text.model import DateReading, Published, Sentence

VERSION = "1"


def find_dates(text: str, sentences: list[Sentence], language: str, reference: Published | None) -> list[DateReading]:
    """Calendar expressions in text order, resolved against the date of publication.

    ``reference`` may be known to the day, month or year, or not at all: what cannot be told then has ``edtf`` None. Values are EDTF
    at their own precision. Nothing is read outside ``sentences``.
    """
    if not sentences:
        return []
    start, end = sentences[0].char_start, sentences[-1].char_end
    if language not in WORDS:
        return []
    expressions = scan(text, language, start, end)
    base = _base(reference)
    low = lowered(text) if expressions else ""
    starts = [sentence.char_start for sentence in sentences]
    readings: list[DateReading] = []
    for expression in expressions:
        sentence_no = bisect_right(starts, expression.char_start) - 1
        if sentence_no < 0 or expression.char_start >= sentences[sentence_no].char_end:
            continue
        left, right = sentences[sentence_no].char_start, max(sentences[sentence_no].char_end, expression.char_end)

        def future(at: Expression = expression, left: int = left, right: int = right) -> bool:
            return is_future(low, language, at.char_start, at.char_end, left, right)

        value = resolve(expression, base, language, low, future)
        if value == DROP:
            continue
        first, last = bounds(value)
        readings.append(DateReading(sentence_no, expression.char_start, expression.char_end, value, first, last, expression.shape))
        if first and value and "/" not in value and "X" not in value:
            base.told_year = int(value[:4])
            if len(value) == 10:
                base.told = date.fromisoformat(value)
    return readings


def _base(reference: Published | None) -> Base:
    if reference is None or not reference.date_from or not reference.date_until:
        return Base()
    first, last = date.fromisoformat(reference.date_from), date.fromisoformat(reference.date_until)
    return Base(first if first == last else None, first, last)


def version(language: str) -> str:
    """What a reading depends on besides the text."""
    lexicon(language) if language in WORDS else None
    return VERSION
