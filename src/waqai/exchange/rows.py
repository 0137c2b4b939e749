"""What imports are made of: rows with every cell as written, and what relations need of them."""

from __future__ import annotations

from dataclasses import dataclass

from waqai.exchange.vintages import VINTAGES


@dataclass(frozen=True, slots=True)
class Layout:
    """How a file is written, so that its rows can be written again as they were."""

    format: str
    """plover, polecat, icews or gdelt."""
    vintage: str
    """Which of the format's tables it is; see `docs/exchange.md`."""
    columns: tuple[str, ...]
    """Standard name of each column in the file's order; the file's own where it has no standard."""
    header: tuple[str, ...] | None = None
    """The cells of its header as written; None for a file without one."""
    encoding: str = "utf-8"
    newline: str = "\n"
    has_bom: bool = False

    @property
    def unknown(self) -> tuple[str, ...]:
        """Columns that the vintage does not know: kept like all others, read by nothing."""
        known = VINTAGES[self.vintage].columns
        return tuple(name for name in self.columns if name not in known)


@dataclass(frozen=True, slots=True)
class ImportedEvent:
    """What a row says in the terms that all data sets share; None is what it does not say."""

    row_id: str | None = None
    """The data set's own id; not always unique there."""
    day: str | None = None
    """ISO day."""
    actor_codes: tuple[str, ...] = ()
    """PLOVER codes of countries and international actors, in the row's order."""
    recipient_codes: tuple[str, ...] = ()
    event_code: str | None = None
    """As written: a CAMEO code or a PLOVER type."""
    event: str | None = None
    """Today's PLOVER type; None for a code without one."""
    modes: tuple[str, ...] = ()
    """Today's PLOVER modes."""
    marks: tuple[str, ...] = ()
    """PLOVER's auxiliary marks; other data sets have none."""
    quad: int | None = None
    """1 to 4."""
    goldstein: float | None = None
    """-10 to 10, of CAMEO."""
    score: float | None = None
    """-10 to 10, of PLOVER."""
    country_code: str | None = None
    """Of the place, alpha-3."""
    place: str | None = None
    lat: float | None = None
    lon: float | None = None
    publisher: str | None = None
    url: str | None = None
    n_sources: int | None = None
    """As the data set counts them."""


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """One row of a file."""

    number: int
    """The line it begins on, from 1."""
    cells: tuple[str, ...]
    """As written, quotes included; one more than there are columns where tabs stand at the end."""
    event: ImportedEvent
