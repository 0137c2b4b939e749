"""Days counted: months, units, edges of spans. Nothing here reads words."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from waqai.dates import Published

FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years that news dates; a number outside them is no year."""
_N_DAYS = {"day": 1, "week": 7}
_MONTHS_PER_YEAR = 12


def safe_date(year: int, month: int, day: int) -> date | None:
    """A day, None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def year_days(year: int) -> tuple[date, date]:
    """First and last day of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def month_days(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


_LONG_DAYS = 100
"""From here on a span is a year, whose edges are a quarter each."""


def edge(days: tuple[date, date], edge: str | None) -> tuple[date, date]:
    """The start, the middle or the end of a span: a third of it, of a year a quarter.

    Example:
        >>> edge((date(2014, 1, 1), date(2014, 12, 31)), "end")
        (datetime.date(2014, 10, 1), datetime.date(2014, 12, 31))
    """
    if edge is None:
        return days
    first, last = days
    if (last - first).days > _LONG_DAYS:
        first_month, last_month = {"start": (1, 3), "middle": (5, 8), "end": (10, 12)}[edge]
        return date(first.year, first_month, 1), month_days(first.year, last_month)[1]
    third = (last - first) / 3
    if edge == "start":
        return first, first + third
    if edge == "middle":
        return first + third, last - third
    return last - third, last


def days_of_part(year: int, which: int, n_parts: int) -> tuple[date, date]:
    """First and last day of a quarter or a half of a year.

    Args:
        year: the year.
        which: from 1.
        n_parts: how many the year is cut into.
    """
    n_months = _MONTHS_PER_YEAR // n_parts
    return date(year, n_months * (which - 1) + 1, 1), month_days(year, n_months * which)[1]


def shift_unit(published: Published, unit: str, step: int) -> tuple[date, date] | None:
    """The week, month or year some steps from the publication; None where it is too coarse."""
    if published.first.year != published.last.year:
        return None
    anchor = published.first
    if unit == "year":
        year = anchor.year + step
        return date(year, 1, 1), date(year, 12, 31)
    if published.first.month != published.last.month:
        return None
    if unit == "month":
        index = anchor.year * _MONTHS_PER_YEAR + anchor.month - 1 + step
        return month_days(index // _MONTHS_PER_YEAR, index % _MONTHS_PER_YEAR + 1)
    if published.day is None:
        return None
    monday = anchor + timedelta(days=7 * step - anchor.weekday())
    return monday, monday + timedelta(days=6)


def back(day: date, unit: str, number: int) -> date | None:
    """A day some units before another; None before the years that news dates."""
    if number > LAST_YEAR * 366:
        return None
    if unit in _N_DAYS:
        ordinal = day.toordinal() - _N_DAYS[unit] * number
        found = date.fromordinal(ordinal) if ordinal > 0 else None
        return found if found is not None and found.year >= FIRST_YEAR else None
    n_months = number * (_MONTHS_PER_YEAR if unit == "year" else 1)
    index = day.year * _MONTHS_PER_YEAR + day.month - 1 - n_months
    year, month = index // _MONTHS_PER_YEAR, index % _MONTHS_PER_YEAR + 1
    if year < FIRST_YEAR:
        return None
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
