"""Files of other data sets, read into rows and written again as they were.

`read_rows` tells the vintage by the header or the number of cells, and gives a row for every
line with each cell as written, beside the event that it tells. What cannot be read is
quarantined with its line, column, what stands there and what was expected, so that in = out +
quarantined. `write_rows` gives every cell back: table, Waqai, table are equal column by column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import BinaryIO

from waqai.errors import ExchangeError
from waqai.exchange import gdelt_rows, icews_rows, plover_rows, polecat_rows
from waqai.exchange.rows import ImportedEvent, ImportedRow, Layout
from waqai.exchange.tab_rows import (
    BOM,
    BadRow,
    CutRow,
    Line,
    cut_rows,
    decode_line,
    read_lines,
    unquote,
)
from waqai.exchange.vintages import (
    VINTAGES,
    vintage_of_header,
    vintage_of_width,
    without_excess,
)
from waqai.outcome import Quarantined

QUOTED = ("polecat", "icews")
"""Formats whose files are quoted in some releases."""
STAGE = "import"
"""The stage of a quarantined row."""

Derive = Callable[[Mapping[str, str], str], ImportedEvent]
_DERIVE: Mapping[str, Derive] = {
    "plover": plover_rows.derive,
    "polecat": polecat_rows.derive,
    "icews": icews_rows.derive,
    "icews-2017": icews_rows.derive,
    "gdelt1-events": gdelt_rows.derive,
    "gdelt1-events-2013": gdelt_rows.derive,
    "gdelt2-events": gdelt_rows.derive,
    "gdelt2-mentions": gdelt_rows.derive_mention,
}


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What a file does not say of itself."""

    encoding: str = "utf-8"
    """One of `names.ENCODINGS`."""
    days: str = "iso"
    """How days with slashes are meant: iso where there are none, mdy or dmy."""


def read_rows(
    stream: BinaryIO, source: str, format_name: str, options: ImportOptions | None = None
) -> tuple[Layout, Iterator[ImportedRow | Quarantined]]:
    """How a file is written, and its rows in their order.

    Args:
        stream: the bytes, read as the rows are asked for.
        source: the file's name in messages.
        format_name: one of `names.IMPORT_NAMES`.
        options: encoding, and the order of days.

    Raises:
        ExchangeError: the file is empty, or its first line is of no vintage of the format.

    Example:
        >>> import io
        >>> line = '{"id": "a", "date": "2025-04-04", "event": ["AID"]}'
        >>> layout, rows = read_rows(io.BytesIO(line.encode()), "a.jsonl", "plover")
        >>> [(row.number, row.event.event) for row in rows]
        [(1, 'AID')]
    """
    options = options or ImportOptions()
    lines = read_lines(stream)
    first = next((line for line in lines if line.raw.strip(b" ")), None)
    if first is None:
        raise ExchangeError("is empty: it holds no row", where=source)
    second = next(lines, None)
    try:
        layout, body = _look_at(first, second, format_name, options)
    except ExchangeError as err:
        raise ExchangeError(err.what, where=f"{source}:{first.number}", hint=err.hint) from err
    rest = chain(body, [second] if second else [], lines)
    if format_name == "plover":
        rows = _whole_lines(rest, options.encoding)
    else:
        rows = cut_rows(
            rest, options.encoding, len(layout.columns), may_be_quoted=format_name in QUOTED
        )
    return layout, _derive_rows(rows, layout, source, options)


def write_rows(rows: Iterable[ImportedRow], layout: Layout, stream: BinaryIO) -> None:
    """Write rows as their file was written, the header first where it had one."""
    bom = BOM if layout.has_bom else ""
    for cells in chain([layout.header] if layout.header else [], (row.cells for row in rows)):
        line = bom + "\t".join(cells) + layout.newline
        stream.write(line.encode(layout.encoding))
        bom = ""


def _look_at(
    first: Line, second: Line | None, format_name: str, options: ImportOptions
) -> tuple[Layout, tuple[Line, ...]]:
    """The layout that the first lines show, and the first itself where it is no header."""
    text = decode_line(first, options.encoding)
    has_bom = text.startswith(BOM)
    text = text.removeprefix(BOM)
    body = Line(first.number, text.encode(options.encoding), first.newline)
    cells = tuple(text.split("\t"))
    header: tuple[str, ...] | None = None
    if format_name == "plover":
        vintage, columns = VINTAGES["plover"], VINTAGES["plover"].columns
    elif format_name in QUOTED:
        vintage, columns = vintage_of_header(format_name, [unquote(cell) for cell in cells])
        if second is not None and second.raw.count(b"\t") + 1 == len(vintage.needed):
            columns = without_excess(vintage, columns)
        header = cells
    else:
        vintage = vintage_of_width(format_name, len(cells))
        columns = vintage.columns
        if cells == columns:
            header = cells
    layout = Layout(
        format=format_name,
        vintage=vintage.name,
        columns=columns,
        header=header,
        encoding=options.encoding,
        newline=first.newline or "\n",
        has_bom=has_bom,
    )
    return layout, () if header else (body,)


def _whole_lines(lines: Iterable[Line], encoding: str) -> Iterator[CutRow | BadRow]:
    """Each line as one cell; blank lines are passed over."""
    for line in lines:
        if not line.raw.strip():
            continue
        try:
            yield CutRow(line.number, (decode_line(line, encoding),), line.raw)
        except ExchangeError as err:
            yield BadRow(line.number, err, line.raw)


def _derive_rows(
    rows: Iterable[CutRow | BadRow], layout: Layout, source: str, options: ImportOptions
) -> Iterator[ImportedRow | Quarantined]:
    derive = _DERIVE[layout.vintage]
    is_quoted = layout.format in QUOTED

    def set_aside(row: CutRow | BadRow, error: ExchangeError) -> Quarantined:
        return Quarantined.from_error(
            error, source=source, stage=STAGE, line=row.number, raw=row.raw
        )

    for row in rows:
        if isinstance(row, BadRow):
            yield set_aside(row, row.error)
            continue
        plain = (unquote(cell) for cell in row.cells) if is_quoted else row.cells
        try:
            event = derive(dict(zip(layout.columns, plain, strict=False)), options.days)
        except ExchangeError as err:
            yield set_aside(row, err)
        else:
            yield ImportedRow(row.number, row.cells, event)
