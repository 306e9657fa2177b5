"""When a text was published: header, file name, dateline, then the text itself, at the precision that the evidence has.

A wrong date is worse than none: a bare day or month in the text is no evidence, the day of loading never is, and a month is never
taken for its first day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from newsetl.text.dates_base import Base, weekday_years
from newsetl.text.dates_meaning import year_of
from newsetl.text.dates_resolve import resolve
from newsetl.text.dates_scan import Expression, lowered, scan
from newsetl.text.dates_tense import is_future
from newsetl.text.dates_value import compose, month_by_name
from newsetl.text.dates_words import WORDS
from newsetl.text.edtf import bounds, month_end, month_value, precision, valid_date
from newsetl.text.model import Header, Published, Sentence

VERSION = "1"

TOLERANCE = timedelta(days=1)  # zones differ: a text may carry the date of tomorrow
EARLIEST_YEAR = 1600  # newspapers begin in 1605
_UNKNOWN = Published(None, None, None, "none", "none", None, None)
# days that must remain in a month after the latest day told for the month itself to be certain: news names the weekday and the
# day together for about a week; where it also names bare weekdays, the days of this week, three are enough
_DAYS_LEFT, _DAYS_LEFT_BESIDE_WEEKDAYS = 7, 3
_HASH = re.compile(r"(?<![^\W_])(?=[0-9a-f]*[a-f])[0-9a-f]{8,64}(?![^\W_])|\d{9,}")
_FILE_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_./]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")
_FILE_DAY_FIRST = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])([-_.])(0?[1-9]|1[0-2])\2((?:19|20)\d\d)(?!\d)")
_FILE_NAMED = re.compile(r"(?<!\d)(\d{1,2})[-_. ]([^\W\d_]{3,10})[-_. ]((?:19|20)\d\d)(?!\d)")
_FILE_MONTH = re.compile(r"(?<![\d])((?:19|20)\d\d)[-_/](0[1-9]|1[0-2])(?![-_./]?\d)")
_DATELINE_DAY = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th|º|\.)?[ ]?(?:de[ ])?([^\W\d_]{3,10})|([^\W\d_]{3,10})\.?[ ](\d{1,2})")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def publication_date(text: str, header: Header, file_name: str, sentences: list[Sentence], language: str, today: date) -> Published:
    """The best evidence for the date of publication.

    ``file_name`` may be a path; ``today`` is the day of the run: a date more than a day after it is refused and ``reason`` says so.
    """
    refused: list[str] = []
    for candidate in _candidates(text, header, file_name, sentences, language, today):
        if candidate.date_from is None:
            continue
        first = date.fromisoformat(candidate.date_from)
        if first > today + TOLERANCE:
            refused.append(f"refused {candidate.edtf} ({candidate.source}): after the day of the run")
        elif first.year < EARLIEST_YEAR:
            refused.append(f"refused {candidate.edtf} ({candidate.source}): before there were newspapers")
        else:
            return candidate._replace(reason="; ".join([candidate.reason or "", *refused]).strip("; "))
    return _UNKNOWN._replace(reason="; ".join(refused) or None)


def _published(edtf: str, source: str, evidence: str, reason: str) -> Published:
    return Published(edtf, *bounds(edtf), precision(edtf), source, evidence, reason)


def _candidates(text: str, header: Header, file_name: str, sentences: list[Sentence], language: str, today: date) -> Iterable[Published]:
    """Evidence, best first."""
    for field in header.fields:
        if field.key == "date" and field.value and field.rule != "date_line":
            yield _published(field.value, "header", field.value_raw, f"header field ({field.rule})")
    for field in header.fields:
        if field.key == "updated" and field.value:
            source = "dateline" if field.rule == "date_line" else "header"
            yield _published(field.value, source, field.value_raw, f"day of the last change ({field.rule})")
    if from_name := _from_file_name(file_name):
        yield from_name
    for field in header.fields:
        if field.key == "date" and field.value and field.rule == "date_line":
            yield _published(field.value, "dateline", field.value_raw, "a line that is a date")
    if not sentences or language not in WORDS:
        return
    start, end = sentences[0].char_start, sentences[-1].char_end
    expressions = scan(text, language, start, end)
    for field in header.fields:
        if field.key == "dateline" and (found := _from_dateline(field.value_raw, expressions, today)):
            yield found
    if found := _from_text(text, expressions, sentences, language, today):
        yield found


def _from_file_name(file_name: str) -> Published | None:
    name = _HASH.sub(" ", file_name.rsplit(".", 1)[0])
    edtf, evidence = None, ""
    if found := _FILE_DAY.search(name):
        edtf, evidence = compose(int(found[1]), int(found[3]), int(found[4])), found[0]
    if edtf is None and (found := _FILE_DAY_FIRST.search(name)):
        edtf, evidence = compose(int(found[4]), int(found[3]), int(found[1])), found[0]
    if edtf is None and (found := _FILE_NAMED.search(name)) and (month := month_by_name().get(found[2].lower())):
        edtf, evidence = compose(int(found[3]), month, int(found[1])), found[0]
    if edtf is None and (found := _FILE_MONTH.search(name)):
        edtf, evidence = compose(int(found[1]), int(found[2]), None), found[0]
    return _published(edtf, "filename", evidence, "date in the file's name") if edtf else None


def _from_dateline(raw: str, expressions: Iterable[Expression], today: date) -> Published | None:
    """``RABAT, 24 nov. (AFP)``: the year stands in it, or in a full date of the same month in the text."""
    found = _DATELINE_DAY.search(raw)
    if not found:
        return None
    day = int(found[1] or found[4])
    month = month_by_name().get((found[2] or found[3]).lower())
    if month is None:
        return None
    if year := _YEAR.search(raw):
        edtf = compose(int(year[0]), month, day)
        return _published(edtf, "dateline", raw, "dateline") if edtf else None
    years = {year_of(e) for e in expressions if e.shape in ("date", "month_year") and e.value("mM") == month} - {None}
    if len(years) == 1 and (edtf := compose(int(years.pop() or 0), month, day)):
        return _published(edtf, "dateline", raw, "day of the dateline, year of the same month in the text")
    return None


def _from_text(text: str, expressions: Iterable[Expression], sentences: list[Sentence], language: str, today: date) -> Published | None:
    """A weekday with day and month fixes the year together with the latest year that the text names.

    24 November is a Wednesday in 2010, 2021 and 2027: beside «en 2020» only 2021 is left. The month is certain, the day is not:
    the text was written on that day or shortly after.
    """
    expressions = list(expressions)
    dated = [e for e in expressions if e.shape == "date" and e.value("wW") is not None and year_of(e) is None and e.value("mM")]
    if not dated:
        return None
    low = lowered(text)
    years = [year for e in expressions if (year := _year_named(e, language, low)) and year <= today.year]
    if not years:
        return None
    latest = max(years)
    last_year_told = any("4" in e.letters and "L" in e.letters for e in expressions)
    # one weekday in seven fits by chance: the latest year must be told of closely, or a «last year» must stand beside the one before
    told_closely = any(e.value("y") == latest for e in expressions if e.shape in ("date", "month_year"))
    days: list[tuple[date, Expression]] = []
    for expression in dated:
        weekday, month, day = expression.value("wW"), expression.value("mM"), expression.value("noOCV")
        fitting = weekday_years(weekday, month, day, (latest, latest + 1))
        fitting = [year for year in fitting if (told_closely if year == latest else last_year_told)]
        if len(fitting) != 1 or (found := valid_date(fitting[0], month, day)) is None:
            return None  # one of them does not fit: the year is not the one we think
        days.append((found, expression))
    past = [(day, e) for day, e in days if not is_future(low, language, e.char_start, e.char_end, 0, len(low)) and day <= today + TOLERANCE]
    if not past:
        return None
    day, expression = max(past, key=lambda pair: pair[0])
    left = (month_end(day.year, day.month) - day).days
    bare_weekdays = any(e.shape == "weekday" for e in expressions)
    surface = text[expression.char_start : expression.char_end]
    told = f"{surface} is a {day:%A} in {day.year}; latest year named {latest}"
    if left >= (_DAYS_LEFT_BESIDE_WEEKDAYS if bare_weekdays else _DAYS_LEFT):
        reason = f"{told}; written that day or soon after: the month is certain"
        return _published(month_value(day.year, day.month), "text", surface, reason)
    if day.month < 12:
        return _published(f"{day.year:04d}", "text", surface, f"{told}; near the end of a month: the year is certain")
    return None


def _year_named(expression: Expression, language: str, low: str) -> int | None:
    """A year that stands in the expression, so far as it is one."""
    if expression.shape == "year" and not resolve(expression, language, low, Base(), lambda: None):
        return None
    if expression.shape == "decade" and isinstance(expression.tokens[0].value, str):
        return None
    year = expression.value("y")
    return int(year) if year and EARLIEST_YEAR <= year <= 2100 else None
