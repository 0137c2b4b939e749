"""CSV: one row a record, for spreadsheets and statistics.

RFC 4180 (commas, quotes doubled, CR LF) in UTF-8; a byte order mark on request, for
spreadsheets that take UTF-8 without one for an old code page. A list stands in one cell with
`|` between its values; a `|` or a backslash within a value has a backslash before it. Every
cell of text that a spreadsheet could run as a formula begins with an apostrophe
(`waqai.exchange.cells`); numbers, which may begin with a minus, do not.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from waqai.exchange.cells import defuse, plain, undo_defuse
from waqai.exchange.columns import Cell, Column, Fates
from waqai.exchange.contract import RECORD_KEYS, RecordFields
from waqai.exchange.tally import ExportTally


@dataclass(frozen=True, slots=True)
class _Field:
    column: Column
    read: Callable[[RecordFields], Cell | list[Cell]]


def _same(key: str, kind: str) -> _Field:
    return _Field(Column(key, kind, key), lambda record: record[key])  # type: ignore[literal-required]


def _inner(name: str, kind: str, key: str, inner: str, note: str = "") -> _Field:
    """A value within an object of the record; empty where the object is null."""

    def read(record: RecordFields) -> Cell:
        found: Any = record[key]  # type: ignore[literal-required]
        return None if found is None else found[inner]

    return _Field(Column(name, kind, f"{key}.{inner}", note), read)


def _each(name: str, kind: str, key: str, inner: str, note: str = "") -> _Field:
    """One value of every element of a list."""

    def read(record: RecordFields) -> list[Cell]:
        return [element[inner] for element in record[key]]  # type: ignore[literal-required]

    return _Field(Column(name, kind, f"{key}.{inner}", note), read)


def _party(side: str) -> tuple[_Field, ...]:
    several = "one value for each, in their order; empty where not known"
    return (
        _each(f"{side}_code", "list", side, "code", several),
        _each(f"{side}_sector", "list", side, "sector"),
        _each(f"{side}_name", "list", side, "identifier_text"),
        _each(f"{side}_text", "list", side, "entity_text"),
        _each(f"{side}_office", "list", side, "office"),
        _each(f"{side}_identity", "list", side, "identity"),
    )


_FIELDS: tuple[_Field, ...] = (
    _same("id", "text"),
    _same("date", "day"),
    _same("enddate", "day"),
    _inner("date_granularity", "text", "date_info", "granularity"),
    _inner("date_type", "text", "date_info", "type"),
    _inner("date_basis", "text", "date_info", "basis"),
    _inner("about_date", "day", "about_date", "date"),
    _inner("about_enddate", "day", "about_date", "enddate"),
    _same("event", "list"),
    _same("mode", "list"),
    _same("context", "list"),
    _same("aux", "list"),
    _same("stance", "text"),
    _same("symmetric", "boolean"),
    *_party("actor"),
    *_party("recipient"),
    _inner("place_text", "text", "event_loc", "extracted_place"),
    _inner("place_name", "text", "event_loc", "resolved_place"),
    _inner("place_city", "text", "event_loc", "city"),
    _inner("place_province", "text", "event_loc", "province"),
    _inner("place_country", "text", "event_loc", "country"),
    _inner("place_country_code", "text", "event_loc", "country_code"),
    _inner("place_lat", "number", "event_loc", "lat"),
    _inner("place_lon", "number", "event_loc", "lon"),
    _inner("place_geonameid", "integer", "event_loc", "geonameid"),
    _inner("place_resolution", "integer", "event_loc", "resolution"),
    _each("event_text", "list", "event_text", "text"),
    _each("attribution_text", "list", "attribution", "entity_text"),
    _each("attribution_role", "list", "attribution", "role"),
    _each("attribution_code", "list", "attribution", "code"),
    _same("quad_code", "integer"),
    _same("event_scale", "number"),
    _same("cameo", "text"),
    _same("goldstein", "number"),
    _same("dead", "integer"),
    _same("injured", "integer"),
    _same("arrested", "integer"),
    _same("size", "integer"),
    _same("text", "text"),
    _inner("document", "text", "text_info", "document"),
    _inner("sentence", "integer", "text_info", "sequence", "from 0"),
    _inner("publication", "text", "cite_info", "publication"),
    _inner("url", "text", "cite_info", "url"),
    _inner("title", "text", "cite_info", "title"),
    _inner("language", "text", "cite_info", "language"),
    _inner("codebook", "text", "cite_info", "codebook"),
    _inner("version", "text", "cite_info", "version"),
    _same("coder", "text"),
    _same("rule", "text"),
    _same("confidence", "number"),
)
COLUMNS = tuple(field.column for field in _FIELDS)
_SAME = tuple(c for c in COLUMNS if c.name == c.comes_from)
FATES = Fates(
    kept=tuple(key for key in RECORD_KEYS if key in {c.name for c in _SAME} | {"cite_info"}),
    partly={
        "date_info": "granularity, type and basis, not the words",
        "about_date": "the days, not how they were found",
        "actor": "codes, primary sector, name, words, office and identity",
        "recipient": "as actor",
        "event_loc": "all but the offsets of its words",
        "event_text": "the words without their offsets",
        "attribution": "words, role and code",
        "text_info": "document and number of the sentence",
    },
)


def write(
    records: Iterable[RecordFields], stream: BinaryIO, tally: ExportTally, *, with_bom: bool = False
) -> None:
    """Write records as CSV with a header, one row a record, in their order."""
    text = io.TextIOWrapper(stream, "utf-8", newline="", write_through=True)
    try:
        if with_bom:
            text.write("\ufeff")
        rows = csv.writer(text, lineterminator="\r\n")
        rows.writerow(column.name for column in COLUMNS)
        for record in records:
            rows.writerow([_cell(field, record) for field in _FIELDS])
            tally.wrote()
    finally:
        text.detach()


def restore(row: Mapping[str, str]) -> dict[str, Any]:
    """The kept keys of a record, from its row by column."""
    found: dict[str, Any] = {c.name: _value(c, row[c.name]) for c in _SAME}
    cite = ("publication", "url", "title", "language", "codebook", "version")
    found["cite_info"] = {key: undo_defuse(row[key]) or None for key in cite}
    return found


def _cell(field: _Field, record: RecordFields) -> str:
    value = field.read(record)
    if isinstance(value, list):
        return defuse(join_values(value))
    return defuse(value) if isinstance(value, str) else plain(value)


def join_values(values: Sequence[Cell]) -> str:
    r"""Values in one cell, `|` between them.

    Example:
        >>> join_values(["LBY", None, "a|b"])
        'LBY||a\\|b'
    """
    texts = (plain(value).replace("\\", "\\\\").replace("|", "\\|") for value in values)
    return "|".join(texts)


def split_values(cell: str) -> list[str]:
    r"""The values that `join_values` joined; an empty cell holds none.

    Example:
        >>> split_values(r"LBY||a\|b")
        ['LBY', '', 'a|b']
    """
    if not cell:
        return []
    values, current, is_escaped = [], "", False
    for sign in cell:
        if is_escaped or sign not in "\\|":
            current, is_escaped = current + sign, False
        elif sign == "\\":
            is_escaped = True
        else:
            values.append(current)
            current = ""
    return [*values, current]


def _value(column: Column, cell: str) -> Any:
    if column.type == "list":
        return split_values(undo_defuse(cell))
    if not cell:
        return None
    read: dict[str, Callable[[str], Any]] = {
        "integer": int,
        "number": float,
        "boolean": lambda text: text == "true",
    }
    return read.get(column.type, undo_defuse)(cell)
