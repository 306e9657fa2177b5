"""The day that calendar expressions are counted from, and the arithmetic of news dates."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from newsetl.text.edtf import month_end, month_value, valid_date

DAYS_IN_WEEK = 7
DAYS_IN_YEAR = 366
_FUTURE_COST = 2  # news tells what was: a day ahead must be twice as near to be meant
_FUTURE_COST_BESIDE_PAST = 8  # beside a past verb a day ahead must be very near to be meant: the verb may belong elsewhere
_PAST_COST_BESIDE_FUTURE = 3  # beside a future verb a day behind must be three times as near
_YEARS_AROUND = 8  # 29 February of a given weekday recurs later still, but then the year is written


@dataclass
class Base:
    """What is known of the time of writing, and what the text has told so far.

    ``day`` is the day of publication where it is known to the day; ``first`` and ``last`` bound it at any precision. ``told`` is the
    day named last, ``told_year`` the year. ``opening`` holds in the first sentence, where nothing can have been told before.
    """

    day: date | None = None
    first: date | None = None
    last: date | None = None
    anchors: list[date] = field(default_factory=list)
    told: date | None = None
    told_year: int | None = None
    opening: bool = True

    @property
    def year(self) -> int | None:
        """The year of writing where it is certain."""
        return self.first.year if self.first and self.last and self.first.year == self.last.year else None

    @property
    def month(self) -> tuple[int, int] | None:
        """Year and month of writing where they are certain."""
        if self.year and self.first and self.last and self.first.month == self.last.month:
            return self.first.year, self.first.month
        return None

    @property
    def narrative(self) -> date | None:
        """The day that «the next day» follows: the one told last, at the opening the day of publication."""
        return self.told or (self.day if self.opening and self.told_year is None else None)

    @property
    def near(self) -> date | None:
        """A day to measure nearness from: the day itself, or the middle of the time of writing."""
        if self.day:
            return self.day
        if self.anchors:
            return self.anchors[-1]
        if self.first and self.last:
            return self.first + (self.last - self.first) / 2
        return None


def cost(days: int, future: bool | None) -> int:
    """How unlikely news means a day that many days from publication (negative is past)."""
    if future:
        return days if days >= 0 else -days * _PAST_COST_BESIDE_FUTURE
    if future is None:
        return -days if days <= 0 else days * _FUTURE_COST
    return -days if days <= 0 else days * _FUTURE_COST_BESIDE_PAST


def nearest(candidates: Iterable[date], near: date, future: bool | None) -> date | None:
    """The candidate that news most likely means."""
    return min(candidates, key=lambda day: (cost((day - near).days, future), day), default=None)


def day_of_month(month: int, day: int, weekday: int | None, base: Base, future: bool | None) -> date | None:
    """A day and month without a year: the nearest year, of those where the weekday is right if there is one."""
    near = base.near
    if near is None:
        return None
    around = range(max(1, near.year - _YEARS_AROUND), min(9999, near.year + _YEARS_AROUND) + 1)
    days = [found for year in around if (found := valid_date(year, month, day))]
    if weekday is not None:
        fitting = [found for found in days if found.weekday() == weekday and abs((found - near).days) <= DAYS_IN_YEAR]
        days = fitting or days  # no year fits: the weekday is a slip of the pen
    return nearest(days, near, future)


def day_in_month(day: int, weekday: int | None, base: Base, future: bool | None) -> date | None:
    """A bare day number: of the nearest month that has it, on that weekday if there is one."""
    near = base.day
    if near is None and base.month:
        near = base.near
    if near is None:
        return None
    candidates = []
    for offset in range(-12, 13):
        year, month = shift_month(near.year, near.month, offset)
        found = valid_date(year, month, day)
        if found and (weekday is None or found.weekday() == weekday):
            candidates.append(found)
    return nearest(candidates, near, future)


def weekday_near(weekday: int, base: Base, future: bool | None) -> date | None:
    """A bare weekday: the latest one up to the day of publication, or the next one beside a future verb.

    Where publication is not known to the day, the weekday nearest to the dates that the text itself fixes.
    """
    if base.day:
        behind = (base.day.weekday() - weekday) % DAYS_IN_WEEK
        return safe_shift(base.day, -behind if not future or behind == 0 else DAYS_IN_WEEK - behind)
    if not base.anchors:
        return None
    anchor = base.anchors[-1]
    ahead = (weekday - anchor.weekday()) % DAYS_IN_WEEK
    return safe_shift(anchor, ahead if ahead <= DAYS_IN_WEEK // 2 else ahead - DAYS_IN_WEEK)


def week_start(day: date, weeks: int = 0) -> date | None:
    """The Monday of the week that lies ``weeks`` from the one of ``day``."""
    return safe_shift(day, weeks * DAYS_IN_WEEK - day.weekday())


def safe_shift(day: date, days: int) -> date | None:
    """The day that many days on, None where the calendar ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def shift_month(year: int, month: int, offset: int) -> tuple[int, int]:
    """Year and month, ``offset`` months on."""
    index = year * 12 + month - 1 + offset
    return index // 12, index % 12 + 1


def shift_day_by_months(day: date, months: int) -> date | None:
    """The same day of the month, months on; the last day where the month is shorter."""
    year, month = shift_month(day.year, day.month, months)
    if not 1 <= year <= 9999:
        return None
    return date(year, month, min(day.day, month_end(year, month).day))


def month_near(month: int, base: Base, future: bool | None) -> str | None:
    """A bare month: the nearest one, past by default."""
    near = base.near
    if near is None:
        return None
    candidates = [date(year, month, 15) for year in (near.year - 1, near.year, near.year + 1) if 1 <= year <= 9999]
    found = nearest(candidates, near.replace(day=15), future)
    return month_value(found.year, found.month) if found else None


def weekday_years(weekday: int, month: int, day: int, years: Iterable[int]) -> list[int]:
    """The years in which the day falls on that weekday."""
    return [year for year in years if (found := valid_date(year, month, day)) and found.weekday() == weekday]


FutureTest = Callable[[], bool | None]  # True beside a future verb, False beside a past one, None without a verb
