"""The engine behind a database URL, opened, checked and migrated.

SQLite only, for now, with write-ahead logging (readers do not wait for the writer),
foreign keys on and a wait of some seconds where another process writes. Transactions
that write begin IMMEDIATE: one that read first and wrote later could fail at once when
another process had written in between, whatever the wait.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

from waqai.errors import StoreError
from waqai.store.migrations import HEAD, upgrade

BUSY_TIMEOUT_S = 30
URL_HINT = "write it as sqlite:///waqai.db, or sqlite:////srv/waqai.db for a path from the root"
WRITE = "waqai_write"
"""The execution option of a connection whose transactions write."""


def open_engine(url: str) -> Engine:
    """An engine whose database exists and holds the current tables.

    Raises:
        StoreError: what is wrong with the URL or the database behind it.
    """
    parsed = _parse_url(url)
    engine = create_engine(parsed, connect_args={"timeout": BUSY_TIMEOUT_S})
    event.listen(engine, "connect", _set_up_connection)
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as connection:
            revision = _read_revision(connection, url)
        if revision != HEAD:
            with (
                engine.connect().execution_options(**{WRITE: True}) as connection,
                connection.begin(),
            ):
                upgrade(connection)
    except DatabaseError as err:
        raise StoreError(
            f"the database cannot be opened ({err.orig})",
            where=url,
            hint="give another file, or check that this one is a database of Waqai",
        ) from err
    return engine


def _parse_url(url: str) -> URL:
    try:
        parsed = make_url(url)
    except ArgumentError as err:
        raise StoreError("is no database URL", where=url, hint=URL_HINT) from err
    if parsed.get_backend_name() != "sqlite":
        raise StoreError(
            f"{parsed.get_backend_name()} is not supported yet, expected sqlite",
            where=url,
            hint=URL_HINT,
        )
    if not parsed.database or parsed.database == ":memory:":
        raise StoreError("names no file", where=url, hint=URL_HINT)
    folder = Path(parsed.database).parent
    if not folder.is_dir():
        raise StoreError(f"the folder {folder} does not exist", where=url, hint="make it first")
    return parsed


def _read_revision(connection: Connection, url: str) -> str | None:
    """The revision of the tables, None for a new database."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise StoreError(
            f"the database holds tables of another program ({', '.join(sorted(tables)[:5])})",
            where=url,
            hint="give a file of its own for Waqai",
        )
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found is not None and found > HEAD:
        raise StoreError(
            f"the database has revision {found}, newer than {HEAD}, the last one known here",
            where=url,
            hint="update Waqai",
        )
    return found


def _set_up_connection(connection: Any, _: Any) -> None:
    """Options that SQLite keeps for each connection; no transaction is begun by the driver."""
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITE, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
