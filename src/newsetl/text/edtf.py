"""Dates as EDTF (ISO 8601-2): a value at its own precision, and the first and last day it covers.

Written: ``2021-11-24``, ``2021-11``, ``2021``, seasons ``2021-21`` (spring) to ``2021-24`` (winter, of December of that year and
January and February of the next, as the north counts), quarters ``2021-33`` to ``2021-36``, decades ``199X``, centuries ``19XX``,
intervals ``a/b`` with an open end as ``..``, and ``XXXX-11-24`` where the year is not known.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24
SPRING_STARTS = 3  # month; meteorological seasons of three whole months
QUARTER = 33  # EDTF level 2: 33..36 are the quarters
MONTHS_IN_YEAR = 12

_PART = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$")
_MASKED = re.compile(r"(\d{2,3})(X{1,2})$")


def valid_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none (31 February, year 0)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    if month == MONTHS_IN_YEAR:
        return date(year, MONTHS_IN_YEAR, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def month_value(year: int, month: int) -> str:
    """``2021-11``."""
    return f"{year:04d}-{month:02d}"


@lru_cache(maxsize=4_096)
def bounds(edtf: str | None) -> tuple[str | None, str | None]:
    """First and last day (ISO, inclusive) that a value covers; ``(None, None)`` for unknown or unspecified years."""
    if not edtf:
        return None, None
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        return bounds(first)[0], bounds(last)[1]
    if masked := _MASKED.match(edtf):
        low = int(masked[1]) * 10 ** len(masked[2])
        return f"{low:04d}-01-01", f"{low + 10 ** len(masked[2]) - 1:04d}-12-31"
    if not (part := _PART.match(edtf)):
        return None, None
    year, second, third = int(part[1]), part[2], part[3]
    if third:
        return edtf, edtf
    if second is None:
        return f"{year:04d}-01-01", f"{year:04d}-12-31"
    number = int(second)
    if number <= MONTHS_IN_YEAR:
        return f"{edtf}-01", month_end(year, number).isoformat()
    if number <= WINTER:
        first_month = SPRING_STARTS + 3 * (number - SPRING)
        end_year, end_month = (year, first_month + 2) if number < WINTER else (year + 1, 2)
        return f"{month_value(year, first_month)}-01", month_end(end_year, end_month).isoformat()
    first_month = 1 + 3 * (number - QUARTER)
    return f"{month_value(year, first_month)}-01", month_end(year, first_month + 2).isoformat()


def precision(edtf: str | None) -> str:
    """``day``, ``month``, ``year`` of a plain value; ``none`` for anything else (seasons and decades publish nothing)."""
    if not edtf or not (part := _PART.match(edtf)):
        return "none"
    if part[3]:
        return "day"
    if part[2]:
        return "month" if int(part[2]) <= MONTHS_IN_YEAR else "none"
    return "year"
