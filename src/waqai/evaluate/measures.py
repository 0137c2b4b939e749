"""Measures as quotients of sums over documents, and the tables they stand in.

Precision, recall, F1, shares and means are all one sum over documents divided by another,
so that one bootstrap over documents serves them all. Each document brings a mapping of
keys to numbers; a `Ratio` says which of them are added above and below the line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Sums = Mapping[str, float]
"""Numbers by key, of one document or of many."""
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Ratio:
    """A figure: weighted sums divided by weighted sums.

    Example:
        >>> Ratio("precision", {"hit": 1}, {"hit": 1, "false": 1}).of({"hit": 3, "false": 1})
        0.75
    """

    name: str
    above: Mapping[str, float]
    below: Mapping[str, float]

    def of(self, sums: Sums) -> float | None:
        """Its value; None where there is nothing to divide by."""
        below = sum(weight * sums.get(key, 0.0) for key, weight in self.below.items())
        if not below:
            return None
        return sum(weight * sums.get(key, 0.0) for key, weight in self.above.items()) / below


@dataclass(frozen=True, slots=True)
class Row:
    """What is measured in one line of a table."""

    name: str
    counts: Mapping[str, str]
    """Shown name of a count -> its key."""
    ratios: tuple[Ratio, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Lines with the same columns."""

    title: str
    note: str
    """One sentence on what is counted."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A value with its 95 % interval."""

    name: str
    value: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class ScoredRow:
    """A line of a table with its numbers."""

    name: str
    counts: Mapping[str, float]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class ScoredTable:
    """A table with its numbers."""

    title: str
    note: str
    rows: tuple[ScoredRow, ...]


def found_row(name: str, key: str) -> Row:
    """A line of precision, recall and F1 over `key.found`, `key.false`, `key.missed`.

    Example:
        >>> row = found_row("all", "type")
        >>> [r.of({"type.found": 2, "type.false": 2, "type.missed": 2}) for r in row.ratios]
        [0.5, 0.5, 0.5]
    """
    found, false, missed = (f"{key}.{part}" for part in ("found", "false", "missed"))
    return Row(
        name,
        {"found": found, "false": false, "missed": missed},
        (
            Ratio("precision", {found: 1}, {found: 1, false: 1}),
            Ratio("recall", {found: 1}, {found: 1, missed: 1}),
            Ratio("F1", {found: 2}, {found: 2, false: 1, missed: 1}),
        ),
    )


def share_row(name: str, key: str) -> Row:
    """A line with the share of `key.right` in `key.asked`."""
    right, asked = f"{key}.right", f"{key}.asked"
    return Row(name, {"right": right, "asked": asked}, (Ratio("share", {right: 1}, {asked: 1}),))


def mean_row(name: str, key: str, figure: str) -> Row:
    """A line with the mean of `key.sum` over `key.asked`."""
    asked = f"{key}.asked"
    return Row(name, {"asked": asked}, (Ratio(figure, {f"{key}.sum": 1}, {asked: 1}),))


def add_up(documents: Iterable[Sums]) -> dict[str, float]:
    """The sums of many documents, key by key.

    Example:
        >>> add_up([{"a": 1}, {"a": 2, "b": 1}])
        {'a': 3.0, 'b': 1.0}
    """
    total: dict[str, float] = defaultdict(float)
    for document in documents:
        for key, number in document.items():
            total[key] += number
    return dict(total)


def ratios_of(tables: Sequence[Table]) -> tuple[Ratio, ...]:
    """Every ratio of some tables, line by line."""
    return tuple(ratio for table in tables for row in table.rows for ratio in row.ratios)


def fill(
    tables: Sequence[Table], sums: Sums, intervals: Iterable[Interval | None]
) -> tuple[ScoredTable, ...]:
    """Tables with their numbers.

    Args:
        tables: to fill.
        sums: over all documents.
        intervals: one for each of `ratios_of(tables)`, in that order.
    """
    next_interval = iter(intervals)

    def scored(row: Row) -> ScoredRow:
        counts = {name: sums.get(key, 0.0) for name, key in row.counts.items()}
        figures = tuple(Figure(r.name, r.of(sums), next(next_interval)) for r in row.ratios)
        return ScoredRow(row.name, counts, figures)

    return tuple(
        ScoredTable(table.title, table.note, tuple(scored(row) for row in table.rows))
        for table in tables
    )
