"""Candidates for an identity: what speaks for each, and the decision.

The weights are points that add up, like logarithms of odds: set by hand on the cases of
`tests/cases/identities`, few and round, so that an explanation can be checked by adding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Decision = Literal["match", "unsure", "new"]

MATCH_POINTS = 1.5
"""Points that the best candidate needs."""
LEAD_POINTS = 1.0
"""Points that he must be ahead of the next."""
NEW_POINTS = -1.5
"""At so few points or fewer it is somebody else of the same name."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for a candidate, or against him."""

    points: float
    why: str

    def __str__(self) -> str:
        """As an explanation shows it.

        Example:
            >>> print(Feature(-1.0, "a short name"))
            a short name -1.0
        """
        return f"{self.why} {self.points:+.1f}"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may be meant."""

    identity: str
    features: tuple[Feature, ...]

    @property
    def points(self) -> float:
        """The sum of his features."""
        return sum(feature.points for feature in self.features)


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a party is taken for, and why."""

    decision: Decision
    identity: str | None
    """Of a match; None where nobody is, and where it is somebody new."""
    candidates: tuple[Candidate, ...] = ()
    """The most points first."""


NOBODY = Resolution("unsure", None)
"""For words that name nobody in particular."""


def decide(candidates: Sequence[Candidate]) -> Resolution:
    """The decision over candidates.

    Returns:
        "match" for one who has enough points and is clear of the next; "new" where there is
        none, or where all speaks against each; "unsure" otherwise.

    Example:
        >>> decide([Candidate("person/a", (Feature(3.0, "his name in full"),))]).identity
        'person/a'
        >>> decide([]).decision
        'new'
    """
    ordered = tuple(sorted(candidates, key=lambda c: (-c.points, c.identity)))
    if not ordered or ordered[0].points <= NEW_POINTS:
        return Resolution("new", None, ordered)
    is_clear = len(ordered) == 1 or ordered[0].points - ordered[1].points >= LEAD_POINTS
    if ordered[0].points >= MATCH_POINTS and is_clear:
        return Resolution("match", ordered[0].identity, ordered)
    return Resolution("unsure", None, ordered)
