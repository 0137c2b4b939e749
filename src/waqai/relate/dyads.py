"""The two sides of a relation, and how an event bears on them.

A side is a country (or an international code) or one identity. An event bears on a dyad where
one side acts on the other; in a symmetric event all parties act on one another.
"""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass

from waqai.errors import RelationError
from waqai.relate.events import Party, RelatedEvent

LEVELS = ("code", "identity")
_CODE = re.compile(r"[A-Z]{3}")
_IDENTITY = re.compile(r"[a-z-]+/[A-Za-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Side:
    """A country or an identity.

    Example:
        >>> Side.parse("LBY").covers(Party("LBY", "person/khalifa-haftar"))
        True
        >>> Side.parse("state/LBY").covers(Party("LBY", "person/khalifa-haftar"))
        False
    """

    level: str
    """code or identity."""
    name: str

    @classmethod
    def parse(cls, text: str, level: str | None = None) -> Side:
        """Read a code such as LBY, or an identity such as person/khalifa-haftar.

        Args:
            text: the name as given.
            level: what to read it as; None where its form tells. As an identity, a code of a
                country is its state (`state/LBY`).

        Raises:
            RelationError: the text is neither, or not what `level` asks for.
        """
        if level == "identity" and _CODE.fullmatch(text):
            return cls("identity", f"state/{text}")
        if level != "identity" and _CODE.fullmatch(text):
            return cls("code", text)
        if level != "code" and _IDENTITY.fullmatch(text):
            return cls("identity", text)
        wanted = {
            "code": "a code of three capitals",
            "identity": "an identity",
            None: "a code or an identity",
        }[level]
        hint = "name a side as LBY, or as person/khalifa-haftar"
        raise RelationError(f"side {text!r}, expected {wanted}", hint=hint)

    def covers(self, party: Party) -> bool:
        """Whether a party is this side or belongs to it."""
        return self.name == (party.code if self.level == "code" else party.identity)


@dataclass(frozen=True, slots=True)
class Bearing:
    """How one event bears on a dyad."""

    forward: bool
    """The first side acts on the second."""
    backward: bool
    """The second side acts on the first."""
    weight: float
    """1/(n-1) for a symmetric event of n parties, else 1."""


@dataclass(frozen=True, slots=True)
class Dyad:
    """Two sides, in the order in which the relation is told."""

    first: Side
    second: Side

    @classmethod
    def parse(cls, first: str, second: str, level: str | None = None) -> Dyad:
        """Read two sides.

        Raises:
            RelationError: a side cannot be read, or both are the same.

        Example:
            >>> Dyad.parse("LBY", "TUR").second
            Side(level='code', name='TUR')
        """
        sides = Side.parse(first, level), Side.parse(second, level)
        if sides[0] == sides[1]:
            hint = "name two sides; within one country, name identities"
            raise RelationError(f"both sides are {first}", hint=hint)
        return cls(*sides)

    @property
    def level(self) -> str:
        """identity where one of the sides is an identity, else code."""
        return "identity" if "identity" in (self.first.level, self.second.level) else "code"

    def side_of(self, party: Party) -> Side | None:
        """The side that a party stands on; an identity goes before its country."""
        for side in sorted((self.first, self.second), key=lambda side: side.level != "identity"):
            if side.covers(party):
                return side
        return None

    def bearing(self, event: RelatedEvent) -> Bearing | None:
        """How an event bears on the dyad; None where the two sides do not meet in it.

        Example:
            >>> from waqai.relate.events import RelatedEvent
            >>> parties = tuple(Party(code) for code in ("LBY", "TUR", "ITA"))
            >>> talks = RelatedEvent("e", "CONSULT", 1, 2.5, "asserted", None, None, "day",
            ...     parties[:1], parties[1:], symmetric=True)
            >>> Dyad.parse("LBY", "TUR").bearing(talks)
            Bearing(forward=True, backward=True, weight=0.5)
        """
        actors = {self.side_of(party) for party in event.actor}
        recipients = {self.side_of(party) for party in event.recipient}
        if event.symmetric:
            if not {self.first, self.second} <= actors | recipients:
                return None
            return Bearing(True, True, 1 / (len(self.participants(event)) - 1))
        forward = self.first in actors and self.second in recipients
        backward = self.second in actors and self.first in recipients
        return Bearing(forward, backward, 1.0) if forward or backward else None

    def is_together(self, event: RelatedEvent) -> bool:
        """Whether both sides are in an event in which neither acts on the other."""
        sides = {self.side_of(party) for party in event.parties}
        return {self.first, self.second} <= sides and self.bearing(event) is None

    def participants(self, event: RelatedEvent) -> frozenset[Hashable]:
        """Who takes part, each once: the two sides, then others as finely as the dyad is.

        Whoever has neither code nor identity takes part all the same, as one of his own.
        """
        return frozenset(
            self.side_of(party) or party_name(party, self.level) or ("unknown", index)
            for index, party in enumerate(event.parties)
        )


def party_name(party: Party, level: str) -> str | None:
    """What a party is called at a level; None where it is not known.

    Example:
        >>> party_name(Party("LBY", "person/khalifa-haftar"), "code")
        'LBY'
        >>> party_name(Party("LBY"), "identity")
        'LBY'
    """
    return party.code if level == "code" else party.identity or party.code
