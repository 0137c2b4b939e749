"""Opening a database: made, migrated, checked, shared between processes."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect

from waqai.errors import StoreError
from waqai.model import Document
from waqai.outcome import Coded
from waqai.store import engine as engine_module
from waqai.store import open_store
from waqai.store.engine import open_engine
from waqai.store.migrations import HEAD, upgrade
from waqai.store.tables import metadata


@pytest.mark.filterwarnings("ignore:.*expression-based index")  # compared below
def test_migrations_make_what_the_tables_say(tmp_path: Path) -> None:
    """Columns, types, nullability, keys and indexes: Alembic finds no difference."""
    engine = open_engine(f"sqlite:///{tmp_path}/a.db")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_migrations_make_the_same_keys_and_statements(tmp_path: Path) -> None:
    """What Alembic does not compare: primary keys, and the text of the indexes."""
    migrated = open_engine(f"sqlite:///{tmp_path}/a.db")
    direct = create_engine(f"sqlite:///{tmp_path}/b.db")
    metadata.create_all(direct)
    for table in metadata.tables:
        one, two = inspect(migrated), inspect(direct)
        assert one.get_pk_constraint(table) == two.get_pk_constraint(table)
        assert one.get_foreign_keys(table) == two.get_foreign_keys(table)
        assert repr(one.get_columns(table)) == repr(two.get_columns(table))
    statement = "SELECT name, lower(sql) FROM sqlite_master WHERE type = 'index' AND sql <> ''"
    indexes = []
    for name in ("a.db", "b.db"):
        with closing(sqlite3.connect(tmp_path / name)) as connection:
            indexes.append(sorted(connection.execute(statement)))
    assert indexes[0] == indexes[1]
    assert len(indexes[0]) == 11
    migrated.dispose()
    direct.dispose()


def test_head_is_the_newest_script() -> None:
    """The constant that saves loading Alembic at every start."""
    config = Config()
    config.set_main_option("script_location", "waqai.store:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_a_migration_that_breaks_off_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its tables are made in one transaction, so that the next opening begins anew."""

    def break_off(connection: Connection) -> None:
        upgrade(connection)
        raise KeyboardInterrupt

    url = f"sqlite:///{tmp_path}/a.db"
    monkeypatch.setattr(engine_module, "upgrade", break_off)
    with pytest.raises(KeyboardInterrupt):
        open_engine(url)
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        assert list(connection.execute("SELECT name FROM sqlite_master")) == []
    monkeypatch.undo()
    open_engine(url).dispose()


def test_connections_are_set_up(tmp_path: Path) -> None:
    """Write-ahead log, foreign keys, a wait where another process writes."""
    engine = open_engine(f"sqlite:///{tmp_path}/a.db")
    with engine.connect() as connection:
        pragmas = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        ]
    assert pragmas == ["wal", 1, 30_000]
    engine.dispose()


def test_opening_again_keeps_what_is_there(tmp_path: Path) -> None:
    """And does not need Alembic for it."""
    url = f"sqlite:///{tmp_path}/a.db"
    store = open_store(url)
    store.save([Coded(Document("a", "نص", language="ar"), ())])
    store.close()
    program = (
        "import sys; from waqai.store import open_store; "
        f"print(open_store({url!r}).counts().n_documents, 'alembic' in sys.modules)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert ran.stdout.split() == ["1", "False"]


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("waqai.db", "W401 waqai.db: is no database URL; write it as sqlite:///waqai.db"),
        ("postgresql://host/db", "postgresql is not supported yet, expected sqlite"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite:///no/such/folder/a.db", "the folder no/such/folder does not exist; make it"),
    ],
)
def test_urls_that_cannot_be_opened(url: str, message: str) -> None:
    """Each with what to write instead."""
    with pytest.raises(StoreError) as caught:
        open_store(url)
    assert message in str(caught.value)


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    """A text file is not touched."""
    path = tmp_path / "a.db"
    path.write_text("these are notes, and no database at all\n" * 50)
    with pytest.raises(StoreError, match="file is not a database"):
        open_store(f"sqlite:///{path}")
    assert path.read_text().startswith("these are notes")


def test_a_database_of_another_program(tmp_path: Path) -> None:
    """Is left alone, with the names of its tables."""
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (id)")
    with pytest.raises(StoreError, match=r"tables of another program \(recipes\)"):
        open_store(f"sqlite:///{path}")
    with closing(sqlite3.connect(path)) as connection:
        assert list(connection.execute("SELECT name FROM sqlite_master")) == [("recipes",)]


def test_a_database_of_a_newer_waqai(tmp_path: Path) -> None:
    """Is not read with tables that may mean something else."""
    url = f"sqlite:///{tmp_path}/a.db"
    open_store(url).close()
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    with pytest.raises(StoreError, match=r"revision 9999, newer than \d{4}.*; update Waqai"):
        open_store(url)


_WRITER = """
import sys
from waqai.model import Document
from waqai.outcome import Coded
from waqai.store import open_store
store = open_store(sys.argv[1])
for n in range(25):
    store.save([Coded(Document(f"{sys.argv[2]}-{n}", "نص", language="ar"), ())])
    store.list_documents(5)
"""


def test_processes_share_a_new_database(tmp_path: Path) -> None:
    """Three open it at once, one makes the tables, all write, nothing is lost."""
    url = f"sqlite:///{tmp_path}/a.db"
    command = [sys.executable, "-c", _WRITER, url]
    writers = [
        subprocess.Popen([*command, str(n)], stderr=subprocess.PIPE, text=True) for n in range(3)
    ]
    for writer in writers:
        _, errors = writer.communicate(timeout=60)
        assert writer.returncode == 0, errors
    store = open_store(url)
    assert store.counts().n_documents == 75
    store.close()
