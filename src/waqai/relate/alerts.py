"""Weeks that stand out from the 4 and the 52 before them.

The rule follows ACLED's Trendfinder: over a quarter more than the norm is a large increase, a
tenth to a quarter a moderate one, and so downwards; where the norm is 2 events or fewer and the
week has 5 or fewer, the change is called limited, because of one event more or less. A week in
which the dyad's sources reported nothing at all is missing; one in which they reported other
things only counts as 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from waqai.relate.counted import CountedEvent
from waqai.relate.periods import period_label, period_start, periods_between
from waqai.relate.series import Volume

WINDOWS = (4, 52)
"""Weeks before, in which the norm is taken."""
LARGE = 0.25
MODERATE = 0.10
"""Shares of the norm."""
LOW_NORM = 2.0
"""Events a week up to which a norm is low."""
LOW_COUNT = 5
"""Events up to which a week of low norm changes little."""
KNOWN_SHARE = 0.5
"""Share of the window's weeks that must have news for a norm to be told."""
MEASURES = {"all": (1, 2, 3, 4), "cooperation": (1, 2), "conflict": (3, 4)}
"""Quad codes counted."""


@dataclass(frozen=True, slots=True)
class Alert:
    """One week against one norm."""

    week: date
    """Its Monday."""
    label: str
    measure: str
    """all, cooperation or conflict."""
    n_events: int
    window_weeks: int
    n_known_weeks: int
    """Weeks of the window in which the sources reported anything."""
    norm: float
    """Mean number of events in those weeks."""
    verdict: str

    @property
    def stands_out(self) -> bool:
        """Whether the change is large."""
        return self.verdict.startswith("large")

    @property
    def reason(self) -> str:
        """The verdict with its figures.

        Example:
            >>> week = date(2025, 3, 31), "2025-W14"
            >>> Alert(*week, "conflict", 9, 4, 4, 3.0, "large increase").reason
            'large increase: 9 conflict events, norm 3.0 over 4 of the 4 weeks before'
        """
        kind = "" if self.measure == "all" else f"{self.measure} "
        return (
            f"{self.verdict}: {self.n_events} {kind}events, norm {self.norm:.1f} over "
            f"{self.n_known_weeks} of the {self.window_weeks} weeks before"
        )


def judge_week(n_events: int, norm: float) -> str:
    """What a week is against its norm.

    Example:
        >>> judge_week(5, 2.0), judge_week(6, 2.0), judge_week(11, 10.0), judge_week(7, 10.0)
        ('limited change', 'large increase', 'moderate increase', 'large decrease')
    """
    if norm <= LOW_NORM and n_events <= LOW_COUNT:
        return "limited change"
    change = round(n_events / norm - 1, 9) if norm else float("inf")
    if abs(change) < MODERATE:
        return "little change"
    size = "large" if abs(change) > LARGE else "moderate"
    return f"{size} {'increase' if change > 0 else 'decrease'}"


def find_alerts(
    counted: Sequence[CountedEvent], volumes: Mapping[date, Volume]
) -> tuple[Alert, ...]:
    """Every week that stands out, and the last week with news whatever it is.

    Args:
        counted: asserted events in weeks (`count_events` with the unit week), both directions.
        volumes: what the dyad's sources reported, by week.

    Returns:
        By week, measure and window; empty where no week has enough weeks before it.
    """
    known = sorted(week for week, volume in volumes.items() if volume.n_reports)
    if not known:
        return ()
    counts = {
        measure: Counter(item.period for item in counted if item.event.quad_code in quads)
        for measure, quads in MEASURES.items()
    }
    found = []
    for week in periods_between(known[0], known[-1], "week"):
        if week not in volumes:
            continue
        for measure in MEASURES:
            for window in WINDOWS:
                alert = _against(week, measure, window, counts[measure], volumes)
                if alert is not None and (alert.stands_out or week == known[-1]):
                    found.append(alert)
    return tuple(found)


def _against(
    week: date, measure: str, window: int, counts: Counter[date], volumes: Mapping[date, Volume]
) -> Alert | None:
    before = [week - timedelta(weeks=n) for n in range(1, window + 1)]
    known = [day for day in before if day in volumes]
    if len(known) < window * KNOWN_SHARE:
        return None
    norm = sum(counts[day] for day in known) / len(known)
    label = period_label(period_start(week, "week"), "week")
    verdict = judge_week(counts[week], norm)
    return Alert(week, label, measure, counts[week], window, len(known), norm, verdict)
