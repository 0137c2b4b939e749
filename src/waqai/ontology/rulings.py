"""Rulings that settle a type from its marks.

Those that are facts of the tables, and those that the lexicon and the coder carry out, stand
with these in `data/rulings.yaml`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

FUTURE_COOPERATION = "future-cooperation-is-agree"
ANNOUNCED_RETREAT = "announced-retreat-is-concede"

COMING_TO_AGREE: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "CONSULT": ("036", {}),
    "SUPPORT": ("032", {}),
    "COOPERATE": (
        "031", {"economic": "0311", "military": "0312", "legal": "0313", "intelligence": "0314"}
    ),
    "AID": (
        "033",
        {"economic": "0331", "military": "0332", "human_security": "0333", "peacekeeping": "0334"},
    ),
}  # fmt: skip
"""What is AGREE while it is to come: its CAMEO code, and the finer ones by context."""
COMING_TO_CONCEDE: Mapping[str, str] = {
    "ceasefire": "0871",
    "release": "0353",
    "access": "0355",
    "withdraw": "0356",
    "disarm": "0356",
}
"""CAMEO code of a RETREAT that is only announced, by its mode; 035 elsewhere."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A type after the rulings."""

    event: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    rule: str | None
    """The ruling that changed it; None where none did."""
    cameo: str | None = None
    """The CAMEO code that the ruling decides; None where no ruling changed the type."""


def settle(
    event: str,
    *,
    modes: Sequence[str] = (),
    contexts: Sequence[str] = (),
    future: bool = False,
) -> Settled:
    """The type of an act, given whether it is still to come.

    A type that changes loses its modes, which are the old type's, and gains the CAMEO code
    that says what is to come.

    Example:
        >>> settled = settle("CONSULT", modes=("visit",), future=True)
        >>> settled.event, settled.modes, settled.cameo
        ('AGREE', (), '036')
        >>> settle("RETREAT", modes=("ceasefire",), future=True).event
        'CONCEDE'
        >>> settle("ASSAULT", modes=("aerial",), future=True).event
        'ASSAULT'
    """
    if future and event in COMING_TO_AGREE:
        plain, finer = COMING_TO_AGREE[event]
        found = {finer[context] for context in contexts if context in finer}
        cameo = found.pop() if len(found) == 1 else plain
        return Settled("AGREE", (), tuple(contexts), FUTURE_COOPERATION, cameo)
    if future and event == "RETREAT":
        codes = (COMING_TO_CONCEDE[mode] for mode in modes if mode in COMING_TO_CONCEDE)
        return Settled("CONCEDE", (), tuple(contexts), ANNOUNCED_RETREAT, next(codes, "035"))
    return Settled(event, tuple(modes), tuple(contexts), None)
