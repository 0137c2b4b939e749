"""The tables, as the migrations make them (`waqai.store.migrations`).

Only `runs` holds times and counters that a repetition changes; all else is the same
after coding the same documents again. Days are ISO strings, which sort as days do.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    func,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)

documents = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    Column("outlet", Text),
    Column("url", Text),
    Column("title", Text),
    Column("published_text", Text),  # as given
    Column("published_precision", String(9)),  # year, month, day, timestamp
    Column("published_first", String(10)),
    Column("published_last", String(10)),
    Column("language", String(8), nullable=False),
    Column("state", String(9), nullable=False),  # coded, not_coded
    Column("reason", Text),  # why it is not coded
    Column("version", String(64), nullable=False),  # the current one
)
Index("ix_documents_newest", func.coalesce(documents.c.published_last, "").desc(), documents.c.id)

versions = Table(
    "versions",
    metadata,
    Column("document", Text, ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("number", Integer, nullable=False),  # 1 for the first text under the id
    Column("text", Text, nullable=False),
    Column("notes", Text, nullable=False),  # a JSON list
    PrimaryKeyConstraint("document", "sha256"),
)

records = Table(
    "records",
    metadata,
    Column("id", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("version", String(64), nullable=False),
    Column("position", Integer, nullable=False),  # in the order of the text, from 0
    Column("json", Text, nullable=False),  # the truth; all below is derived from it
    Column("date", String(10)),
    Column("enddate", String(10)),
    Column("event", Text, nullable=False),
    Column("mode", Text),
    Column("stance", Text, nullable=False),
    Column("quad_code", Integer, nullable=False),
    Column("event_scale", Float, nullable=False),
    Column("actor_code", Text),
    Column("recipient_code", Text),
    Column("country_code", Text),
    Column("start", Integer, nullable=False),  # of the trigger, in code points
    ForeignKeyConstraint(
        ["document", "version"], ["versions.document", "versions.sha256"], ondelete="CASCADE"
    ),
    Index(None, "document", "position"),
    Index(None, "date"),
    Index(None, "event", "mode"),
    Index(None, "quad_code"),
    Index(None, "actor_code", "recipient_code", "date"),
    Index(None, "recipient_code"),
    Index(None, "country_code", "date"),
    Index(None, "stance"),
)

quarantine = Table(
    "quarantine",
    metadata,
    Column("source", Text, nullable=False),
    Column("line", Integer, nullable=False),  # 0 where the whole source is meant
    Column("raw_sha256", String(64), nullable=False),  # empty where nothing could be read
    Column("stage", Text, nullable=False),
    Column("code", String(4), nullable=False),
    Column("reason", Text, nullable=False),
    Column("hint", Text, nullable=False),
    PrimaryKeyConstraint("source", "line", "raw_sha256"),
)

datasets = Table(
    "datasets",
    metadata,
    Column("name", Text, primary_key=True),
    Column("format", Text, nullable=False),  # plover, polecat, icews, gdelt
)

dataset_files = Table(
    "dataset_files",
    metadata,
    Column("dataset", Text, ForeignKey("datasets.name", ondelete="CASCADE"), nullable=False),
    Column("file", Text, nullable=False),  # as it was named when it was imported
    Column("vintage", Text, nullable=False),
    Column("layout", Text, nullable=False),  # a JSON object: how the file is written
    PrimaryKeyConstraint("dataset", "file"),
)

imported_rows = Table(
    "imported_rows",
    metadata,
    Column("dataset", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("number", Integer, nullable=False),  # the line it begins on, from 1
    Column("cells", Text, nullable=False),  # a JSON list, as written; all below is derived from it
    Column("row_id", Text),
    Column("day", String(10)),
    Column("actor_codes", Text),
    Column("recipient_codes", Text),
    Column("event_code", Text),
    Column("event", Text),
    Column("modes", Text),
    Column("marks", Text),
    Column("quad", Integer),
    Column("goldstein", Float),
    Column("score", Float),
    Column("country_code", Text),
    Column("place", Text),
    Column("lat", Float),
    Column("lon", Float),
    Column("publisher", Text),
    Column("url", Text),
    Column("n_sources", Integer),
    PrimaryKeyConstraint("dataset", "file", "number"),
    ForeignKeyConstraint(
        ["dataset", "file"], ["dataset_files.dataset", "dataset_files.file"], ondelete="CASCADE"
    ),
    Index(None, "dataset", "day"),
    Index(None, "dataset", "actor_codes", "recipient_codes", "day"),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("started", String(32), nullable=False),  # UTC, ISO
    Column("finished", String(32)),  # null where the run broke off
    Column("waqai", Text, nullable=False),  # its version
    Column("coder", Text, nullable=False),
    Column("counts", Text),  # a JSON object
    Column("resources", Text),  # a JSON object: the hashes that the records bear
)
