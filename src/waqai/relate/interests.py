"""What reports say each side wants."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from waqai.relate.dyads import Dyad, Side
from waqai.relate.events import RelatedEvent, ReportedInterest


@dataclass(frozen=True, slots=True)
class SideInterest:
    """One interest, as often as it was reported."""

    side: str | None
    """Name of the side; None where the holder is on neither, or nobody is named."""
    holder: str | None
    """The holder's words."""
    text: str
    stances: tuple[str, ...]
    """Each once, in the order of the alphabet: an interest may be believed, or denied."""
    records: tuple[str, ...]


def gather_interests(events: Iterable[RelatedEvent], dyad: Dyad) -> tuple[SideInterest, ...]:
    """The interests on events in which the two sides meet, by side, then by number of records.

    Events that are left out of series keep their interests: who wants a thing that has not
    happened wants it all the same.

    Args:
        events: each once.
        dyad: the two sides.
    """
    found: dict[tuple[str | None, str | None, str], list[ReportedInterest]] = defaultdict(list)
    for event in events:
        if dyad.bearing(event) is None and not dyad.is_together(event):
            continue
        for item in event.interests:
            side: Side | None = dyad.side_of(item.party) if item.party else None
            found[side.name if side else None, item.holder, item.text].append(item)
    order = {dyad.first.name: 0, dyad.second.name: 1}
    interests = [
        SideInterest(
            side,
            holder,
            text,
            tuple(sorted({item.stance for item in items})),
            tuple(sorted({item.record for item in items})),
        )
        for (side, holder, text), items in found.items()
    ]
    return tuple(
        sorted(
            interests,
            key=lambda i: (order.get(i.side or "", 2), -len(i.records), i.text, i.holder or ""),
        )
    )
