"""Calendar expressions that mean a month, season, year, decade or week."""

from __future__ import annotations

from datetime import timedelta

from newsetl.text.dates_base import DAYS_IN_WEEK, Base, FutureTest, month_near, shift_month, week_start
from newsetl.text.dates_lexicon import MONTH, QUARTER, WEEK, WEEKEND, YEAR, lexicon
from newsetl.text.dates_meaning import DROP, PLURAL_UNITS, Value, year_of
from newsetl.text.dates_scan import Expression
from newsetl.text.edtf import QUARTER as QUARTER_CODE
from newsetl.text.edtf import month_value

_PLURAL_MODIFIERS = frozenset(
    [
        "derniers", "dernières", "prochains", "prochaines", "últimos", "últimas", "próximos", "próximas", "ultimi", "ultime",
        "prossimi", "prossime", "scorsi",
    ]
)  # fmt: skip


def month_of_year(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    month, year = expression.value("mM"), year_of(expression)
    if year is None:
        if "S" in expression.letters:
            year = base.told_year
        else:
            offset = next((t.value for t in expression.tokens if t.letter in "LXTF"), 0)
            year = base.year + offset if base.year else None
    return month_value(year, month) if year else None


def month_modified(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    month = expression.value("mM")
    offset = next((t.value for t in expression.tokens if t.letter in "LXTF"), 0)
    near = base.near
    if near is None:
        return None
    if offset == 0:
        return month_near(month, base, future())
    now = (near.year, near.month)
    year = near.year - 1 if offset < 0 else near.year
    if offset < 0 and month < now[1]:
        year = near.year
    if offset > 0 and month <= now[1]:
        year = near.year + 1
    return month_value(year, month)


def month_alone(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    token = expression.tokens[-1]
    surface = low[token.start : token.end]
    if token.letter == "M" and (len(surface) < 3 or expression.before_letter not in tuple("iIfbKBtGT") or surface not in _FULL_NAMES):
        return DROP
    return month_near(token.value, base, future())


_FULL_NAMES = frozenset(["mars", "may", "march"])


def season(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    season, year = expression.value("s"), expression.value("y")
    if year is None:
        if expression.value("S") is not None:
            year = base.told_year
        else:
            near, offset = base.near, next((t.value for t in expression.tokens if t.letter in "LXTF"), 0)
            if near is None:
                return None
            # this summer is the one of this year; last winter began in December of the year before
            now = 21 + (near.month - 3) // 3 if near.month >= 3 else 20
            year = near.year
            if offset < 0:
                year -= season >= now
            elif offset > 0:
                year += season <= now
            elif "L" not in expression.letters and season == 24 and near.month < 6:
                year -= 1
            if "4" in expression.letters:
                year = near.year + offset
    return f"{year:04d}-{season}" if year else None


def year_or_decade(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    first = expression.tokens[0]
    if expression.after and expression.after in lexicon(language).bc:
        return DROP
    if first.letter == "7":
        number = expression.tokens[-1].value
        return DROP if number % 10 else f"{number // 10:03d}X" if number > 99 else f"19{number // 10}X"
    if first.letter == "D" and isinstance(first.value, str):
        return first.value
    if first.letter == "4":
        number = expression.tokens[-1].value
        plural = low[first.start : first.end] in PLURAL_UNITS
        if expression.letters[-1] == "y":
            return f"{number // 10:03d}X" if plural and number % 10 == 0 else f"{number:04d}"
        if plural and number % 10 == 0:
            return f"19{number // 10}X"
    return DROP


def century(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    """«XXe siècle», «the 20th century»: 19XX."""
    number = expression.value("noOY")
    if not 5 <= number <= 22 or (expression.after and expression.after in lexicon(language).bc):
        return DROP
    return f"{number - 1:02d}XX"


def quarter(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    """«the last quarter of 2004», «troisième trimestre 2019»."""
    number = expression.value("oO") or 4
    year = expression.value("y")
    if year is None:
        year = base.year + next((t.value for t in expression.tokens[2:] if t.letter in "LXT"), 0) if base.year else None
    if not 1 <= number <= 4:
        return DROP
    return f"{year:04d}-{QUARTER_CODE + number - 1}" if year else None


def period(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    shifted = expression.value("j")
    if shifted:
        unit, offset = shifted
        narrative = False
    else:
        unit_token = next(t for t in expression.tokens if t.letter in "234567")
        modifier = next((t for t in expression.tokens if t.letter in "LXTSF"), None)
        plural = low[unit_token.start : unit_token.end] in PLURAL_UNITS
        if modifier is None or plural or low[modifier.start : modifier.end] in _PLURAL_MODIFIERS:
            return DROP  # «ces dernières semaines» are no certain ones
        leads = modifier.start < unit_token.start and modifier.letter in "LX"
        if leads and (expression.after_letter in tuple("fb") or (language == "en" and expression.before == "the")):
            return DROP  # «the last week of May»; «in the last year» is twelve months
        unit, offset, narrative = unit_token.value, modifier.value, modifier.letter in "FS"
    day = base.narrative if narrative else base.day
    if unit == YEAR:
        year = (base.told_year or (base.year if base.opening else None)) if narrative else base.year
        return f"{year + offset:04d}" if year and 1 <= year + offset <= 9999 else None
    if unit == MONTH:
        where = (day.year, day.month) if day else None if narrative else base.month
        return month_value(*shift_month(*where, offset)) if where else None
    if unit == QUARTER:
        where = (day.year, day.month) if day else base.month
        if where is None:
            return None
        year, month = shift_month(where[0], where[1], 3 * offset)
        return f"{year:04d}-{QUARTER_CODE + (month - 1) // 3}"
    if unit in (WEEK, WEEKEND):
        monday = week_start(day, offset) if day else None
        if monday is None or day is None:
            return None
        if unit == WEEK:
            return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
        if offset == 0 and day.weekday() < 2 and not future():
            monday -= timedelta(days=DAYS_IN_WEEK)  # on a Monday «ce week-end» is the one just past
        return f"{(monday + timedelta(days=5)).isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    return DROP


_MONEY_OR_MEASURE = frozenset("€$£¥%")
YEAR_BEFORE_UNIT = frozenset({"ru", "pl", "tr"})  # «в 2019 году»


def year_alone(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    token = expression.tokens[-1]
    if expression.after_letter in tuple("12345678") and language not in YEAR_BEFORE_UNIT:
        return DROP  # «2000 ans»
    words, after, before = lexicon(language), expression.after, expression.before
    if after in _MONEY_OR_MEASURE or before in _MONEY_OR_MEASURE or after in _COUNTED or (after and after in words.bc):
        return DROP
    year = token.value
    prompted = before in words.year_before or expression.tokens[0].letter == "Q" or before == "("
    # a number before a plain word may count things («2000 personnes»): a round one does, unless a word before it tells the year
    counts = expression.after_letter == "x" and after[:1].isalpha() and after not in _AFTER_YEARS
    round_number = year % _ROUND == 0
    if counts and round_number:
        told = prompted and language != "de" and before not in _BEFORE_COUNTS_TOO
        prompted = told or (language == "en" and before == "the")  # «the 2000 Olympics»
        if not prompted:
            return DROP
    if not (prompted and not counts) and not _RECENT_FIRST <= year <= _RECENT_LAST:
        return DROP
    return f"{year:04d}"


_COUNTED = frozenset(
    [
        "euros", "euro", "dollars", "dollar", "francs", "pesos", "reais", "livres", "pounds", "millions", "milliards", "million", "billion",
        "millones", "milhões", "milioni", "millionen", "miljoen", "personnes", "people", "personas", "pessoas", "persone", "menschen",
        "mensen", "mètres", "metres", "meters", "metros", "metri", "meter", "tonnes", "tons", "toneladas", "points", "puntos", "voix",
        "votes", "votos", "morts", "muertos", "dead", "emplois", "jobs", "soldats", "soldiers", "cas", "cases", "casos", "km", "m", "kg",
    ]
)  # fmt: skip
_ROUND = 50  # counts of things in news are round; years seldom are
_RECENT_FIRST, _RECENT_LAST = 1900, 2050  # what a bare number may be a year of
# words that stand before years and before amounts alike
_BEFORE_COUNTS_TOO = frozenset(["de", "of", "for", "from", "to", "para", "entre", "between", "around", "circa", "vers"])
_AFTER_YEARS = frozenset(
    [
        "a", "ont", "est", "sont", "était", "étaient", "avec", "par", "pour", "sur", "sous", "où", "qui", "que", "dont",
        "selon", "comme", "lors", "quand", "s'est", "se", "ne", "il", "elle", "on", "puis", "mais", "car", "has", "have", "was",
        "were", "is", "are", "when", "as", "with", "who", "which", "that", "he", "she", "it", "they", "after", "before", "for",
        "at", "if", "but", "fue", "ha", "han", "es", "son", "con", "por", "cuando", "pero", "foi", "é", "com", "quando", "mas",
        "è", "che", "ma", "war", "hat", "ist", "mit", "wurde", "waren", "als", "aber", "werd", "heeft", "met", "toen", "maar",
        "die", "en",
    ]
)  # fmt: skip
