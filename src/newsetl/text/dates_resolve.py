"""What a calendar expression means, counted from the day of publication: shape and tokens into EDTF."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from newsetl.text.dates_base import (
    DAYS_IN_WEEK,
    Base,
    FutureTest,
    day_in_month,
    day_of_month,
    month_near,
    nearest,
    safe_shift,
    shift_day_by_months,
    shift_month,
    week_start,
    weekday_near,
)
from newsetl.text.dates_holidays import holiday
from newsetl.text.dates_lexicon import DAY, FORTNIGHT, MONTH, QUARTER, WEEK, WEEKEND, YEAR, lexicon
from newsetl.text.dates_numeric import day_month, full_year
from newsetl.text.dates_scan import Expression
from newsetl.text.edtf import QUARTER as QUARTER_CODE
from newsetl.text.edtf import month_value, valid_date

DROP = ""  # the words turned out to be no calendar expression
# words that mean the nearest weekday where the language otherwise counts whole weeks («last Wednesday» is last week's)
_NEAREST_WORDS = frozenset("past coming upcoming afgelopen aanstaande komende komend último ultimo".split())
_BY_WEEK_LAST = frozenset({"en", "es"})
_BY_WEEK_NEXT = frozenset({"en", "es", "nl"})
_PLURAL_UNITS = frozenset(
    "days weeks months years weekends quarters decades centuries jours semaines ans années annees week-ends días dias semanas meses años anos décadas "
    "giorni settimane mesi anni tage tagen wochen monate monaten jahre jahren dagen weken maanden jaren decennia أيام أسابيع أشهر شهور سنوات أعوام "
    "дней недель недели месяцев месяца лет dni tygodni miesięcy lat lata".split()
)
_PLURAL_MODIFIERS = frozenset("derniers dernières prochains prochaines últimos últimas próximos próximas ultimi ultime prossimi prossime scorsi".split())
Value = str | None  # EDTF, None where the meaning is not known, DROP


def resolve(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    """EDTF of an expression, None where it cannot be told, ``DROP`` where the words are no date after all."""
    return _HANDLERS[expression.shape](expression, base, language, low, future)


def year_of(expression: Expression) -> int | None:
    """The year that stands in the expression, four digits or two."""
    letters, tokens = expression.letters, expression.tokens
    for token in tokens:
        if token.letter == "y":
            return int(token.value)
    month_at = max(letters.find("m"), letters.find("M"))
    if month_at >= 0 and letters[-1] in "Zn" and len(tokens) - 1 > month_at:
        # the last number behind a month, with a day told already: "1er avril 78", "4-Jul-95"
        days = [i for i, letter in enumerate(letters[:-1]) if letter in "noOCV"]
        if letters[-1] == "Z" or (days and letters[-2] in "-/'"):
            return full_year(int(tokens[-1].value))
    return None


def _offset(expression: Expression) -> int:
    """-1, 0, 1 for last, this, next."""
    return next((token.value for token in expression.tokens if token.letter in "LXTF"), 0)


def _iso(day: date | None) -> Value:
    return day.isoformat() if day else None


def _date(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    weekday = expression.value("wW")
    if numeric := expression.value("d"):
        return date(*numeric).isoformat()
    if expression.letters in ("nny", "nfnfy"):
        numbers = [token.value for token in expression.tokens if token.letter in "ny"]
        pair = day_month(numbers[0], numbers[1], language)
        return _iso(valid_date(numbers[2], *pair)) if pair else DROP
    month, year = expression.value("mM"), year_of(expression)
    if year is None and "4" in expression.letters:
        year = base.told_year if "S" in expression.letters else base.year + _offset(expression) if base.year else None
    day = expression.value("oOVC") if year is None or not expression.value("n") else expression.value("noOCV")
    day = expression.value("noOCV") if day is None else day
    if month is None or day is None:
        return DROP
    if year is not None:
        return _iso(valid_date(year, month, day)) or DROP
    if not valid_date(2000, month, day):
        return DROP
    if expression.letters[-1] == "L" and base.near:  # «le 5 septembre dernier»
        years = range(base.near.year, base.near.year - 9, -1)
        return _iso(next((found for y in years if (found := valid_date(y, month, day)) and found <= base.near), None))
    ahead = expression.value("X") is not None
    found = day_of_month(month, day, weekday, base, ahead or future() or expression.value("T") is not None)
    if ahead and found and base.day and found <= base.day:
        found = valid_date(found.year + 1, month, day)
    return _iso(found) if found else f"XXXX-{month:02d}-{day:02d}"


# «entre le 5 et le 7» is an interval, «les 5 et 7» are two days
_BETWEEN = frozenset(["entre", "between", "zwischen", "tussen", "tra", "fra", "بين", "między", "между"])


def _day_range(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
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


def _month_range(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
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


def _year_range(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    numbers = [token.value for token in expression.tokens if token.letter in "ynZ"]
    if "e" in expression.letters and low[expression.tokens[0].start : expression.tokens[0].end] not in _BETWEEN:
        return f"{{{numbers[0]:04d},{numbers[1]:04d}}}"
    if len(numbers) < 2:
        return DROP
    first, last = numbers[0], numbers[1]
    if last < 100:
        last += first - first % 100
    if first >= last:
        return DROP
    if first % 10 == 0 and last % 10 == 0 and any(t.letter == "4" and low[t.start : t.end] in _PLURAL_UNITS for t in expression.tokens):
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


def _nth_weekday(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    ordinal, weekday, month = expression.value("noOL"), expression.value("wWv"), expression.value("mM")
    if ordinal is None or weekday is None:
        return DROP
    if month is None:
        offset = next((t.value for t in expression.tokens[1:] if t.letter in "LXTF"), 0)
        if base.month is None:
            return None
        year, month = shift_month(*base.month, offset)
        return _iso(nth_weekday(year, month, weekday, ordinal))
    year_told = expression.value("y")
    if year_told:
        return _iso(nth_weekday(year_told, month, weekday, ordinal))
    if base.near is None:
        return None
    years = (base.near.year - 1, base.near.year, base.near.year + 1)
    return _iso(nearest([d for y in years if (d := nth_weekday(y, month, weekday, ordinal))], base.near, future()))


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


def _nth_month_day(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    if base.month is None:
        return None
    offset = next((t.value for t in expression.tokens[1:] if t.letter in "LXTF"), 0)
    year, month = shift_month(*base.month, offset)
    return _iso(valid_date(year, month, expression.value("noO"))) or DROP


def _weekday_week(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    weekday = expression.value("wWv")
    shifted = expression.value("j")
    offset = shifted[1] if shifted else next((t.value for t in expression.tokens if t.letter in "LXTF"), 0)
    if base.day is None:
        return None
    monday = week_start(base.day, offset)
    return _iso(safe_shift(monday, weekday)) if monday else None


def _weekday_modified(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    weekday = expression.value("wv")
    modifier = next((t for t in expression.tokens if t.letter in "LXTF"), None)
    if base.day is None or modifier is None:
        return _iso(weekday_near(weekday, base, future()))
    offset = modifier.value
    by_week = low[modifier.start : modifier.end] not in _NEAREST_WORDS
    if offset == 0:
        monday = week_start(base.day)
        return _iso(safe_shift(monday, weekday)) if monday else None
    if by_week and language in (_BY_WEEK_LAST if offset < 0 else _BY_WEEK_NEXT):
        monday = week_start(base.day, offset)
        return _iso(safe_shift(monday, weekday)) if monday else None
    distance = (base.day.weekday() - weekday) % DAYS_IN_WEEK if offset < 0 else (weekday - base.day.weekday()) % DAYS_IN_WEEK
    return _iso(safe_shift(base.day, offset * (distance or DAYS_IN_WEEK)))


def _weekday_day(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    found = day_in_month(expression.value("noOV"), expression.value("wWv"), base, future())
    return _iso(found) or (None if base.near is None else DROP)


def _short(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
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
    elif not (beside or alone or max(pair) > 12) or surface[-1].isdigit() is False and weekday is None:
        return DROP
    month, day = pair
    found = day_of_month(month, day, weekday, base, future() or expression.value("T") is not None)
    return _iso(found) if found else f"XXXX-{month:02d}-{day:02d}"


_NARRATIVE_NOUNS = frozenset(["veille", "víspera", "vigilia", "véspera", "vortag"])


def _relative(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    token = expression.tokens[0]
    word = low[token.start : token.end]
    if word == "mañana" and expression.before in ("la", "esta", "una", "cada"):
        return DROP  # the morning
    if word == "morgen" and language == "de" and expression.before in ("am", "guten", "jeden", "dem", "den", "diesem"):
        return DROP
    if token.letter == "r" and (
        (word in _NARRATIVE_NOUNS and expression.before_letter not in tuple("atfib")) or low[max(0, token.start - 8) : token.start] == "jour au "
    ):
        return DROP  # «elle veille», «du jour au lendemain»
    if token.letter == "r" and expression.after_letter in tuple("fb"):
        return DROP  # «el último día de su presidencia»
    if word == "اليوم" and expression.before in ("ذات", "نفس", "تاريخ", "ساعات"):
        return DROP  # the same day, the day of the month
    start = base.narrative if token.letter == "r" else base.day
    return _iso(safe_shift(start, token.value)) if start else None


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
    return _iso(safe_shift(shifted, sign * days)) if shifted else None


def _told(base: Base) -> Base:
    """The year told last as a base of its own, for «four years later»."""
    if base.told or base.told_year is None:
        return base if base.opening else Base()
    return Base(first=valid_date(base.told_year, 1, 1), last=valid_date(base.told_year, 12, 31))


def _ago(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    narrative = expression.value("E") is not None
    start = base.narrative if narrative else base.day
    if expression.before in ("than", "de plus", "over"):
        return DROP
    return _shifted(start, _told(base) if narrative else base, _spans(expression, len(expression.tokens)), -1)


def _ahead(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    first = expression.letters[0]
    year = expression.value("y")
    if year and language in _YEAR_BEFORE_UNIT:
        return f"{year:04d}"
    if first == "i" and not future():
        return DROP  # «in two years» is how long it took, unless the verb is future
    if first == "I" and language in ("es", "pt", "it") and low[expression.tokens[0].start : expression.tokens[0].end] in ("en", "em", "in") and not future():
        return DROP
    later = expression.value("H") is not None
    if later and expression.after[:1].isalpha() and low[expression.tokens[-1].start : expression.tokens[-1].end] in _ALSO_PREPOSITIONS:
        return DROP  # «un an après la visite» is counted from the visit
    start = base.narrative if later else base.day
    return _shifted(start, _told(base) if later else base, _spans(expression, len(expression.tokens)), 1, "k" in expression.letters)


_ALSO_PREPOSITIONS = frozenset(["après", "dopo", "después", "despues", "depois", "na", "nach", "sonra"])


def _from_date(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
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
        value = _holiday(rest, base, language, low, lambda: True) if rest.letters[0] == "h" else _date(rest, base, language, low, lambda: True)
        start = date.fromisoformat(value) if value and len(value) == 10 and value[0] != "X" else None
    if start is None:
        return None
    value = _shifted(start, Base(), _spans(expression, at), sign)
    return value


def _month_year(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    month, year = expression.value("mM"), year_of(expression)
    if year is None:
        if "S" in expression.letters:
            year = base.told_year
        else:
            offset = next((t.value for t in expression.tokens if t.letter in "LXTF"), 0)
            year = base.year + offset if base.year else None
    return month_value(year, month) if year else None


def _month_modified(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
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


def _month(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    token = expression.tokens[-1]
    surface = low[token.start : token.end]
    if token.letter == "M" and (len(surface) < 3 or expression.before_letter not in tuple("iIfbKBtGT") or surface not in _FULL_NAMES):
        return DROP
    return month_near(token.value, base, future())


_FULL_NAMES = frozenset("mars may march".split())


def _weekday(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    if expression.letters[0] == "v" and (expression.before not in ("na", "nesta", "até", "desta", "de", "à", "da") or expression.after[:1].isalpha()):
        return DROP
    return _iso(weekday_near(expression.value("wWv"), base, future()))


def _season(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
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


def _decade(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
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
        plural = low[first.start : first.end] in _PLURAL_UNITS
        if expression.letters[-1] == "y":
            return f"{number // 10:03d}X" if plural and number % 10 == 0 else f"{number:04d}"
        if plural and number % 10 == 0:
            return f"19{number // 10}X"
    return DROP


def _period(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    shifted = expression.value("j")
    if shifted:
        unit, offset = shifted
        narrative = False
    else:
        unit_token = next(t for t in expression.tokens if t.letter in "234567")
        modifier = next((t for t in expression.tokens if t.letter in "LXTSF"), None)
        if modifier is None or low[unit_token.start : unit_token.end] in _PLURAL_UNITS or low[modifier.start : modifier.end] in _PLURAL_MODIFIERS:
            return DROP
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


_LOOSE_FEASTS = frozenset(["christmas", "new_year", "easter", "halloween"])  # also said of the season, of songs and sales


def _holiday(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    name, year = expression.value("h"), expression.value("y")
    if name in _LOOSE_FEASTS and expression.letters == "h" and low[expression.char_start : expression.char_end].isalpha():
        if expression.before_letter == "x" or expression.after_letter == "x":
            return DROP  # «Christmas sales», «their worst Christmas»
    if year:
        return _iso(holiday(name, year))
    if base.near is None:
        return None
    days = [day for y in range(base.near.year - 1, base.near.year + 2) if (day := holiday(name, y))]
    offset = next((t.value for t in expression.tokens if t.letter in "LXF"), 0)
    if offset:
        side = [day for day in days if (day - base.near).days * offset > 0]
        return _iso(min(side, key=lambda day: abs((day - base.near).days), default=None))  # type: ignore[operator]
    return _iso(nearest(days, base.near, future()))


_MONEY_OR_MEASURE = frozenset("€$£¥%")


_YEAR_BEFORE_UNIT = frozenset({"ru", "pl", "tr"})  # «в 2019 году»


def _year(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    token = expression.tokens[-1]
    if expression.after_letter in tuple("12345678") and language not in _YEAR_BEFORE_UNIT:
        return DROP  # «2000 ans»
    words, after, before = lexicon(language), expression.after, expression.before
    if after in _MONEY_OR_MEASURE or before in _MONEY_OR_MEASURE or (after and after in words.bc):
        return DROP
    prompted = before in words.year_before or expression.tokens[0].letter == "Q" or before == "("
    plausible = 1800 <= token.value <= 2100
    # a number before a plain word counts things («2000 personnes»), unless a word before it says that it is a year
    counts = expression.after_letter == "x" and after[:1].isalpha() and after not in _AFTER_YEARS
    if counts and not (prompted and 1900 <= token.value <= 2100 and language != "de" and before not in ("de", "of", "for", "from", "to", "para", "entre", "between", "around", "circa", "vers")):
        return DROP
    if not prompted and not plausible:
        return DROP
    if not prompted and not 1900 <= token.value <= 2050:
        return DROP
    return f"{token.value:04d}"


_AFTER_YEARS = frozenset(
    "a ont est sont était étaient avec par pour sur sous où qui que dont selon comme lors quand s'est se ne il elle on puis mais car has have was were is are when as with who which "
    "that he she it they after before for on at if but fue ha han es son con por que cuando se pero foi é com quando mas ha è con quando che ma war hat ist mit wurde waren als aber "
    "werd is heeft met toen maar die en".split()
)


def _bare_day(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    token = expression.tokens[-1]
    article = expression.before if expression.before_letter in "ati1" else ""
    ends = expression.after in ("", ".", ",", "!", "?", ";", ")")
    if language == "fr" or not ends or base.near is None:
        return DROP
    if language in ("en", "nl") and token.letter == "n" and article not in ("the",):
        return DROP
    if token.letter in "OCV" and language in ("fr", "de", "es", "pt", "it"):
        return DROP
    found = day_in_month(token.value, None, base, future())
    return _iso(found) or DROP


def _weekday_after_day(expression: Expression, base: Base, language: str, low: str, future: FutureTest) -> Value:
    if language not in ("fr", "tr", "ar") or expression.before not in ("le", "au", "du"):
        return DROP
    return _weekday_day(expression, base, language, low, future)


Handler = Callable[[Expression, Base, str, str, FutureTest], Value]
_HANDLERS: dict[str, Handler] = {
    "day_range": _day_range, "day_range_after": _day_range, "month_range": _month_range, "year_range_between": _year_range, "year_range": _year_range,
    "from_date": _from_date, "nth_weekday": _nth_weekday, "nth_month_day": _nth_month_day, "weekday_week": _weekday_week, "date": _date,
    "weekday_after_day": _weekday_after_day, "short": _short, "relative": _relative, "weekday_day": _weekday_day, "weekday_modified": _weekday_modified,
    "ago": _ago, "ahead": _ahead, "month_year": _month_year, "month_modified": _month_modified, "season": _season, "year_or_decade": _decade, "period": _period,
    "month": _month, "weekday": _weekday, "holiday": _holiday, "year": _year, "bare_day": _bare_day,
}  # fmt: skip
