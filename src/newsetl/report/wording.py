"""How values are written for people: numbers, dates at their precision, languages, and raw text that stays inert."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from functools import cache

from markupsafe import Markup, escape

from newsetl.warehouse.queries_evidence import Item

_JOINERS = "\u200c\u200d"  # Persian and emoji are spelt with them
LONGEST_SENTENCE = 480  # code points shown of a sentence; the file has the rest
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def number(value: float | int | None) -> str:
    """``12,345``; a dash for unknown."""
    return "–" if value is None else f"{value:,}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """``1 document``, ``2 documents``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def share(part: float | None) -> str:
    """``36 %``; ``under 1 %`` where rounding would make something nothing."""
    return "under 1 %" if part and part < 0.01 else f"{100 * (part or 0):.0f} %"


def beginning(text: str, length: int = 120) -> str:
    """A text that is no title in the place of one: cut at a word."""
    if len(text) <= length:
        return text
    cut = text[:length].rsplit(None, 1)
    return (cut[0] if len(cut) > 1 else text[:length]) + "…"


def day(value: date | datetime | str | None) -> str:
    """A date at the precision it has: ``14 March 2024``, ``November 2021``, ``2021``, ``undated``."""
    if value is None:
        return "undated"
    if isinstance(value, datetime):
        return f"{value.day} {_MONTHS[value.month - 1]} {value.year}, {value:%H:%M} UTC"
    parts = str(value).split("-")
    if not all(part.isdigit() for part in parts) or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return str(value)  # EDTF of another form says itself
    return " ".join([*(str(int(part)) for part in parts[2:3]), *(_MONTHS[int(part) - 1] for part in parts[1:2]), parts[0]])


def bucket(start: date, unit: str | None) -> str:
    """A step of the time axis: ``14 March 2024``, ``week of 11 March 2024``, ``March 2024``, ``Q1 2024``, ``2024``."""
    if unit == "quarter":
        return f"Q{(start.month + 2) // 3} {start.year}"
    text = start.isoformat()
    return {"day": day(text), "week": f"week of {day(text)}", "month": day(text[:7])}.get(unit or "", text[:4])


def stretch(first: date, last: date, unit: str | None) -> str:
    """A gap: from one step to another."""
    start = bucket(first, unit)
    if unit == "day":
        return start if first == last else f"{start} to {day(last)}"
    end = bucket(last.replace(day=1) if unit in ("month", "quarter", "year") else last, unit)
    if start == end or (unit == "week" and (last - first).days < 7):
        return start
    return f"{start} to {end if unit != 'week' else day(last)}"


@cache
def language(code: str | None) -> str:
    """Name of a language in English."""
    if code in (None, "", "und"):
        return "language unknown"
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(str(code).replace("-", "_")).get_language_name("en") or str(code)
    except (UnknownLocaleError, ValueError):
        return str(code)


def clean(text: object) -> str:
    """Text of raw files without what a page could take for more than text: control characters become visible."""
    told = "" if text is None else str(text)
    if told.isprintable():
        return told
    return "".join(c if c.isprintable() else _stand_in(c) for c in told)


def _stand_in(c: str) -> str:
    if c.isspace():
        return " "
    if c in _JOINERS:
        return c
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) == "Cc" else ""  # marks that turn the direction of what follows


def marked(item: Item) -> Markup:
    """The sentence with its words marked, clipped around them, safe to stand in a page."""
    text, start, end = item.sentence, item.start, item.end
    if start is None or end is None:
        return Markup(escape(clean(text[:LONGEST_SENTENCE]))) + ("…" if len(text) > LONGEST_SENTENCE else "")
    first = 0 if end <= LONGEST_SENTENCE else max(0, start - LONGEST_SENTENCE // 2)
    last = max(end, first + LONGEST_SENTENCE)
    return Markup("{}{}<mark>{}</mark>{}{}").format(
        "…" if first else "", clean(text[first:start]), clean(text[start:end]), clean(text[end:last]), "…" if last < len(text) else ""
    )


def sql_text(value: str) -> str:
    """A value between quotes in SQL."""
    return "'" + value.replace("'", "''") + "'"
