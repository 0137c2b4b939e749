"""What scoring a file gives, before and after the intervals are put around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from waqai.evaluate.faults import Fault
from waqai.evaluate.measures import Sums, Table


@dataclass(frozen=True, slots=True)
class Judged:
    """A record of an article, its confidence and whether gold holds it."""

    confidence: float
    is_true: bool


@dataclass(slots=True)
class Scores:
    """A file compared with gold, document by document."""

    tables: tuple[Table, ...]
    documents: list[Sums] = field(default_factory=list)
    """Numbers of each document."""
    faults: list[Fault] = field(default_factory=list)
    """In the order of the file."""
    judged: list[Judged] = field(default_factory=list)
    """For reliability; articles only."""
