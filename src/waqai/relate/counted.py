"""Which events count in a relation, with what weight, and why the others do not.

Counted is what happened as far as the reports say: not what was negated, imagined, expected,
believed or denied. What is only claimed makes a series of its own. A coming act is no act,
except where the coming is the act: to agree, concede, request or threaten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from waqai.relate.dyads import Bearing, Dyad
from waqai.relate.events import RelatedEvent
from waqai.relate.periods import place_event

SPEAKS_OF_THE_FUTURE = frozenset({"AGREE", "CONCEDE", "REQUEST", "THREATEN"})
"""Types that are done today about tomorrow."""
NOT_HAPPENED = ("expected", "believed", "denied")
"""Stances that keep an event out."""
TOGETHER = "both on one side"


@dataclass(frozen=True, slots=True)
class CountedEvent:
    """An event in its period, with its bearing on the dyad."""

    event: RelatedEvent
    period: date
    """First day of the period."""
    bearing: Bearing


@dataclass(frozen=True, slots=True)
class Counting:
    """What became of the events that bear on a dyad.

    Every one of them is in one of the three, so that they add up to `n_bearing`.
    """

    asserted: tuple[CountedEvent, ...]
    """By period, then by id."""
    claimed: tuple[CountedEvent, ...]
    left_out: Mapping[str, int]
    """Number of events by reason, reasons in the order of the alphabet."""
    n_given: int
    """All events given, each once."""
    n_repeated: int
    """Events given again under an id that had been given."""

    @property
    def n_bearing(self) -> int:
        """Events in which the two sides meet."""
        return len(self.asserted) + len(self.claimed) + sum(self.left_out.values())


def why_not_counted(event: RelatedEvent) -> str | None:
    """The reason why an event counts in no series; None where it counts.

    Example:
        >>> from waqai.relate.events import RelatedEvent
        >>> def coming(kind, quad):
        ...     return RelatedEvent("e", kind, quad, 0, "asserted", None, None, "day", (), (),
        ...                         aux=("future",))
        >>> why_not_counted(coming("MOBILIZE", 4)), why_not_counted(coming("THREATEN", 3))
        ('future', None)
    """
    for mark in ("negation", "hypothetical"):
        if mark in event.aux:
            return mark
    if event.stance in NOT_HAPPENED:
        return event.stance
    if "future" in event.aux and event.event not in SPEAKS_OF_THE_FUTURE:
        return "future"
    return None


def distinct(events: Iterable[RelatedEvent]) -> tuple[tuple[RelatedEvent, ...], int]:
    """Each event once, by id, and the number of those given again.

    Where two events of one id differ, the first by their content stays, so that the order in
    which they are given changes nothing.
    """
    by_id: dict[str, RelatedEvent] = {}
    n_events = 0
    for n_events, event in enumerate(events, 1):  # noqa: B007
        known = by_id.get(event.id)
        if known is None or repr(event) < repr(known):
            by_id[event.id] = event
    return tuple(by_id[id_] for id_ in sorted(by_id)), n_events - len(by_id)


def count_events(events: Iterable[RelatedEvent], dyad: Dyad, unit: str) -> Counting:
    """Sort events into those asserted, those claimed and those left out.

    Args:
        events: of any parties, in any order.
        dyad: the two sides.
        unit: day, week or month.

    Returns:
        A counting; events that do not bear on the dyad are in `n_given` alone.
    """
    given, n_repeated = distinct(events)
    kept: dict[bool, list[CountedEvent]] = {True: [], False: []}
    left_out: Counter[str] = Counter()
    for event in given:
        bearing = dyad.bearing(event)
        if bearing is None:
            left_out[TOGETHER] += dyad.is_together(event)
            continue
        reason = why_not_counted(event)
        period, why_not_placed = place_event(event, unit)
        if reason is not None:
            left_out[reason] += 1
        elif period is None:
            left_out[why_not_placed] += 1
        else:
            kept[event.stance == "claimed"].append(CountedEvent(event, period, bearing))
    return Counting(
        asserted=_in_order(kept[False]),
        claimed=_in_order(kept[True]),
        left_out={reason: left_out[reason] for reason in sorted(left_out) if left_out[reason]},
        n_given=len(given),
        n_repeated=n_repeated,
    )


def _in_order(counted: Iterable[CountedEvent]) -> tuple[CountedEvent, ...]:
    return tuple(sorted(counted, key=lambda item: (item.period, item.event.id)))
