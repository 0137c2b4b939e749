"""Days, weeks and months, and which of them an event falls in.

A week begins on Monday and is named as ISO 8601 names it. An event is never put on a day that
its reports do not give: what is known to the month only is counted in months and left out of
weeks and days.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from waqai.relate.events import RelatedEvent

UNITS = ("day", "week", "month")
UNDATED = "no date"
RANGE = "day not settled within one {unit}"
COARSE = "dated to the {granularity} only"


def period_start(day: date, unit: str) -> date:
    """The first day of the period that a day falls in.

    Example:
        >>> period_start(date(2025, 4, 4), "week")
        datetime.date(2025, 3, 31)
    """
    if unit == "week":
        return day - timedelta(days=day.weekday())
    return day.replace(day=1) if unit == "month" else day


def next_period(start: date, unit: str) -> date:
    """The first day of the period after the one that begins on `start`."""
    n_days = {"day": 1, "week": 7, "month": 31}[unit]
    return period_start(start + timedelta(days=n_days), unit)


def previous_period(start: date, unit: str) -> date:
    """The first day of the period before the one that begins on `start`."""
    return period_start(start - timedelta(days=1), unit)


def periods_between(first: date, last: date, unit: str) -> Iterator[date]:
    """The first days of all periods from one to another, both included."""
    start = first
    while start <= last:
        yield start
        start = next_period(start, unit)


def period_label(start: date, unit: str) -> str:
    """How a period is written: 2025-04-04, 2025-W14 or 2025-04.

    Example:
        >>> period_label(date(2024, 12, 30), "week")
        '2025-W01'
    """
    if unit == "week":
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02}"
    return start.isoformat()[: 7 if unit == "month" else 10]


def place_event(event: RelatedEvent, unit: str) -> tuple[date | None, str]:
    """The first day of the period that an event counts in, or None and the reason.

    An event of several days counts on its first. One that is known less finely than to the day,
    or that happened at some time within a range, counts where all its days fall in one period.

    Example:
        >>> event = RelatedEvent("e", "CONSULT", 1, 2.5, "asserted", date(2025, 4, 1),
        ...     date(2025, 4, 30), "month", (), ())
        >>> place_event(event, "month")
        (datetime.date(2025, 4, 1), '')
        >>> place_event(event, "week")
        (None, 'dated to the month only')
    """
    if event.first is None or event.last is None:
        return None, UNDATED
    start = period_start(event.first, unit)
    is_settled = event.granularity == "day" and not event.is_range
    if is_settled or period_start(event.last, unit) == start:
        return start, ""
    if event.granularity == "day":
        return None, RANGE.format(unit=unit)
    return None, COARSE.format(granularity=event.granularity)
