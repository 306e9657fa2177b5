"""Dates in digits alone: ``24/11/2021``, ``2021-11-24``, ``20211124``, ``24/11``."""

from __future__ import annotations

import re

from newsetl.text.edtf import valid_date

MONTH_FIRST = frozenset({"en"})  # American English; a first number above 12 is the day all the same
PIVOT = 40  # 40 is 2040, 41 is 1941
_FULL = re.compile(
    r"(?:(\d{4})([-/.])(\d{1,2})\2(\d{1,2})"
    r"|(\d{1,2})([-/.])(\d{1,2})\6(\d{4}|\d\d)|(\d{1,2})/(\d{1,2}),(\d{4})|(\d{4})(\d\d)(\d\d))$"
)
_SHORT = re.compile(r"(\d{1,2})[-/.](\d{1,2})$")
_NOT_DATES = frozenset({"24/7", "50/50", "7/7"})
_CENTURY = 100


def numeric_date(word: str, language: str) -> tuple[int, int, int] | None:
    """(year, month, day) of a full numeric date as the language orders it; None where the calendar has no such date."""
    found = _FULL.match(word)
    if not found:
        return None
    if found[1]:
        return _valid(int(found[1]), int(found[3]), int(found[4]))
    if found[12]:
        return _valid(int(found[12]), int(found[13]), int(found[14])) if found[12] >= "1900" and found[12] < "2100" else None
    first, second, year_word = (found[5], found[7], found[8]) if found[5] else (found[9], found[10], found[11])
    year = int(year_word)
    if len(year_word) == 2:
        if language == "zh" or int(first) > 31:
            return _valid(full_year(int(first)), int(second), year)
        if found[6] == "." and len(word) < 8:
            return None  # 1.10.2 is a version number
        year = full_year(year)
    pair = day_month(int(first), int(second), language)
    return _valid(year, *pair) if pair else None


def short_date(word: str, language: str) -> tuple[int, int] | None:
    """(month, day) of ``24/11`` or ``24.11``; None where there is no such day."""
    found = _SHORT.match(word)
    if not found or word in _NOT_DATES:
        return None
    return day_month(int(found[1]), int(found[2]), language)


def day_month(first: int, second: int, language: str) -> tuple[int, int] | None:
    """(month, day) of two numbers: in the order of the language, else in the only order that the calendar has."""
    orders = ((second, first), (first, second))
    for month, day in reversed(orders) if language in MONTH_FIRST else orders:
        if valid_date(2000, month, day):  # a leap year: 29 February may be meant
            return month, day
    return None


def full_year(two_digits: int) -> int:
    """1971 for 71, 2027 for 27."""
    return two_digits + (2000 if two_digits <= PIVOT else 1900)


def _valid(year: int, month: int, day: int) -> tuple[int, int, int] | None:
    return (year, month, day) if valid_date(year, month, day) else None
