"""The events that move a relation across a change.

A level is a weighted mean, so a change is a sum over events: each event after it adds its
distance from the old level, each event before it took away its distance from the new one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import fsum

from waqai.relate.counted import CountedEvent
from waqai.relate.sample import event_weights


@dataclass(frozen=True, slots=True)
class Driver:
    """An event and its part in a change."""

    item: CountedEvent
    part: float
    """In PLOVER scores; the parts of all events on one side add up to the size of the change."""


def drivers_after(counted: Sequence[CountedEvent], level_before: float) -> tuple[Driver, ...]:
    """The events of the new level, those that made the change largest first.

    Args:
        counted: events of the new level.
        level_before: the old level, in PLOVER scores.

    Returns:
        Every event, so that a reader may check the sum; an event of negative use stands last.

    Example:
        >>> from waqai.relate.dyads import Bearing
        >>> from waqai.relate.events import RelatedEvent
        >>> from datetime import date
        >>> def item(name, score, day):
        ...     event = RelatedEvent(name, "X", 1, score, "asserted", None, None, "day", (), ())
        ...     return CountedEvent(event, date(2025, 4, day), Bearing(True, False, 1.0))
        >>> drivers = drivers_after([item("a", 2, 1), item("b", 4, 2)], -3)
        >>> [(driver.item.event.id, driver.part) for driver in drivers]
        [('b', 3.5), ('a', 2.5)]
    """
    return _ranked(counted, lambda score: score - level_before)


def drivers_before(counted: Sequence[CountedEvent], level_after: float) -> tuple[Driver, ...]:
    """The events of the old level, those that the change left farthest behind first."""
    return _ranked(counted, lambda score: level_after - score)


def _ranked(
    counted: Sequence[CountedEvent], distance: Callable[[float], float]
) -> tuple[Driver, ...]:
    weights = event_weights(counted)
    total = fsum(weights)
    parts = [
        Driver(item, weight * distance(item.event.event_scale) / total)
        for weight, item in zip(weights, counted, strict=True)
    ]
    sign = 1 if fsum(driver.part for driver in parts) >= 0 else -1
    return tuple(sorted(parts, key=lambda d: (-sign * d.part, d.item.period, d.item.event.id)))
