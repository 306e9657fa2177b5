"""What the meanings of all calendar expressions share: the value, the year and the direction that the words give."""

from __future__ import annotations

from datetime import date

from newsetl.text.dates_numeric import full_year
from newsetl.text.dates_scan import Expression

DROP = ""  # the words turned out to be no calendar expression
Value = str | None  # EDTF, None where the meaning is not known, DROP
PLURAL_UNITS = frozenset(
    [
        "days", "weeks", "months", "years", "weekends", "quarters", "decades", "centuries", "jours", "semaines", "ans",
        "années", "annees", "week-ends", "días", "dias", "semanas", "meses", "años", "anos", "décadas", "giorni", "settimane",
        "mesi", "anni", "tage", "tagen", "wochen", "monate", "monaten", "jahre", "jahren", "dagen", "weken", "maanden", "jaren",
        "decennia", "أيام", "أسابيع", "أشهر", "شهور", "سنوات", "أعوام", "дней", "недель", "недели", "месяцев", "месяца", "лет",
        "dni", "tygodni", "miesięcy", "lat", "lata",
    ]
)  # fmt: skip


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


def offset_of(expression: Expression) -> int:
    """-1, 0, 1 for last, this, next."""
    return next((token.value for token in expression.tokens if token.letter in "LXTF"), 0)


def iso(day: date | None) -> Value:
    return day.isoformat() if day else None
