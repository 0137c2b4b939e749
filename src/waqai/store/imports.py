"""The SQL of imported data sets; `waqai.store.Store` calls it within its transactions.

A row is a mapping by the columns of `imported_rows`, without `dataset` and `file`: the store
knows no format of another data set. Importing a file again replaces its rows, so that doing
it twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from waqai.errors import StoreError
from waqai.outcome import Quarantined
from waqai.store.tables import dataset_files, datasets, imported_rows, quarantine

BATCH_ROWS = 5_000
"""Rows written by one statement; all of a file are one transaction."""
IMPORT_STAGE = "import"
"""The stage of quarantined rows."""

ImportItem = Mapping[str, Any] | Quarantined
"""A row by column, or what could not become one."""


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file of a data set."""

    dataset: str
    file: str
    """As it was named when it was imported."""
    format: str
    vintage: str
    layout: str
    """A JSON object: how the file is written."""


@dataclass(frozen=True, slots=True)
class DatasetRow:
    """A data set as a list shows it."""

    name: str
    format: str
    n_files: int
    n_rows: int


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """What became of a file: in = out + quarantined."""

    n_rows: int
    n_quarantined: int


def save_file(
    connection: Connection, file: ImportedFile, items: Iterable[ImportItem]
) -> tuple[int, list[Quarantined]]:
    """Write a file's rows in the place of those it had.

    Returns:
        How many rows were written, and what was quarantined.

    Raises:
        StoreError: the data set holds another format.
    """
    _save_dataset(connection, file)
    key = {"dataset": file.dataset, "file": file.file}
    same = (dataset_files.c.dataset == file.dataset, dataset_files.c.file == file.file)
    connection.execute(delete(dataset_files).where(*same))
    connection.execute(
        insert(dataset_files).values(key | {"vintage": file.vintage, "layout": file.layout})
    )
    set_aside: list[Quarantined] = []
    n_rows = 0
    rows = _rows(items, set_aside)
    while batch := [key | row for row in islice(rows, BATCH_ROWS)]:
        connection.execute(insert(imported_rows), batch)
        n_rows += len(batch)
    connection.execute(
        delete(quarantine).where(
            quarantine.c.stage == IMPORT_STAGE, quarantine.c.source == file.file
        )
    )
    return n_rows, set_aside


def list_datasets(connection: Connection) -> list[DatasetRow]:
    """All data sets by name."""
    n_files = _count(dataset_files)
    query = select(datasets, n_files.label("n_files"), _count(imported_rows).label("n_rows"))
    found = connection.execute(query.order_by(datasets.c.name)).mappings()
    return [DatasetRow(**row) for row in found]


def list_files(connection: Connection, dataset: str) -> list[ImportedFile]:
    """The files of a data set by name; empty where there is no such data set."""
    query = (
        select(dataset_files, datasets.c.format)
        .join(datasets, datasets.c.name == dataset_files.c.dataset)
        .where(dataset_files.c.dataset == dataset)
        .order_by(dataset_files.c.file)
    )
    return [ImportedFile(**row) for row in connection.execute(query).mappings()]


def iterate_rows(
    connection: Connection, dataset: str, file: str | None
) -> Iterator[dict[str, Any]]:
    """Rows of a data set by file and line, some thousands held at a time."""
    query = select(imported_rows).where(imported_rows.c.dataset == dataset)
    if file is not None:
        query = query.where(imported_rows.c.file == file)
    ordered = query.order_by(imported_rows.c.file, imported_rows.c.number)
    streaming = connection.execution_options(yield_per=BATCH_ROWS)
    for row in streaming.execute(ordered).mappings():
        yield {**row}


def _save_dataset(connection: Connection, file: ImportedFile) -> None:
    query = select(datasets.c.format).where(datasets.c.name == file.dataset)
    known = connection.execute(query).scalar()
    if known is None:
        connection.execute(insert(datasets).values(name=file.dataset, format=file.format))
    elif known != file.format:
        raise StoreError(
            f"the data set {file.dataset!r} holds {known}, not {file.format}",
            hint="give another name with --dataset",
        )


def _rows(items: Iterable[ImportItem], set_aside: list[Quarantined]) -> Iterator[dict[str, Any]]:
    for item in items:
        if isinstance(item, Quarantined):
            set_aside.append(item)
        else:
            yield dict(item)


def _count(table: Any) -> Any:
    return (
        select(func.count()).select_from(table).where(table.c.dataset == datasets.c.name)
    ).scalar_subquery()
