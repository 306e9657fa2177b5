"""Calendar expressions that mean one day: dates, weekdays, «yesterday», feasts."""

from __future__ import annotations

import re
from datetime import date, timedelta

from newsetl.text.dates_base import (
    DAYS_IN_WEEK,
    Base,
    FutureTest,
    day_in_month,
    day_of_month,
    nearest,
    safe_shift,
    shift_month,
    week_start,
    weekday_near,
)
from newsetl.text.dates_holidays import holiday
from newsetl.text.dates_meaning import DROP, Value, iso, offset_of, year_of
from newsetl.text.dates_numeric import day_month
from newsetl.text.dates_scan import Expression
from newsetl.text.edtf import valid_date

# words that mean the nearest weekday where the language otherwise counts whole weeks («last Wednesday» is last week's)
_NEAREST_WORDS = frozenset(["past", "coming", "upcoming", "afgelopen", "aanstaande", "komende", "komend", "último", "ultimo"])
_BY_WEEK_LAST = frozenset({"en", "es"})
_BY_WEEK_NEXT = frozenset({"en", "es", "nl"})


def full_date(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    weekday = expression.value("wW")
    if numeric := expression.value("d"):
        return date(*numeric).isoformat()
    if expression.letters in ("nny", "nfnfy"):
        numbers = [token.value for token in expression.tokens if token.letter in "ny"]
        pair = day_month(numbers[0], numbers[1], language)
        return iso(valid_date(numbers[2], *pair)) if pair else DROP
    month, year = expression.value("mM"), year_of(expression)
    if year is None and "4" in expression.letters:
        year = base.told_year if "S" in expression.letters else base.year + offset_of(expression) if base.year else None
    day = expression.value("oOVC") if year is None or not expression.value("n") else expression.value("noOCV")
    day = expression.value("noOCV") if day is None else day
    if month is None or day is None:
        return DROP
    if year is not None:
        return iso(valid_date(year, month, day)) or DROP
    if not valid_date(2000, month, day):
        return DROP
    if expression.letters[-1] == "L" and base.near:  # «le 5 septembre dernier»
        years = range(base.near.year, base.near.year - 9, -1)
        return iso(next((found for y in years if (found := valid_date(y, month, day)) and found <= base.near), None))
    ahead = expression.value("X") is not None
    found = day_of_month(month, day, weekday, base, ahead or future() or expression.value("T") is not None)
    if ahead and found and base.day and found <= base.day:
        found = valid_date(found.year + 1, month, day)
    return iso(found) if found else f"XXXX-{month:02d}-{day:02d}"


def nth_weekday_of(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    ordinal, weekday, month = expression.value("noOL"), expression.value("wWv"), expression.value("mM")
    if ordinal is None or weekday is None:
        return DROP
    if month is None:
        offset = next((t.value for t in expression.tokens[1:] if t.letter in "LXTF"), 0)
        if base.month is None:
            return None
        year, month = shift_month(*base.month, offset)
        return iso(nth_weekday(year, month, weekday, ordinal))
    year_told = expression.value("y")
    if year_told:
        return iso(nth_weekday(year_told, month, weekday, ordinal))
    if base.near is None:
        return None
    years = (base.near.year - 1, base.near.year, base.near.year + 1)
    return iso(nearest([d for y in years if (d := nth_weekday(y, month, weekday, ordinal))], base.near, future()))


def nth_weekday(year: int, month: int, weekday: int, ordinal: int) -> date | None:
    """The nth weekday of a month; -1 is the last."""
    if ordinal < 0:
        next_year, next_month = shift_month(year, month, 1)
        last = date(next_year, next_month, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % DAYS_IN_WEEK)
    first = valid_date(year, month, 1)
    if first is None:
        return None
    return valid_date(year, month, 1 + (weekday - first.weekday()) % DAYS_IN_WEEK + DAYS_IN_WEEK * (ordinal - 1))


def nth_of_month(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    if language != "pt" and not any(letter in "fb" for letter in expression.letters):
        return DROP  # «sold 12 this month»; Portuguese joins «of» and «this»
    if base.month is None:
        return None
    offset = next((t.value for t in expression.tokens[1:] if t.letter in "LXTF"), 0)
    year, month = shift_month(*base.month, offset)
    return iso(valid_date(year, month, expression.value("noO"))) or DROP


def weekday_of_week(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    weekday = expression.value("wWv")
    shifted = expression.value("j")
    offset = shifted[1] if shifted else next((t.value for t in expression.tokens if t.letter in "LXTF"), 0)
    if base.day is None:
        return None
    monday = week_start(base.day, offset)
    return iso(safe_shift(monday, weekday)) if monday else None


def weekday_modified(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    weekday = expression.value("wv")
    modifier = next((t for t in expression.tokens if t.letter in "LXTF"), None)
    if base.day is None or modifier is None:
        return iso(weekday_near(weekday, base, future()))
    offset = modifier.value
    by_week = low[modifier.start : modifier.end] not in _NEAREST_WORDS
    if offset == 0:
        if future() is False:  # «a déclaré ce vendredi», written on the Monday after
            return iso(weekday_near(weekday, base, False))
        monday = week_start(base.day)
        return iso(safe_shift(monday, weekday)) if monday else None
    if by_week and language in (_BY_WEEK_LAST if offset < 0 else _BY_WEEK_NEXT):
        monday = week_start(base.day, offset)
        return iso(safe_shift(monday, weekday)) if monday else None
    distance = (base.day.weekday() - weekday) % DAYS_IN_WEEK if offset < 0 else (weekday - base.day.weekday()) % DAYS_IN_WEEK
    return iso(safe_shift(base.day, offset * (distance or DAYS_IN_WEEK)))


def weekday_with_day(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    found = day_in_month(expression.value("noOV"), expression.value("wWv"), base, future())
    return iso(found) or (None if base.near is None else DROP)


def short_date_of(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    numbers = [token.value for token in expression.tokens if token.letter == "n"]
    pair = expression.value("z")
    weekday = expression.value("wW")
    alone = expression.before_letter in ("", "|") and expression.after in ("", ".", "?", "!")
    beside = expression.before_letter in tuple("atiTI") or weekday is not None or expression.value("T") is not None
    ends = expression.after in ("", ".", ",", "?", "!", ")", ";") or expression.after.startswith("\n")
    surface = low[expression.tokens[0].start : expression.char_end]
    if pair is None:
        if len(numbers) != 2 or not beside or not (ends or weekday is not None):
            return DROP
        pair = day_month(numbers[0], numbers[1], language)
        if pair is None:
            return DROP
    elif "." in surface:
        if not (beside and (ends or weekday is not None)) and language != "de":
            return DROP
        if language == "de" and expression.after != "." and not beside:
            return DROP
    elif not (beside or alone or max(pair) > 12) or (surface[-1].isdecimal() is False and weekday is None):
        return DROP
    month, day = pair
    found = day_of_month(month, day, weekday, base, future() or expression.value("T") is not None)
    return iso(found) if found else f"XXXX-{month:02d}-{day:02d}"


_NARRATIVE_NOUNS = frozenset(["veille", "víspera", "vigilia", "véspera", "vortag"])


def relative_day(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    token = expression.tokens[0]
    word = low[token.start : token.end]
    if word == "mañana" and expression.before in ("la", "esta", "una", "cada"):
        return DROP  # the morning
    if word == "morgen" and language == "de" and expression.before in ("am", "guten", "jeden", "dem", "den", "diesem"):
        return DROP
    bare_noun = word in _NARRATIVE_NOUNS and expression.before_letter not in tuple("atfib")
    if token.letter == "r" and (bare_noun or low[max(0, token.start - 8) : token.start] == "jour au "):
        return DROP  # «elle veille», «du jour au lendemain»
    if token.letter == "r" and expression.after_letter in tuple("fb"):
        return DROP  # «el último día de su presidencia»
    if word == "اليوم" and expression.before in ("ذات", "نفس", "تاريخ", "ساعات"):
        return DROP  # the same day, the day of the month
    start = base.narrative if token.letter == "r" else base.day
    return iso(safe_shift(start, token.value)) if start else None


def weekday_alone(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    preceded = expression.before in ("na", "nesta", "até", "desta", "de", "à", "da")
    if expression.letters[0] == "v" and (not preceded or expression.after[:1].isalpha()):  # «quinta vez» is the fifth time
        return DROP
    return iso(weekday_near(expression.value("wWv"), base, future()))


_LOOSE_FEASTS = frozenset(["christmas", "new_year", "easter", "halloween"])  # also said of the season, of songs and sales


def feast(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    name, year = expression.value("h"), expression.value("y")
    one_word = expression.letters == "h" and low[expression.char_start : expression.char_end].isalpha()
    if name in _LOOSE_FEASTS and one_word and "x" in (expression.before_letter, expression.after_letter):
        return DROP  # «Christmas sales», «their worst Christmas»
    if year:
        return iso(holiday(name, year))
    if base.near is None:
        return None
    days = [day for y in range(base.near.year - 1, base.near.year + 2) if (day := holiday(name, y))]
    offset = next((t.value for t in expression.tokens if t.letter in "LXF"), 0)
    if offset:
        side = [day for day in days if (day - base.near).days * offset > 0]
        return iso(min(side, key=lambda day: abs((day - base.near).days), default=None))  # type: ignore[operator]
    return iso(nearest(days, base.near, future()))


_CALLED = re.compile("appel|compos|numéro")  # «appelez le 15» is a telephone number


def bare_day(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    token = expression.tokens[-1]
    article = expression.before if expression.before_letter in "ati1" else ""
    ends = expression.after in ("", ".", ",", "!", "?", ";", ")")
    if not ends or base.near is None or (language == "fr" and _CALLED.search(low, max(0, token.start - 25), token.start)):
        return DROP
    if language in ("en", "nl") and token.letter == "n" and article not in ("the",):
        return DROP
    if token.letter in "OCV" and language in ("fr", "de", "es", "pt", "it"):
        return DROP
    found = day_in_month(token.value, None, base, future())
    return iso(found) or DROP


def weekday_after_day(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    if language not in ("fr", "tr", "ar") or expression.before not in ("le", "au", "du"):
        return DROP
    return weekday_with_day(expression, base, language, low, future)
