"""The formats that records are written in, by the names that `waqai export --to` takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, BinaryIO

from waqai.exchange.columns import Column, Fates
from waqai.exchange.contract import RecordFields
from waqai.exchange.tally import ExportTally
from waqai.outcome import Quarantined

Write = Callable[..., None]
"""`write(records, stream, tally)`."""


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One format: the module that owns it, imported when it is used."""

    module: str
    title: str

    @property
    def columns(self) -> tuple[Column, ...]:
        """What it holds, in order."""
        return self._get("COLUMNS")  # type: ignore[no-any-return]

    @property
    def fates(self) -> Fates:
        """What becomes of each key of a record in it."""
        return self._get("FATES")  # type: ignore[no-any-return]

    @property
    def write(self) -> Write:
        """What writes it."""
        return self._get("write")  # type: ignore[no-any-return]

    def _get(self, name: str) -> Any:
        return getattr(import_module(self.module), name)


EXPORTS: Mapping[str, ExportFormat] = {
    "plover": ExportFormat("waqai.exchange.plover", "PLOVER JSON Lines, strict"),
    "csv": ExportFormat("waqai.exchange.csv_table", "CSV"),
    "parquet": ExportFormat("waqai.exchange.parquet_table", "Parquet"),
    "polecat": ExportFormat("waqai.exchange.polecat", "POLECAT"),
    "icews": ExportFormat("waqai.exchange.icews", "ICEWS"),
    "gdelt-events": ExportFormat("waqai.exchange.gdelt", "GDELT 2.0 events"),
    "gdelt-mentions": ExportFormat("waqai.exchange.gdelt_mentions", "GDELT 2.0 mentions"),
    "geojson": ExportFormat("waqai.exchange.geojson", "GeoJSON"),
    "gexf": ExportFormat("waqai.exchange.gexf", "GEXF"),
    "ftm": ExportFormat("waqai.exchange.ftm", "FollowTheMoney"),
}


def export_records(
    items: Iterable[RecordFields | Quarantined], to: str, stream: BinaryIO, **options: Any
) -> ExportTally:
    r"""Write records in a format.

    Args:
        items: from `waqai.exchange.contract.read_records`.
        to: one of `EXPORTS`.
        stream: where the bytes go.
        options: what the format takes besides, such as `with_bom` of CSV.

    Returns:
        What was counted: in = out + left out + quarantined.

    Example:
        >>> import io
        >>> stream = io.BytesIO()
        >>> export_records([], "geojson", stream).summary
        'in 0 = out 0 + left out 0 + quarantined 0; rows 0'
        >>> stream.getvalue()
        b'{"type": "FeatureCollection", "features": [\n]}\n'
    """
    tally = ExportTally()
    EXPORTS[to].write(tally.watch(items), stream, tally, **options)
    return tally
