"""What an export counted: in = out + left out + quarantined, with the reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from waqai.exchange.contract import RecordFields
from waqai.outcome import Quarantined

FUTURE_SPEECH = frozenset({"AGREE", "CONCEDE", "REQUEST", "THREATEN"})
"""Types whose acts are done by speaking: one still to be acted on has happened all the same."""
NO_DATE = "no date"
NO_ACTOR = "no actor"


@dataclass
class ExportTally:
    """Counts of one export, filled by its writer."""

    n_in: int = 0
    """Records and lines that are none."""
    n_out: int = 0
    """Records written."""
    n_rows: int = 0
    """Rows, features, edges or entities made of them."""
    left_out: Counter[str] = field(default_factory=Counter)
    """Records that the format has no place for, by reason."""
    quarantined: list[Quarantined] = field(default_factory=list)

    def watch(self, items: Iterable[RecordFields | Quarantined]) -> Iterator[RecordFields]:
        """The records among some items; all are counted, and what is quarantined is kept."""
        for item in items:
            self.n_in += 1
            if isinstance(item, Quarantined):
                self.quarantined.append(item)
            else:
                yield item

    def wrote(self, n_rows: int = 1) -> None:
        """Count a record that was written as some rows."""
        self.n_out += 1
        self.n_rows += n_rows

    def leave_out(self, reason: str) -> None:
        """Count a record that the format has no place for."""
        self.left_out[reason] += 1

    @property
    def summary(self) -> str:
        """The last line of a run.

        Example:
            >>> tally = ExportTally(n_in=5, n_out=3, n_rows=4)
            >>> tally.leave_out("no date")
            >>> tally.leave_out("no date")
            >>> tally.summary
            'in 5 = out 3 + left out 2 (no date 2) + quarantined 0; rows 4'
        """
        reasons = ", ".join(f"{reason} {n}" for reason, n in sorted(self.left_out.items()))
        shown = f" ({reasons})" if reasons else ""
        return (
            f"in {self.n_in} = out {self.n_out} + left out {self.left_out.total()}{shown}"
            f" + quarantined {len(self.quarantined)}; rows {self.n_rows}"
        )


def why_not_counted(record: RecordFields) -> str | None:
    """Why a record is no event that took place; None where it counts as one.

    Formats without a place for marks and stances would state as a fact what a text denies,
    expects or supposes; they leave such records out, as series of relations do. What is
    only claimed stays, as it does in those data sets.
    """
    for mark in ("negation", "hypothetical"):
        if mark in record["aux"]:
            return mark
    if "future" in record["aux"] and record["event"][0] not in FUTURE_SPEECH:
        return "future"
    if record["stance"] in ("denied", "expected", "believed"):
        return record["stance"]
    return None
