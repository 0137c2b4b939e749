"""Imported rows as the store keeps them, and back.

The store knows no format: it takes a mapping by the columns of its table. Codes stand in one
column with a blank between them; a layout is a JSON object.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, fields
from typing import Any, BinaryIO

from waqai.errors import ExchangeError
from waqai.exchange.imports import write_rows
from waqai.exchange.rows import ImportedEvent, ImportedRow, Layout
from waqai.outcome import Quarantined
from waqai.store import Store

LISTS = ("actor_codes", "recipient_codes", "modes", "marks")
"""Columns that hold several codes."""
_NAMES = tuple(field.name for field in fields(ImportedEvent))


def to_values(row: ImportedRow) -> dict[str, Any]:
    """A row by the columns of `imported_rows`.

    Example:
        >>> event = ImportedEvent(actor_codes=("LBY", "TUR"))
        >>> to_values(ImportedRow(2, ("a", ""), event))["actor_codes"]
        'LBY TUR'
    """
    event = {name: getattr(row.event, name) for name in _NAMES}
    lists = {name: " ".join(event[name]) or None for name in LISTS}
    return {
        "number": row.number,
        "cells": json.dumps(row.cells, ensure_ascii=False),
        **event,
        **lists,
    }


def from_values(values: Mapping[str, Any]) -> ImportedRow:
    """The row of a mapping that `to_values` made."""
    event = {name: values[name] for name in _NAMES}
    lists = {name: tuple((event[name] or "").split()) for name in LISTS}
    cells = tuple(json.loads(values["cells"]))
    return ImportedRow(values["number"], cells, ImportedEvent(**event | lists))


def store_items(
    rows: Iterable[ImportedRow | Quarantined],
) -> Iterator[dict[str, Any] | Quarantined]:
    """Rows as the store takes them; what is quarantined passes through."""
    for row in rows:
        yield row if isinstance(row, Quarantined) else to_values(row)


def layout_to_json(layout: Layout) -> str:
    """A layout as the store keeps it."""
    return json.dumps(asdict(layout), ensure_ascii=False)


def layout_from_json(text: str) -> Layout:
    """The layout that `layout_to_json` wrote.

    Example:
        >>> layout = Layout("gdelt", "gdelt2-mentions", ("GLOBALEVENTID",))
        >>> layout_from_json(layout_to_json(layout)) == layout
        True
    """
    found = json.loads(text)
    header = found["header"]
    lists = {
        "columns": tuple(found["columns"]),
        "header": None if header is None else tuple(header),
    }
    return Layout(**found | lists)


def write_dataset(store: Store, dataset: str, file: str | None, stream: BinaryIO) -> int:
    """Write an imported data set as its files were, one after another; returns how many rows.

    Args:
        store: where it is kept.
        dataset: its name.
        file: one of its files; None for all, which must be written alike.
        stream: where the bytes go.

    Raises:
        ExchangeError: there is no such data set or file, or its files differ in their columns.
    """
    files = [each for each in store.list_files(dataset) if file in (None, each.file)]
    if not files:
        known = ", ".join(row.name for row in store.list_datasets()) or "none"
        raise ExchangeError(
            f"no data set {dataset!r}" + (f" with a file {file!r}" if file else ""),
            where=store.url,
            hint=f"data sets there are: {known}",
        )
    if len({each.layout for each in files}) > 1:
        names = ", ".join(each.file for each in files[:3])
        raise ExchangeError(
            f"the files of {dataset!r} are written in different ways ({names} …)",
            hint="write them one by one, with --file",
        )
    n_rows = 0

    def counted() -> Iterator[ImportedRow]:
        nonlocal n_rows
        for values in store.imported_rows(dataset, file):
            n_rows += 1
            yield from_values(values)

    write_rows(counted(), layout_from_json(files[0].layout), stream)
    return n_rows
