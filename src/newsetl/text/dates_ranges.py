"""Ranges and lists of days, months and years: «du 5 au 12 mars», «2010-2015», «les 5 et 6 mars»."""

from __future__ import annotations

from newsetl.text.dates_base import Base, FutureTest, day_of_month, month_near
from newsetl.text.dates_meaning import DROP, PLURAL_UNITS, Value
from newsetl.text.dates_scan import Expression
from newsetl.text.edtf import month_value, valid_date

# «entre le 5 et le 7» is an interval, «les 5 et 7» are two days
_BETWEEN = frozenset(["entre", "between", "zwischen", "tussen", "tra", "fra", "بين", "między", "между"])


def day_range(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    days = [token.value for token in expression.tokens if token.letter in "noOV"]
    month, year = expression.value("mM"), expression.value("y")
    if len(days) < 2 or month is None:
        return DROP
    listed = "e" in expression.letters and low[expression.tokens[0].start : expression.tokens[0].end] not in _BETWEEN
    last = valid_date(year, month, days[1]) if year else day_of_month(month, days[1], None, base, future())
    if last is None:
        return None
    first = valid_date(last.year, month, days[0])
    if first is None or first > last:
        return DROP if first is None else last.isoformat()
    if listed:
        return f"{{{first.isoformat()},{last.isoformat()}}}"
    return f"{first.isoformat()}/{last.isoformat()}"


def month_range(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    months = [token.value for token in expression.tokens if token.letter in "mM"]
    years = [token.value for token in expression.tokens if token.letter == "y"]
    if len(months) < 2:
        return DROP
    listed = "e" in expression.letters and low[expression.tokens[0].start : expression.tokens[0].end] not in _BETWEEN
    if years:
        last_year = years[-1]
        first_year = years[0] if len(years) > 1 else last_year - (months[0] > months[1])
    else:
        near = month_near(months[1], base, future())
        if near is None:
            return None
        last_year = int(near[:4])
        first_year = last_year - (months[0] > months[1])
    if (first_year, months[0]) > (last_year, months[1]):
        return DROP
    ends = (month_value(first_year, months[0]), month_value(last_year, months[1]))
    return f"{{{ends[0]},{ends[1]}}}" if listed else f"{ends[0]}/{ends[1]}"


def year_range(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    numbers = [token.value for token in expression.tokens if token.letter in "ynZ"]
    if "e" in expression.letters and low[expression.tokens[0].start : expression.tokens[0].end] not in _BETWEEN:
        return f"{{{numbers[0]:04d},{numbers[1]:04d}}}"
    if len(numbers) < 2:
        return DROP
    first, last = numbers[0], numbers[1]
    if last < 100:
        last += first - first % 100
    if first >= last:
        return f"{{{first:04d},{last:04d}}}" if numbers[1] > 99 else DROP
    if first % 10 == 0 and last % 10 == 0 and any(t.letter == "4" and low[t.start : t.end] in PLURAL_UNITS for t in expression.tokens):
        return f"{first // 10:03d}X/{last // 10:03d}X"
    return f"{first:04d}/{last:04d}"


def range_ends(expression: Expression) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Spans of the two dates that a range or list of days, months or years names."""
    tokens = expression.tokens
    middle = next((i for i, t in enumerate(tokens) if i and t.letter in "-te" and any(u.letter in "mMyno" for u in tokens[:i])), None)
    if middle is None:
        return None
    first = [t for t in tokens[:middle] if t.letter in "mMynoZQ"]
    last = [t for t in tokens[middle + 1 :] if t.letter in "mMynoZQ"]
    return ((first[0].start, first[-1].end), (last[0].start, last[-1].end)) if first and last else None
