"""Data sets of others in the database: kept apart, replaced whole, given back as they came."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from waqai.errors import StoreError
from waqai.outcome import Quarantined
from waqai.store import DatasetRow, ImportCounts, ImportedFile, Store, open_store
from waqai.store.engine import open_engine
from waqai.store.imports import BATCH_ROWS
from waqai.store.migrations import upgrade
from waqai.store.tables import imported_rows

FILE = ImportedFile("set", "a.tsv", "icews", "icews", "{}")
BAD = Quarantined("a.tsv", "import", "is no row", "mend it", line=3, raw_sha256="0" * 64)


def row(number: int, **changes: Any) -> dict[str, Any]:
    """A row by the columns of the table."""
    names = [c.name for c in imported_rows.columns if c.name not in ("dataset", "file")]
    return dict.fromkeys(names) | {"number": number, "cells": json.dumps(["=1", ""])} | changes


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    found = open_store(f"sqlite:///{tmp_path}/a.db")
    yield found
    found.close()


def test_rows_come_back_in_their_order(store: Store) -> None:
    """By file and line, with what is derived of them."""
    other = ImportedFile("set", "b.tsv", "icews", "icews-2017", "{}")
    assert store.save_import(other, [row(2)]) == ImportCounts(1, 0)
    assert store.save_import(FILE, [row(9, day="2025-04-04"), row(2)]) == ImportCounts(2, 0)
    found = list(store.imported_rows("set"))
    assert [(each["file"], each["number"]) for each in found] == [
        ("a.tsv", 2), ("a.tsv", 9), ("b.tsv", 2),
    ]  # fmt: skip
    assert found[1]["day"] == "2025-04-04"
    assert found[0]["cells"] == '["=1", ""]'
    assert [each["number"] for each in store.imported_rows("set", "b.tsv")] == [2]
    assert list(store.imported_rows("none")) == []
    assert store.list_datasets() == [DatasetRow("set", "icews", 2, 3)]
    assert store.list_files("set") == [FILE, other]


def test_importing_again_replaces_the_rows_of_a_file(store: Store, tmp_path: Path) -> None:
    """And what was quarantined of it; doing it twice changes nothing."""
    assert store.save_import(FILE, [row(2), BAD, row(4)]) == ImportCounts(2, 1)
    assert [item.message for item in store.list_quarantine()] == [BAD.message]

    def dump() -> list[str]:
        with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
            return list(connection.iterdump())

    before = dump()
    store.save_import(FILE, [row(2), BAD, row(4)])
    assert dump() == before
    store.save_import(FILE, [row(2), row(3)])
    assert [each["number"] for each in store.imported_rows("set")] == [2, 3]
    assert store.list_quarantine() == []


def test_a_file_is_written_wholly_or_not_at_all(store: Store) -> None:
    """Where reading breaks off, the rows it had stay."""
    store.save_import(FILE, [row(2)])

    def broken() -> Iterator[dict[str, Any]]:
        yield from (row(n) for n in range(3, BATCH_ROWS + 10))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.save_import(FILE, broken())
    assert [each["number"] for each in store.imported_rows("set")] == [2]


def test_more_rows_than_one_statement_writes(store: Store) -> None:
    """None is lost between the batches."""
    n_rows = 2 * BATCH_ROWS + 1
    store.save_import(FILE, (row(number) for number in range(n_rows)))
    assert [each["number"] for each in store.imported_rows("set")] == list(range(n_rows))


def test_a_data_set_has_one_format(store: Store) -> None:
    """Another one is refused, and nothing is written."""
    store.save_import(FILE, [row(2)])
    other = ImportedFile("set", "b.tsv", "polecat", "polecat", "{}")
    with pytest.raises(StoreError, match="'set' holds icews, not polecat; give another name"):
        store.save_import(other, [row(2)])
    assert store.list_files("set") == [FILE]


def test_imports_never_mix_with_records(store: Store) -> None:
    """Documents and records stay as they are."""
    before = store.counts()
    store.save_import(FILE, [row(2)])
    assert store.counts() == before


def test_a_database_of_before_is_brought_up_to_date(tmp_path: Path) -> None:
    """The tables of the first revision keep their rows, and the new ones are there."""
    from sqlalchemy import create_engine

    url = f"sqlite:///{tmp_path}/old.db"
    engine = create_engine(url)
    with engine.begin() as connection:
        upgrade(connection, "0001")
        connection.exec_driver_sql(
            "INSERT INTO quarantine VALUES ('a.txt', 0, '', 'read', 'W301', 'is empty', '')"
        )
    engine.dispose()
    open_engine(url).dispose()
    opened = open_store(url)
    assert [item.source for item in opened.list_quarantine()] == ["a.txt"]
    assert opened.list_datasets() == []
    opened.close()


def test_columns_of_the_table_are_those_of_an_imported_row() -> None:
    """What `waqai.exchange` derives has a column, and each column is filled."""
    from waqai.exchange.imports import read_rows
    from waqai.exchange.stored import store_items

    _, rows = read_rows(io.BytesIO(b'{"id": "a"}\n'), "a.jsonl", "plover")
    (values,) = store_items(rows)
    names = {column.name for column in imported_rows.columns}
    assert isinstance(values, dict)
    assert set(values) == names - {"dataset", "file"}
