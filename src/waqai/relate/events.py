"""Events as relations read them, and how a record becomes one.

Merging makes one `RelatedEvent` from the records of an event. `from_record` makes one from a
single record, so that relations can be drawn from a file of records: every report then counts
as an event of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from waqai.errors import RelationError
from waqai.model import MARKS, STANCES
from waqai.outcome import Quarantined

GRANULARITIES = ("day", "week", "month", "quarter", "year")
"""From fine to coarse."""
QUADS = (1, 2, 3, 4)
"""Verbal cooperation, material cooperation, verbal conflict, material conflict."""


@dataclass(frozen=True, slots=True)
class Party:
    """One of those who act or are acted on."""

    code: str | None
    """Country, KOS or an international code of PLOVER; None where it is not known."""
    identity: str | None = None
    """Such as person/khalifa-haftar."""
    sector: str | None = None


@dataclass(frozen=True, slots=True)
class ReportedInterest:
    """What a report says somebody wants."""

    text: str
    record: str
    """Id of the record it is kept on."""
    holder: str | None = None
    """The holder's words; None where the text names nobody."""
    party: Party | None = None
    """The holder among the parties of the event; None where he is none of them."""
    stance: str = "asserted"


@dataclass(frozen=True, slots=True)
class RelatedEvent:
    """One event, with all that series, changes and networks need of it."""

    id: str
    event: str
    """PLOVER type."""
    quad_code: int
    event_scale: float
    """PLOVER score, -10 to 10."""
    stance: str
    first: date | None
    """First day; None where background has no date."""
    last: date | None
    granularity: str
    """How finely it is dated: day, week, month, quarter or year."""
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    symmetric: bool = False
    """All of them act."""
    is_range: bool = False
    """It happened at some time between the two days, and not from the first to the last."""
    is_approximate: bool = False
    """The day of publication stands in for a day that the text does not give."""
    modes: tuple[str, ...] = ()
    aux: tuple[str, ...] = ()
    goldstein: float | None = None
    n_reports: int = 1
    n_outlets: int = 1
    n_sources: int = 1
    """Independent sources, as `docs/relations.md` defines them."""
    outlets: tuple[str, ...] = ()
    interests: tuple[ReportedInterest, ...] = ()
    records: tuple[str, ...] = ()
    """Ids of the records it was made from."""
    trigger: str = ""
    sentence: str = ""
    """The sentence of one of its reports, as evidence."""

    def __post_init__(self) -> None:
        """Refuse an event that could not be counted."""
        checks = (
            (self.quad_code in QUADS, f"quad code {self.quad_code!r}, expected 1 to 4"),
            (self.stance in STANCES, f"stance {self.stance!r}, expected one of {STANCES}"),
            (
                all(mark in MARKS for mark in self.aux),
                f"marks {self.aux!r}, expected some of {MARKS}",
            ),
            (
                self.granularity in GRANULARITIES,
                f"granularity {self.granularity!r}, expected one of {GRANULARITIES}",
            ),
            (-10 <= self.event_scale <= 10, f"score {self.event_scale!r}, expected -10 to 10"),
            ((self.first is None) == (self.last is None), "one of first and last day is missing"),
            (
                self.first is None or self.last is None or self.first <= self.last,
                f"the first day {self.first} comes after the last {self.last}",
            ),
        )
        for holds, fault in checks:
            if not holds:
                raise RelationError(fault, where=self.id)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Actor and recipient sides together."""
        return (*self.actor, *self.recipient)


def from_record(row: Mapping[str, Any]) -> RelatedEvent:
    """The event that one record reports.

    Args:
        row: a record as `docs/record.md` describes it.

    Raises:
        RelationError: a key is missing, or holds what no record holds.

    Example:
        >>> row = {
        ...     "id": "r1", "date": "2025-04-04", "enddate": "2025-04-04", "event": ["CONSULT"],
        ...     "date_info": {"granularity": "day", "type": "exact", "basis": "text"},
        ...     "mode": ["visit"], "aux": [], "stance": "asserted", "symmetric": False,
        ...     "actor": [{"code": "LBY", "sector": "MIL", "identity": "person/saddam-haftar"}],
        ...     "recipient": [{"code": "TUR", "sector": "MIL", "identity": None}],
        ...     "quad_code": 1, "event_scale": 4.0, "goldstein": 1.9, "interests": [],
        ...     "event_text": [{"text": "زار"}], "text": "زار صدام حفتر أنقرة.",
        ...     "cite_info": {"publication": "صحيفة المثال"},
        ... }
        >>> event = from_record(row)
        >>> event.first, event.recipient
        (datetime.date(2025, 4, 4), (Party(code='TUR', identity=None, sector='MIL'),))
    """
    where = str(row.get("id", ""))
    try:
        return _from_record(row)
    except KeyError as err:
        hint = "give records as `waqai code` writes them"
        raise RelationError(f"has no {err}", where=where, hint=hint) from err
    except (TypeError, ValueError, IndexError, AttributeError) as err:
        hint = "give records as `waqai code` writes them"
        raise RelationError(f"is no record ({err})", where=where, hint=hint) from err


def read_events(lines: Iterable[bytes], source: str) -> Iterator[RelatedEvent | Quarantined]:
    """The event of each line of JSON, in order; a line that is no record is set aside.

    Args:
        lines: records as JSON Lines in UTF-8; blank lines are passed over.
        source: name of the file, for messages.
    """
    for number, raw in enumerate(lines, 1):
        if not raw.strip():
            continue
        try:
            row = json.loads(raw.decode("utf-8"))
            if not isinstance(row, dict):
                raise RelationError("is no JSON object", hint="write one record on each line")
            yield from_record(row)
        except ValueError as err:
            reason, hint = f"is no JSON ({err})", "write one whole record on each line"
            yield Quarantined(source, "read", reason, hint, line=number, code=RelationError.code)
        except RelationError as err:
            yield Quarantined(
                source, "read", err.what, err.hint, line=number, code=RelationError.code
            )


def _from_record(row: Mapping[str, Any]) -> RelatedEvent:
    info = row["date_info"]
    outlet = row["cite_info"]["publication"]
    actor, recipient = _parties(row["actor"]), _parties(row["recipient"])
    return RelatedEvent(
        id=row["id"],
        event=row["event"][0],
        quad_code=row["quad_code"],
        event_scale=float(row["event_scale"]),
        stance=row["stance"],
        first=_day(row["date"]),
        last=_day(row["enddate"]),
        granularity=info["granularity"],
        actor=actor,
        recipient=recipient,
        symmetric=row["symmetric"],
        is_range=info["type"] == "range",
        is_approximate=info["type"] == "approximate" and info["basis"] == "publication",
        modes=tuple(row["mode"]),
        aux=tuple(row["aux"]),
        goldstein=None if row["goldstein"] is None else float(row["goldstein"]),
        n_outlets=1 if outlet else 0,
        outlets=(outlet,) if outlet else (),
        interests=_interests(row),
        records=(row["id"],),
        trigger=" ".join(span["text"] for span in row["event_text"][:1]),
        sentence=row["text"],
    )


def _day(iso: str | None) -> date | None:
    return None if iso is None else date.fromisoformat(iso)


def _party(entity: Mapping[str, Any]) -> Party:
    return Party(entity["code"], entity["identity"], entity["sector"])


def _parties(entities: Iterable[Mapping[str, Any]]) -> tuple[Party, ...]:
    return tuple(_party(entity) for entity in entities)


def _interests(row: Mapping[str, Any]) -> tuple[ReportedInterest, ...]:
    """A holder is one of the parties where his words are those of the party."""
    by_words = {e.get("entity_text"): _party(e) for e in (*row["recipient"], *row["actor"])}
    return tuple(
        ReportedInterest(
            item["text"],
            row["id"],
            item["holder"],
            None if item["holder"] is None else by_words.get(item["holder"]),
            item["stance"],
        )
        for item in row["interests"]
    )
