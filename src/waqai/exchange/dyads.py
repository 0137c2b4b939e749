"""A record as the dyads of ICEWS and GDELT, whose rows have one source and one target.

Every actor is paired with every recipient, in their order; a side that is empty gives pairs
with nobody on it. What is counted in those data sets are rows: a record of two actors and
two recipients is four of them, whose ids tell that they are one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from waqai.exchange.contract import EntityFields, RecordFields
from waqai.exchange.tally import NO_DATE, why_not_counted


@dataclass(frozen=True, slots=True)
class Dyad:
    """One actor of a record and one recipient."""

    record: RecordFields
    actor: EntityFields | None
    recipient: EntityFields | None
    number: int | None
    """From 1; None where the record has one dyad only."""

    @property
    def id(self) -> str:
        """The record's id, with the number where it has several dyads.

        Example:
            >>> Dyad({"id": "ab"}, None, None, 2).id
            'ab.2'
        """
        return self.record["id"] if self.number is None else f"{self.record['id']}.{self.number}"


def pair_parties(record: RecordFields) -> Iterator[Dyad]:
    """The dyads of a record, actors first; one of nobody and nobody where it has no parties."""
    actors: list[EntityFields | None] = [*record["actor"]] or [None]
    recipients: list[EntityFields | None] = [*record["recipient"]] or [None]
    pairs = [(actor, recipient) for actor in actors for recipient in recipients]
    for number, (actor, recipient) in enumerate(pairs, start=1):
        yield Dyad(record, actor, recipient, number if len(pairs) > 1 else None)


def why_no_dyad(record: RecordFields) -> str | None:
    """Why a record has no row in a table of dyads in CAMEO; None where it has."""
    if record["date"] is None:
        return NO_DATE
    if record["cameo"] is None:
        return "no CAMEO code"
    return why_not_counted(record)
