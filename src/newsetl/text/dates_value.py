"""One date string, as metadata gives it, into EDTF: ISO, numeric, RFC 2822, or a month by name in any language we know."""

from __future__ import annotations

import re
from functools import cache

from newsetl.text.dates_names import MONTHS
from newsetl.text.edtf import MONTHS_IN_YEAR, month_value, valid_date

_MAX_LENGTH = 80  # a longer value is prose, not a date
_CLOCK = (
    r"(?:[T\s,]+(?:at|à|um|om)?\s*\d{1,2}(?::|h)\d{0,2}(?::\d\d)?(?:[.,]\d+)?\s*(?:am|pm)?)?"
    r"(?:\s*(?:Z|UTC|GMT|[A-Z]{2,4}|[+-]\d\d:?\d\d))?(?:\s*\([A-Za-z ]+\))?"
)
_ISO = re.compile(r"(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?" + _CLOCK + r"$", re.IGNORECASE)
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])([0-2]\d|3[01])(?:T?\d{4,6}Z?)?$")
_NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})" + _CLOCK + r"$", re.IGNORECASE)
_CHINESE = re.compile(r"(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?)?")
_WORD = re.compile(r"\d+|[^\W\d_]+", re.UNICODE)
_CLOCK_ANYWHERE = re.compile(r"\b\d{1,2}(?::\d\d|h\d\d)(?::\d\d)?(?:\s*(?:am|pm)\b)?|[+-]\d{4}\b", re.IGNORECASE)


@cache
def month_by_name() -> dict[str, int]:
    """Lower-case month name in any language -> 1..12; the few that two languages read differently are left out."""
    found: dict[str, int] = {}
    clash: set[str] = set()
    for table in MONTHS.values():
        for name, number in table.items():
            if found.setdefault(name, number) != number:
                clash.add(name)
    return {name: number for name, number in found.items() if name not in clash}


def compose(year: int, month: int | None, day: int | None) -> str | None:
    """EDTF of the parts that are known, or None where the calendar has no such date."""
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return f"{year:04d}"
    if not 1 <= month <= MONTHS_IN_YEAR:
        return None
    if day is None:
        return month_value(year, month)
    found = valid_date(year, month, day)
    return found.isoformat() if found else None


def parse_date_value(raw: str) -> str | None:
    """EDTF of a metadata value that is a date and nothing else, at the precision it has; None where it is not understood.

    ``03/04/2021`` is read day first, as all our languages but American English do; ``04/13/2021`` can only be month first.
    """
    value = raw.strip().strip("\"'").rstrip(".,;").strip()
    if not value or len(value) > _MAX_LENGTH:
        return None
    if found := _COMPACT.match(value):
        return compose(int(found[1]), int(found[2]), int(found[3]))
    if found := _ISO.match(value):
        return compose(int(found[1]), int(found[2]) if found[2] else None, int(found[3]) if found[3] else None)
    if found := _NUMERIC.match(value):
        day, month, year = int(found[1]), int(found[3]), int(found[4])
        return compose(year, month, day) if month <= MONTHS_IN_YEAR else compose(year, day, month)
    if found := _CHINESE.match(value):
        return compose(int(found[1]), int(found[2]) if found[2] else None, int(found[3]) if found[3] else None)
    return _named(value)


def _named(value: str) -> str | None:
    """``Wed, 24 Nov 2021 10:00:00 +0100``, ``24 novembre 2021``, ``November 24, 2021``, ``nov. 2021``."""
    months, month, numbers, extra = month_by_name(), None, [], 0
    for word in _WORD.findall(_CLOCK_ANYWHERE.sub(" ", value)):
        if word.isdecimal():
            numbers.append(word)
        elif (number := months.get(word.lower())) is not None and month is None:
            month = number
        else:
            extra += 1
    years = [int(n) for n in numbers if len(n) == 4]
    days = [int(n) for n in numbers if len(n) <= 2]
    # weekday, article, "de" twice, zone: more words than that are prose
    if month is None or len(years) != 1 or len(days) > 1 or len(numbers) != len(years) + len(days) or extra > 4:
        return None
    return compose(years[0], month, days[0] if days else None)
