"""Highlights: a text cut at the borders of its records' spans.

In go a document's text and its records (the JSON of the contract), out come `Piece`s that
put together are the text again. A piece knows every span that covers it, so that spans may
overlap. Offsets are code points, as in the records; nothing here counts UTF-16 units.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

FIELDS = ("trigger", "actor", "recipient", "place", "date", "attribution", "interest")
"""Fields in the order in which they colour a piece that several cover."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One span of one record."""

    key: str
    """"r2-actor-0": record, field, number in the field."""
    field: str
    record: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text that the same marks cover."""

    text: str
    marks: tuple[Mark, ...]

    @property
    def field(self) -> str | None:
        """The field whose colour it takes; None for plain text."""
        return min((mark.field for mark in self.marks), key=FIELDS.index, default=None)

    @property
    def keys(self) -> str:
        """Keys of its marks, apart by spaces."""
        return " ".join(mark.key for mark in self.marks)

    @property
    def records(self) -> str:
        """Numbers of the records it belongs to, apart by spaces."""
        return " ".join(sorted({str(mark.record) for mark in self.marks}))


def record_marks(number: int, record: Mapping[str, Any]) -> Iterator[Mark]:
    """The marks of one record, by field."""
    spans: dict[str, list[Mapping[str, Any] | None]] = {
        "trigger": list(record["event_text"]),
        "actor": _entities(record["actor"]),
        "recipient": _entities(record["recipient"]),
        "place": [record["event_loc"]],
        "date": [record["date_info"]],
        "attribution": list(record["attribution"]),
        "interest": list(record["interests"]),
    }
    for field, items in spans.items():
        for i, item in enumerate(items):
            if item is not None and item["start"] is not None:
                key = f"r{number}-{field}-{i}"
                yield Mark(key, field, number, item["start"], item["end"])


def _entities(entities: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any] | None]:
    """Each entity's words, then the words at the act where they differ."""
    found: list[Mapping[str, Any] | None] = list(entities)
    found += [entity["mention"] for entity in entities]
    return found


def cut(text: str, records: Sequence[Mapping[str, Any]]) -> tuple[Piece, ...]:
    """The text in pieces; joined they are the text again.

    Example:
        >>> [piece.text for piece in cut("زار", [])]
        ['زار']
    """
    marks = [mark for number, record in enumerate(records) for mark in record_marks(number, record)]
    borders = sorted({0, len(text), *(m.start for m in marks), *(m.end for m in marks)})
    starts: dict[int, list[Mark]] = {}
    for mark in marks:
        starts.setdefault(mark.start, []).append(mark)
    pieces = []
    covering: list[Mark] = []
    for start, end in pairwise(borders):
        covering = [mark for mark in covering if mark.end > start] + starts.get(start, [])
        pieces.append(Piece(text[start:end], tuple(covering)))
    return tuple(pieces)


def paragraphs(pieces: Sequence[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """Pieces by line of the text; line ends are left out, empty lines too."""
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        for i, part in enumerate(piece.text.split("\n")):
            if i:
                lines.append([])
            stripped = part.rstrip("\r")
            if stripped:
                lines[-1].append(Piece(stripped, piece.marks))
    return tuple(tuple(line) for line in lines if line)
