"""One relation, whole: series, changes, states, drivers, interests, alerts, networks.

`relate` knows the order; each step stands in a module of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from waqai.errors import RelationError
from waqai.relate.alerts import Alert, find_alerts
from waqai.relate.change import Breaks, find_breaks
from waqai.relate.counted import CountedEvent, Counting, count_events, distinct
from waqai.relate.drivers import Driver, drivers_after, drivers_before
from waqai.relate.dyads import Dyad
from waqai.relate.events import RelatedEvent
from waqai.relate.interests import SideInterest, gather_interests
from waqai.relate.networks import Network, signed_networks
from waqai.relate.periods import UNITS, next_period, periods_between
from waqai.relate.sample import make_sample
from waqai.relate.series import (
    DIRECTIONS,
    Series,
    Volume,
    make_series,
    press_volume,
    take_direction,
)
from waqai.relate.states import State, describe_state, name_change


@dataclass(frozen=True, slots=True)
class Change:
    """A change of level, with its interval and the events behind it."""

    kind: str
    """thaw or break where the state changes, rise or fall where only its level does."""
    last_before: date
    """First day of the last observed period of the old level."""
    first_after: date
    """First day of the first observed period of the new level."""
    earliest: date
    latest: date
    """First days of the periods between which, by the interval, the new level began."""
    before: State
    after: State
    gain: float
    """Weighted squares of scores that the change explains."""
    drivers_after: tuple[Driver, ...]
    drivers_before: tuple[Driver, ...]

    @property
    def size(self) -> float:
        """New level less old, in PLOVER scores."""
        return self.after.level - self.before.level


@dataclass(frozen=True, slots=True)
class Course:
    """One direction of a relation over time."""

    series: Series
    claimed: Series
    """Of events that are only claimed; nothing is searched in it."""
    states: tuple[State, ...]
    changes: tuple[Change, ...]
    penalty: float | None
    """What a change had to explain; None where there was too little to look for one."""
    n_shuffles: int


@dataclass(frozen=True, slots=True)
class Relation:
    """A dyad over time."""

    dyad: Dyad
    unit: str
    counting: Counting
    courses: Mapping[str, Course]
    """forward, backward and mutual."""
    outlets: tuple[str, ...]
    """Those that report the dyad."""
    interests: tuple[SideInterest, ...]
    alerts: tuple[Alert, ...]
    networks: tuple[Network, ...]


def relate(events: Iterable[RelatedEvent], dyad: Dyad, unit: str = "month") -> Relation:
    """The relation of two sides.

    Args:
        events: of any parties, in any order; those of others give the volume of the press and
            the networks.
        dyad: the two sides.
        unit: day, week or month.

    Raises:
        RelationError: the unit is none of these.
    """
    if unit not in UNITS:
        raise RelationError(f"unit {unit!r}, expected one of {UNITS}")
    given, n_repeated = distinct(events)
    counting = count_events(given, dyad, unit)
    counted = (*counting.asserted, *counting.claimed)
    outlets = frozenset(name for item in counted for name in item.event.outlets)
    volumes = press_volume(given, outlets, unit)
    weekly = count_events(given, dyad, "week")
    return Relation(
        dyad=dyad,
        unit=unit,
        counting=Counting(
            counting.asserted, counting.claimed, counting.left_out, len(given), n_repeated
        ),
        courses={name: _course(counting, name, unit, volumes) for name in DIRECTIONS},
        outlets=tuple(sorted(outlets)),
        interests=gather_interests(given, dyad),
        alerts=find_alerts(weekly.asserted, press_volume(given, outlets, "week")),
        networks=signed_networks(given, unit, dyad.level),
    )


def _course(
    counting: Counting, direction: str, unit: str, volumes: Mapping[date, Volume]
) -> Course:
    asserted = take_direction(counting.asserted, direction)
    periods = [item.period for item in counting.asserted]
    span = (min(periods), max(periods)) if periods else None
    breaks, segments = _segments(asserted, unit)
    states = tuple(describe_state(segment) for segment in segments)
    return Course(
        series=make_series(counting.asserted, direction, unit, volumes, span),
        claimed=make_series(counting.claimed, direction, unit, volumes),
        states=states,
        changes=_changes(breaks, segments, states, unit),
        penalty=breaks.penalty,
        n_shuffles=breaks.n_shuffles,
    )


def _segments(
    counted: Sequence[CountedEvent], unit: str
) -> tuple[Breaks, list[tuple[CountedEvent, ...]]]:
    """The changes of level, and the events between them."""
    if not counted:
        return Breaks((), None, 0), []
    observed = sorted({item.period for item in counted})
    calendar = periods_between(observed[0], observed[-1], unit)
    numbers: dict[object, int] = {start: number for number, start in enumerate(calendar)}
    breaks = find_breaks(make_sample(counted, numbers))
    edges = (0, *breaks.edges, len(observed))
    spans = [set(observed[begin:end]) for begin, end in pairwise(edges)]
    return breaks, [tuple(item for item in counted if item.period in span) for span in spans]


def _changes(
    breaks: Breaks,
    segments: Sequence[tuple[CountedEvent, ...]],
    states: Sequence[State],
    unit: str,
) -> tuple[Change, ...]:
    observed = sorted({item.period for segment in segments for item in segment})
    return tuple(
        Change(
            kind=name_change(before, after),
            last_before=observed[found.index - 1],
            first_after=observed[found.index],
            earliest=next_period(observed[found.earliest - 1], unit),
            latest=observed[found.latest],
            before=before,
            after=after,
            gain=found.gain,
            drivers_after=drivers_after(segments[at + 1], before.level),
            drivers_before=drivers_before(segments[at], after.level),
        )
        for at, (found, before, after) in enumerate(
            zip(breaks.found, states, states[1:], strict=False)
        )
    )
