"""A time expression: the words that name a time, and the days they name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

Days = tuple[date, date]
"""First and last day."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words [first, last) that name a time, and the days they name."""

    first: int
    last: int
    days: Days | None
    """First and last day, or None where it cannot be resolved."""
    ahead: Days | None
    """The days it names when the act lies ahead ("الجمعة" of a coming visit)."""
    granularity: str
    """day, week, month, quarter or year."""
    type: str
    """exact, approximate, range or unresolved."""
    is_since: bool = False
    """ "منذ 2011": from then up to publication."""
    is_limit: bool = False
    """ "قبل الأحد", "بعد يومين من الهجوم": it bounds an act and dates none."""
    is_name: bool = False
    """ "كتيبة 17 فبراير": the words belong to a name."""


def exact(first: int, last: int, day: date | None) -> TimeExpression | None:
    """An expression for one day; None where there is no such day."""
    if day is None:
        return None
    return TimeExpression(first, last, (day, day), (day, day), "day", "exact")


def unresolved(first: int, last: int, granularity: str) -> TimeExpression:
    """An expression that names no days anybody could work out."""
    return TimeExpression(first, last, None, None, granularity, "unresolved")
