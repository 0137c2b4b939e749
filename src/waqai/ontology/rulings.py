"""Rulings that settle a type from its marks, where the manual contradicts itself.

The rulings that are only facts of the tables (ACCUSE's score, SANCTION's quad, where CAMEO
20 leads) stand in the data and are listed with these in `docs/ontology.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

COMING_TO_AGREE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
"""Ruling future-cooperation-is-agree: to come is to have agreed to."""
COMING_TO_CONCEDE = frozenset({"RETREAT"})
"""Ruling announced-retreat-is-concede: what is only announced is a verbal concession."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A type after the rulings."""

    event: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    rule: str | None
    """The ruling that changed it; None where none did."""


def settle(
    event: str,
    *,
    modes: Sequence[str] = (),
    contexts: Sequence[str] = (),
    future: bool = False,
) -> Settled:
    """The type of an act, given whether it is still to come.

    Example:
        >>> settle("CONSULT", modes=("visit",), future=True).event
        'AGREE'
        >>> settle("ASSAULT", modes=("aerial",), future=True).event
        'ASSAULT'
    """
    if future and event in COMING_TO_AGREE:
        return Settled("AGREE", (), tuple(contexts), "future-cooperation-is-agree")
    if future and event in COMING_TO_CONCEDE:
        return Settled("CONCEDE", (), tuple(contexts), "announced-retreat-is-concede")
    return Settled(event, tuple(modes), tuple(contexts), None)
