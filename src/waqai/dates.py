"""Publication days at the precision they were given in.

In goes the string a feed, a file or a person wrote; out comes a `Published` that
keeps the string, its precision and the local days it may mean. Nothing is converted:
a timestamp with an offset keeps the day of the outlet's own clock. The clock of this
machine is never asked.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime

_PARTS = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, as precisely as its source says.

    Example:
        >>> Published.parse("2025-04").last
        datetime.date(2025, 4, 30)
        >>> Published.parse("2025-04-04T23:30:00+03:00").day
        datetime.date(2025, 4, 4)
    """

    text: str
    """The string as given."""
    precision: str
    """One of year, month, day, timestamp."""
    first: date
    """First local day it may mean."""
    last: date
    """Last local day it may mean."""

    @property
    def day(self) -> date | None:
        """The day of publication; None where only a month or a year is known."""
        return self.first if self.first == self.last else None

    @classmethod
    def parse(cls, text: str) -> Published:
        """Read a year, a month, a day or an ISO timestamp.

        Raises:
            ValueError: the string is none of these, or no such day exists.
        """
        raw = text.strip()
        whole = _PARTS.fullmatch(raw)
        if whole is None:
            moment = datetime.fromisoformat(raw)
            return cls(text, "timestamp", moment.date(), moment.date())
        year, month, day = (int(part) if part else None for part in whole.groups())
        assert year is not None
        if month is None:
            return cls(text, "year", date(year, 1, 1), date(year, 12, 31))
        if day is None:
            n_days = calendar.monthrange(year, month)[1]
            return cls(text, "month", date(year, month, 1), date(year, month, n_days))
        return cls(text, "day", date(year, month, day), date(year, month, day))
