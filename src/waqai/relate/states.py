"""The state of a relation between two changes: hostile, cool, mixed or cooperative.

In this order: hostile is a level at or below -3, PLOVER's score of ACCUSE, so that on average
there is blame or worse; cooperative is one at or above 2.5, the score of CONSULT and AGREE, so
that on average they meet; mixed has a quarter of the weight or more on either side of 0; cool is
the rest, words and contacts of little weight.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import fsum

from waqai.relate.counted import CountedEvent
from waqai.relate.events import QUADS
from waqai.relate.sample import event_weights

HOSTILE_TO = -3.0
"""Highest level of a hostile state, in PLOVER scores."""
COOPERATIVE_FROM = 2.5
"""Lowest level of a cooperative state, in PLOVER scores."""
MIXED_SHARE = 0.25
"""Share of the weight that the lesser side of 0 needs in a mixed state."""
N_EVIDENCE = 3
"""Events shown for a state."""


@dataclass(frozen=True, slots=True)
class State:
    """What held from one change to the next."""

    name: str
    first: date
    """First day of its first observed period."""
    last: date
    """First day of its last observed period."""
    level: float
    """Weighted mean of PLOVER scores."""
    n_events: int
    n_periods: int
    """Observed periods."""
    n_sources: int
    share_cooperation: float
    """Share of the weight above 0."""
    share_conflict: float
    """Share of the weight below 0."""
    shares_by_quad: tuple[float, float, float, float]
    evidence: tuple[CountedEvent, ...]
    """The events that show it best: the coldest of a hostile state, the warmest of a
    cooperative one, those nearest to the level of another."""


def name_state(level: float, share_cooperation: float, share_conflict: float) -> str:
    """The name of a state.

    Example:
        >>> name_state(-4.0, 0.3, 0.7), name_state(0.5, 0.5, 0.5), name_state(0.5, 0.9, 0.1)
        ('hostile', 'mixed', 'cool')
    """
    if level <= HOSTILE_TO:
        return "hostile"
    if level >= COOPERATIVE_FROM:
        return "cooperative"
    return "mixed" if min(share_cooperation, share_conflict) >= MIXED_SHARE else "cool"


def describe_state(counted: Sequence[CountedEvent]) -> State:
    """The state that events of one level make.

    Args:
        counted: one event at least, by period.
    """
    weighted = list(zip(event_weights(counted), counted, strict=True))
    total = fsum(weight for weight, _ in weighted)

    def share(parts: Sequence[float]) -> float:
        return fsum(parts) / total

    level = share([weight * item.event.event_scale for weight, item in weighted])
    above = share([weight for weight, item in weighted if item.event.event_scale > 0])
    below = share([weight for weight, item in weighted if item.event.event_scale < 0])
    one, two, three, four = (
        share([weight for weight, item in weighted if item.event.quad_code == quad])
        for quad in QUADS
    )
    name = name_state(level, above, below)
    return State(
        name=name,
        first=min(item.period for item in counted),
        last=max(item.period for item in counted),
        level=level,
        n_events=len(counted),
        n_periods=len({item.period for item in counted}),
        n_sources=sum(item.event.n_sources for item in counted),
        share_cooperation=above,
        share_conflict=below,
        shares_by_quad=(one, two, three, four),
        evidence=_evidence(counted, name, level),
    )


def name_change(before: State, after: State) -> str:
    """What a change is called: thaw and break change the state, rise and fall only its level.

    Example:
        >>> from waqai.relate.dyads import Bearing
        >>> from waqai.relate.events import RelatedEvent
        >>> def state(score):
        ...     event = RelatedEvent("e", "X", 1, score, "asserted", None, None, "day", (), ())
        ...     item = CountedEvent(event, date(2025, 4, 1), Bearing(True, False, 1.0))
        ...     return describe_state([item])
        >>> name_change(state(-7), state(4)), name_change(state(-5), state(-9))
        ('thaw', 'fall')
    """
    warmer = after.level > before.level
    if before.name == after.name:
        return "rise" if warmer else "fall"
    return "thaw" if warmer else "break"


def _evidence(counted: Sequence[CountedEvent], name: str, level: float) -> tuple[CountedEvent, ...]:
    """The events that show a state best; of equals those with more sources, then the first."""
    aim = {"hostile": -10.0, "cooperative": 10.0}.get(name, level)

    def rank(item: CountedEvent) -> tuple[float, int, date, str]:
        distance = abs(item.event.event_scale - aim)
        return distance, -item.event.n_sources, item.period, item.event.id

    return tuple(sorted(counted, key=rank)[:N_EVIDENCE])
