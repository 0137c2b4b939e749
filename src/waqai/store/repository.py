"""All reading and writing of the database; no module outside `waqai.store` holds SQL.

Writing is idempotent: what equals the row that is there is not written, so that coding
the same documents again changes nothing outside `runs`, the one table with a clock.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    RowMapping,
    and_,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.exc import DatabaseError

from waqai.errors import StoreError
from waqai.model import Document
from waqai.outcome import Coded, NotCoded, Outcome, Quarantined, Repeated
from waqai.record_json import to_json
from waqai.store.columns import derive_columns
from waqai.store.engine import WRITE
from waqai.store.imports import (
    DatasetRow,
    ImportCounts,
    ImportedFile,
    ImportItem,
    iterate_rows,
    list_datasets,
    list_files,
    save_file,
)
from waqai.store.rows import (
    Change,
    DocumentPage,
    DocumentRow,
    StoreCounts,
    StoredDocument,
    document_from,
    document_values,
    published_from,
)
from waqai.store.tables import documents, quarantine, records, runs, versions

_sort_day = func.coalesce(documents.c.published_last, "")


class Store:
    """Documents and records behind one engine; see `waqai.store.open_store`."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine, whose tables are up to date."""
        self._engine = engine

    @property
    def url(self) -> str:
        """The database's URL, without a password."""
        return self._engine.url.render_as_string()

    def close(self) -> None:
        """Let go of the database's connections."""
        self._engine.dispose()

    # Reading

    def list_documents(self, limit: int = 50, cursor: str | None = None) -> DocumentPage:
        """Documents, newest publication day first, those without a day last.

        Args:
            limit: how many at most, from 1.
            cursor: `next_cursor` of the page before, or None for the first.
        """
        n_records = (
            select(func.count()).where(records.c.document == documents.c.id).scalar_subquery()
        )
        query = select(documents, n_records.label("n_records"))
        if cursor is not None:
            day, last_id = _parse_cursor(cursor)
            later = and_(_sort_day == day, documents.c.id > last_id)
            query = query.where(or_(_sort_day < day, later))
        with self._read() as connection:
            found = connection.execute(
                query.order_by(_sort_day.desc(), documents.c.id).limit(limit + 1)
            )
            rows = found.mappings().all()
        more = len(rows) > limit
        return DocumentPage(
            tuple(_document_row(row) for row in rows[:limit]),
            _cursor(rows[limit - 1]) if more else None,
        )

    def get_document(self, document_id: str) -> StoredDocument | None:
        """A document with its current text and records, None where there is none."""
        current = (versions.c.document == documents.c.id) & (
            versions.c.sha256 == documents.c.version
        )
        query = (
            select(documents, versions.c.text, versions.c.notes)
            .join(versions, current)
            .where(documents.c.id == document_id)
        )
        with self._read() as connection:
            row = connection.execute(query).mappings().first()
            if row is None:
                return None
            found = [json.loads(text) for text in _record_texts(connection, document_id)]
        return StoredDocument(document_from(row), row["state"], row["reason"], found)

    def get_version(self, document_id: str, sha256: str) -> str | None:
        """The text of one version of a document, an old one too."""
        query = select(versions.c.text).where(
            versions.c.document == document_id, versions.c.sha256 == sha256
        )
        with self._read() as connection:
            return connection.execute(query).scalar()

    def list_quarantine(self, limit: int = 50) -> list[Quarantined]:
        """What was set aside, in the order of source and line."""
        query = select(quarantine).order_by(quarantine.c.source, quarantine.c.line).limit(limit)
        with self._read() as connection:
            rows = connection.execute(query).mappings().all()
        return [Quarantined(**{**row, "line": row["line"] or None}) for row in rows]

    def counts(self) -> StoreCounts:
        """How many rows of each kind there are."""
        with self._read() as connection:

            def count(table: Any, *conditions: Any) -> int:
                query = select(func.count()).select_from(table).where(*conditions)
                return connection.execute(query).scalar_one()

            return StoreCounts(
                n_documents=count(documents),
                n_coded=count(documents, documents.c.state == "coded"),
                n_not_coded=count(documents, documents.c.state == "not_coded"),
                n_versions=count(versions),
                n_records=count(records),
                n_quarantined=count(quarantine),
            )

    # Data sets of others

    def save_import(self, file: ImportedFile, items: Iterable[ImportItem]) -> ImportCounts:
        """Write the rows of a file in the place of those it had, all of them or none.

        Raises:
            StoreError: the data set holds another format.
        """
        with self._write() as connection:
            n_rows, set_aside = save_file(connection, file, items)
            for item in set_aside:
                _save_quarantined(connection, item)
        return ImportCounts(n_rows, len(set_aside))

    def list_datasets(self) -> list[DatasetRow]:
        """All data sets by name, with how many files and rows they hold."""
        with self._read() as connection:
            return list_datasets(connection)

    def list_files(self, dataset: str) -> list[ImportedFile]:
        """The files of a data set by name; empty where there is no such data set."""
        with self._read() as connection:
            return list_files(connection, dataset)

    def imported_rows(self, dataset: str, file: str | None = None) -> Iterator[dict[str, Any]]:
        """Rows of a data set, or of one of its files, by file and line."""
        with self._read() as connection:
            yield from iterate_rows(connection, dataset, file)

    # Writing

    def save(self, outcomes: Iterable[Outcome]) -> list[Change | None]:
        """Write outcomes in one transaction: all of them or none.

        Returns:
            What each changed among the documents; None for a quarantined input.
        """
        with self._write() as connection:
            return [_save_outcome(connection, outcome) for outcome in outcomes]

    def start_run(self, *, waqai: str, coder: str) -> int:
        """Note that coding begins now; returns the number of the run."""
        values = {"started": _now(), "waqai": waqai, "coder": coder}
        with self._write() as connection:
            key = connection.execute(insert(runs).values(values)).inserted_primary_key
            assert key is not None
            return int(key[0])

    def finish_run(self, run: int, counts: Mapping[str, int], resources: Mapping[str, str]) -> None:
        """Note that a run ended now, what it counted and which resources its records bear."""
        values = {
            "finished": _now(),
            "counts": json.dumps(dict(counts)),
            "resources": json.dumps(dict(sorted(resources.items()))),
        }
        with self._write() as connection:
            connection.execute(update(runs).where(runs.c.id == run).values(values))

    def rebuild_columns(self) -> int:
        """Derive the columns of every record from its JSON again; returns how many differed."""
        n_changed = 0
        with self._write() as connection:
            for row in connection.execute(select(records)).mappings().all():
                derived = derive_columns(json.loads(row["json"]))
                if any(row[name] != value for name, value in derived.items()):
                    n_changed += 1
                    connection.execute(
                        update(records).where(records.c.id == row["id"]).values(derived)
                    )
        return n_changed

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        with _translated(), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        with _translated(), self._engine.connect() as plain:
            connection = plain.execution_options(**{WRITE: True})
            with connection.begin():
                yield connection


@contextmanager
def _translated() -> Iterator[None]:
    """Errors of the database as `StoreError`."""
    try:
        yield
    except DatabaseError as err:
        raise StoreError(
            f"the database refused ({err.orig})",
            hint="see that the disk has room and that no other program holds the file",
        ) from err


def _save_outcome(connection: Connection, outcome: Outcome) -> Change | None:
    match outcome:
        case Coded(document, found):
            texts = [to_json(record) for record in found]
            return _save_document(connection, document, document_values(document), texts)
        case NotCoded(document, reason):
            return _save_document(connection, document, document_values(document, reason), [])
        case Repeated():
            return Change.UNCHANGED
        case Quarantined():
            _save_quarantined(connection, outcome)
            return None


def _save_document(
    connection: Connection, document: Document, values: dict[str, Any], texts: list[str]
) -> Change:
    """Write one document with the JSON of its records, where anything of it is new."""
    mine = documents.c.id == document.id
    known = connection.execute(select(documents).where(mine)).mappings().first()
    connection.execute(
        delete(quarantine).where(quarantine.c.stage == "code", quarantine.c.source == document.id)
    )
    if known is None:
        connection.execute(insert(documents).values(values))
    elif dict(known) == values and _record_texts(connection, document.id) == texts:
        return Change.UNCHANGED
    else:
        connection.execute(update(documents).where(mine).values(values))
    _save_version(connection, document)
    connection.execute(delete(records).where(records.c.document == document.id))
    rows = [_record_values(document, position, text) for position, text in enumerate(texts)]
    if rows:
        connection.execute(insert(records), rows)
    return Change.NEW if known is None else Change.CHANGED


def _save_version(connection: Connection, document: Document) -> None:
    """Add the text of a document where none of its versions has it."""
    mine = versions.c.document == document.id
    known = connection.execute(
        select(versions.c.sha256).where(mine, versions.c.sha256 == document.version)
    )
    if known.first() is not None:
        return
    n_versions = connection.execute(select(func.count()).select_from(versions).where(mine))
    connection.execute(
        insert(versions).values(
            document=document.id,
            sha256=document.version,
            number=n_versions.scalar_one() + 1,
            text=document.text,
            notes=json.dumps(document.notes, ensure_ascii=False),
        )
    )


def _save_quarantined(connection: Connection, item: Quarantined) -> None:
    """Write one quarantined input under its source, line and hash."""
    key = {"source": item.source, "line": item.line or 0, "raw_sha256": item.raw_sha256}
    rest = {"stage": item.stage, "code": item.code, "reason": item.reason, "hint": item.hint}
    same = [quarantine.c[name] == value for name, value in key.items()]
    known = connection.execute(select(quarantine).where(*same)).mappings().first()
    if known is None:
        connection.execute(insert(quarantine).values(key | rest))
    elif dict(known) != key | rest:
        connection.execute(update(quarantine).where(*same).values(rest))


def _record_values(document: Document, position: int, text: str) -> dict[str, Any]:
    fields = json.loads(text)
    return {
        "id": fields["id"],
        "document": document.id,
        "version": document.version,
        "position": position,
        "json": text,
        **derive_columns(fields),
    }


def _record_texts(connection: Connection, document: str) -> list[str]:
    query = select(records.c.json).where(records.c.document == document)
    return list(connection.execute(query.order_by(records.c.position)).scalars())


def _document_row(row: RowMapping) -> DocumentRow:
    return DocumentRow(
        id=row["id"],
        title=row["title"],
        outlet=row["outlet"],
        url=row["url"],
        published=published_from(row),
        language=row["language"],
        state=row["state"],
        reason=row["reason"],
        n_records=row["n_records"],
    )


def _cursor(row: RowMapping) -> str:
    return f"{row['published_last'] or ''}~{row['id']}"


def _parse_cursor(cursor: str) -> tuple[str, str]:
    day, mark, last_id = cursor.partition("~")
    if not mark:
        raise StoreError(f"{cursor!r} is no cursor", hint="take next_cursor of the page before")
    return day, last_id


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
