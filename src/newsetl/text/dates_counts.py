"""Calendar expressions that count: «two weeks ago», «dans trois jours», «3 days after 12 January»."""

from __future__ import annotations

from datetime import date

from newsetl.text.dates_base import Base, FutureTest, safe_shift, shift_day_by_months, shift_month
from newsetl.text.dates_days import feast, full_date
from newsetl.text.dates_lexicon import DAY, FORTNIGHT, MONTH, QUARTER, WEEK, YEAR
from newsetl.text.dates_meaning import DROP, Value, iso
from newsetl.text.dates_periods import YEAR_BEFORE_UNIT
from newsetl.text.dates_scan import Expression
from newsetl.text.edtf import month_value, valid_date

_DURATION_LANGUAGES = frozenset({"en", "es", "pt", "it"})  # «in two years» is as often how long it took
_ALSO_PREPOSITIONS = frozenset(["après", "dopo", "después", "despues", "depois", "na", "nach", "sonra"])


def _spans(expression: Expression, stop: int) -> list[tuple[int, int]]:
    """(count, unit) of «2 years 1 month»."""
    counts: list[tuple[int, int]] = []
    number: int | None = None
    for token in expression.tokens[:stop]:
        if token.letter in "nNZoCVUy":
            number = token.value
        elif token.letter in "123469" and number is not None:
            counts.append((number, token.value))
            number = None
        elif token.letter in "1234" and not counts and expression.letters[0] == "G" and len(expression.letters) == 2:
            counts.append((1, token.value))  # «قبل شهر»
        elif token.letter == "J":
            counts.append(token.value)
    return counts


def _shifted(start: date | None, base: Base, counts: list[tuple[int, int]], sign: int, working: bool = False) -> Value:
    """A count of units from a day, at the precision of the smallest unit; years and months hold from a month or year too."""
    if not counts:
        return DROP
    months = sum(count * {MONTH: 1, YEAR: 12, QUARTER: 3}.get(unit, 0) for count, unit in counts)
    days = sum(count * {DAY: 1, WEEK: 7, FORTNIGHT: 14}.get(unit, 0) for count, unit in counts)
    smallest = min((DAY if unit in (WEEK, FORTNIGHT) else unit) for _, unit in counts)
    if months > 12 * 3000 or days > 3_000_000:
        return None
    if smallest == YEAR:
        years = start.year if start else base.year
        return f"{years + sign * months // 12:04d}" if years and 1 <= years + sign * months // 12 <= 9999 else None
    if smallest in (MONTH, QUARTER):
        where = (start.year, start.month) if start else base.month
        if where is None:
            return None
        year, month = shift_month(*where, sign * months)
        return month_value(year, month) if 1 <= year <= 9999 else None
    if start is None:
        return None
    shifted = shift_day_by_months(start, sign * months)
    if working and shifted:
        while days:
            shifted = safe_shift(shifted, sign)
            if shifted is None:
                return None
            days -= shifted.weekday() < 5
            if days > 400:
                return None
    return iso(safe_shift(shifted, sign * days)) if shifted else None


def _told(base: Base) -> Base:
    """The year told last as a base of its own, for «four years later»."""
    if base.told or base.told_year is None:
        return base if base.opening else Base()
    return Base(first=valid_date(base.told_year, 1, 1), last=valid_date(base.told_year, 12, 31))


def ago(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    narrative = expression.value("E") is not None
    start = base.narrative if narrative else base.day
    if expression.before in ("than", "de plus", "over"):
        return DROP
    return _shifted(start, _told(base) if narrative else base, _spans(expression, len(expression.tokens)), -1)


def ahead(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    first = expression.letters[0]
    year = expression.value("y")
    if year and language in YEAR_BEFORE_UNIT:
        return f"{year:04d}"
    if first == "i" and not future():
        return DROP  # «in two years» is how long it took, unless the verb is future
    opener = low[expression.tokens[0].start : expression.tokens[0].end]
    if first == "I" and language in _DURATION_LANGUAGES and opener in ("en", "em", "in") and not future():
        return DROP
    later = expression.value("H") is not None
    if later and expression.after[:1].isalpha() and low[expression.tokens[-1].start : expression.tokens[-1].end] in _ALSO_PREPOSITIONS:
        return DROP  # «un an après la visite» is counted from the visit
    start = base.narrative if later else base.day
    return _shifted(start, _told(base) if later else base, _spans(expression, len(expression.tokens)), 1, "k" in expression.letters)


def from_date(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    letters = expression.letters
    at = next((i for i, letter in enumerate(letters) if i and letter in "IKGBbH"), len(letters))
    sign = -1 if any(letter in "GB" for letter in letters[at : at + 2]) else 1
    while at < len(letters) and letters[at] in "IKGBbHat":
        at += 1
    rest = expression._replace(letters=letters[at:], tokens=expression.tokens[at:])
    if not rest.tokens:
        return DROP
    if rest.letters[0] == "g":
        start = base.day
    elif rest.letters[0] in "Rr":
        start = safe_shift(base.day, rest.tokens[0].value) if base.day else None
    else:
        meaning = feast if rest.letters[0] == "h" else full_date
        value = meaning(rest, base, language, low, lambda: True)
        start = date.fromisoformat(value) if value and len(value) == 10 and value[0] != "X" else None
    if start is None:
        return None
    return _shifted(start, Base(), _spans(expression, at), sign)
