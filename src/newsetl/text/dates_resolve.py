"""What a calendar expression means, counted from the day of publication: its shape chooses who works it out."""

from __future__ import annotations

from collections.abc import Callable

from newsetl.text.dates_base import Base, FutureTest
from newsetl.text.dates_counts import ago, ahead, from_date
from newsetl.text.dates_days import (
    bare_day,
    feast,
    full_date,
    nth_of_month,
    nth_weekday_of,
    relative_day,
    short_date_of,
    weekday_after_day,
    weekday_alone,
    weekday_modified,
    weekday_of_week,
    weekday_with_day,
)
from newsetl.text.dates_meaning import Value
from newsetl.text.dates_periods import (
    century,
    month_alone,
    month_modified,
    month_of_year,
    period,
    quarter,
    season,
    year_alone,
    year_or_decade,
)
from newsetl.text.dates_ranges import day_range, month_range, year_range
from newsetl.text.dates_scan import Expression

Handler = Callable[[Expression, Base, str, str, FutureTest], Value]
_HANDLERS: dict[str, Handler] = {
    "day_range": day_range,
    "day_range_after": day_range,
    "month_range": month_range,
    "year_range_between": year_range,
    "year_range": year_range,
    "from_date": from_date,
    "nth_weekday": nth_weekday_of,
    "nth_month_day": nth_of_month,
    "weekday_week": weekday_of_week,
    "date": full_date,
    "weekday_after_day": weekday_after_day,
    "short": short_date_of,
    "relative": relative_day,
    "weekday_day": weekday_with_day,
    "weekday_modified": weekday_modified,
    "ago": ago,
    "ahead": ahead,
    "month_year": month_of_year,
    "month_modified": month_modified,
    "season": season,
    "year_or_decade": year_or_decade,
    "period": period,
    "century": century,
    "quarter": quarter,
    "month": month_alone,
    "weekday": weekday_alone,
    "holiday": feast,
    "year": year_alone,
    "bare_day": bare_day,
}


def resolve(expression: Expression, language: str, low: str, base: Base, future: FutureTest) -> Value:
    """EDTF of an expression, None where it cannot be told, ``DROP`` where the words are no date after all."""
    return _HANDLERS[expression.shape](expression, base, language, low, future)
