"""Series of a dyad: sums and means per period, with the volume of the press beside them.

No news is missing, not zero: a period without a counted event has no score, and stands in the
series so that the gap is seen. Scores are ordinal at best; PLOVER's and Goldstein's are both
given, and the number of events always with them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

from waqai.relate.counted import CountedEvent
from waqai.relate.events import QUADS, RelatedEvent
from waqai.relate.periods import period_label, periods_between, place_event

DIRECTIONS = ("forward", "backward", "mutual")
"""First side on second, second on first, and both together, where an event counts once."""


@dataclass(frozen=True, slots=True)
class Volume:
    """What the sources of a dyad reported about a period, whoever acted."""

    n_events: int = 0
    n_reports: int = 0


@dataclass(frozen=True, slots=True)
class Point:
    """One period of one series; None where no counted event falls in it."""

    start: date
    label: str
    n_events: int
    weight: float
    """Sum of the weights of its events."""
    score_sum: float | None
    """Sum of weight times PLOVER score; the net cooperation of the period."""
    score_mean: float | None
    goldstein_sum: float | None
    goldstein_mean: float | None
    """Over the events that have a Goldstein score."""
    quads: tuple[float, float, float, float]
    """Weights of verbal and material cooperation, verbal and material conflict."""
    cooperation: float | None
    """Sum of weight times score over events above 0."""
    conflict: float | None
    """The same below 0, as a positive number; `score_sum` is the one less the other."""
    n_reports: int
    n_sources: int
    """Independent sources of its events, added up."""
    volume: Volume
    share: float | None
    """`weight` by the number of events in `volume`; None where that is 0."""


@dataclass(frozen=True, slots=True)
class Series:
    """One direction of a dyad, periods ascending, none left out between first and last."""

    direction: str
    unit: str
    points: tuple[Point, ...]

    @property
    def observed(self) -> tuple[Point, ...]:
        """The periods that have a counted event."""
        return tuple(point for point in self.points if point.n_events)


def take_direction(counted: Iterable[CountedEvent], direction: str) -> tuple[CountedEvent, ...]:
    """The events of one direction; mutual takes all."""
    if direction == "mutual":
        return tuple(counted)
    return tuple(item for item in counted if getattr(item.bearing, direction))


def make_series(
    counted: Sequence[CountedEvent],
    direction: str,
    unit: str,
    volumes: Mapping[date, Volume],
    span: tuple[date, date] | None = None,
) -> Series:
    """The series of one direction.

    Args:
        counted: events with their bearing, in any order.
        direction: forward, backward or mutual.
        unit: day, week or month.
        volumes: what the sources reported, by period.
        span: first and last period to show; that of `counted` where not given.
    """
    by_period: dict[date, list[CountedEvent]] = defaultdict(list)
    for item in take_direction(counted, direction):
        by_period[item.period].append(item)
    if span is None:
        if not by_period:
            return Series(direction, unit, ())
        span = min(by_period), max(by_period)
    return Series(
        direction,
        unit,
        tuple(
            _point(start, unit, by_period.get(start, []), volumes.get(start, Volume()))
            for start in periods_between(*span, unit)
        ),
    )


def press_volume(
    events: Iterable[RelatedEvent], outlets: frozenset[str], unit: str
) -> dict[date, Volume]:
    """What some outlets reported about each period, whoever acted and whatever its marks.

    Args:
        events: all events known, each once.
        outlets: those that report the dyad. An event without a named outlet is counted as well,
            since it may be theirs.
        unit: day, week or month.

    Returns:
        Volumes by period; an event that fits no period is in none.
    """
    n_events: dict[date, int] = defaultdict(int)
    n_reports: dict[date, int] = defaultdict(int)
    for event in events:
        start, _ = place_event(event, unit)
        if start is not None and (not event.outlets or outlets & set(event.outlets)):
            n_events[start] += 1
            n_reports[start] += event.n_reports
    return {start: Volume(n_events[start], n_reports[start]) for start in sorted(n_events)}


def _point(start: date, unit: str, items: Sequence[CountedEvent], volume: Volume) -> Point:
    weight = fsum(item.bearing.weight for item in items)
    scored = [(item.bearing.weight, item.event.event_scale) for item in items]
    graded = [
        (item.bearing.weight, item.event.goldstein)
        for item in items
        if item.event.goldstein is not None
    ]
    return Point(
        start=start,
        label=period_label(start, unit),
        n_events=len(items),
        weight=weight,
        score_sum=_sum(scored),
        score_mean=_mean(scored),
        goldstein_sum=_sum(graded),
        goldstein_mean=_mean(graded),
        quads=_quads(items),
        cooperation=_sum([(w, max(score, 0.0)) for w, score in scored]),
        conflict=_sum([(w, max(-score, 0.0)) for w, score in scored]),
        n_reports=sum(item.event.n_reports for item in items),
        n_sources=sum(item.event.n_sources for item in items),
        volume=volume,
        share=weight / volume.n_events if volume.n_events else None,
    )


def _quads(items: Iterable[CountedEvent]) -> tuple[float, float, float, float]:
    sums = dict.fromkeys(QUADS, 0.0)
    for item in items:
        sums[item.event.quad_code] += item.bearing.weight
    return sums[1], sums[2], sums[3], sums[4]


def _sum(weighted: Sequence[tuple[float, float]]) -> float | None:
    return fsum(w * value for w, value in weighted) if weighted else None


def _mean(weighted: Sequence[tuple[float, float]]) -> float | None:
    if not weighted:
        return None
    return fsum(w * value for w, value in weighted) / fsum(w for w, _ in weighted)
