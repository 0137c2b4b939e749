"""Documents, versions, records, quarantine and runs.

A migration states the tables as they were on its day; it does not import
`waqai.store.tables`, which later ones change.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables and their indexes."""
    _create_documents()
    _create_records()
    op.create_table(
        "quarantine",
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("line", sa.Integer, nullable=False),
        sa.Column("raw_sha256", sa.String(64), nullable=False),
        sa.Column("stage", sa.Text, nullable=False),
        sa.Column("code", sa.String(4), nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("hint", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("source", "line", "raw_sha256", name="pk_quarantine"),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("started", sa.String(32), nullable=False),
        sa.Column("finished", sa.String(32)),
        sa.Column("waqai", sa.Text, nullable=False),
        sa.Column("coder", sa.Text, nullable=False),
        sa.Column("counts", sa.Text),
        sa.Column("resources", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_runs"),
    )


def downgrade() -> None:
    """Remove all tables."""
    for table in ("runs", "quarantine", "records", "versions", "documents"):
        op.drop_table(table)


def _create_documents() -> None:
    op.create_table(
        "documents",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("title", sa.Text),
        sa.Column("published_text", sa.Text),
        sa.Column("published_precision", sa.String(9)),
        sa.Column("published_first", sa.String(10)),
        sa.Column("published_last", sa.String(10)),
        sa.Column("language", sa.String(8), nullable=False),
        sa.Column("state", sa.String(9), nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("version", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_documents"),
    )
    newest = sa.text("coalesce(published_last, '') DESC")
    op.create_index("ix_documents_newest", "documents", [newest, "id"])
    op.create_table(
        "versions",
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("notes", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("document", "sha256", name="pk_versions"),
        sa.ForeignKeyConstraint(
            ["document"], ["documents.id"], name="fk_versions_documents", ondelete="CASCADE"
        ),
    )


def _create_records() -> None:
    op.create_table(
        "records",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("document", sa.Text, nullable=False),
        sa.Column("version", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("json", sa.Text, nullable=False),
        sa.Column("date", sa.String(10)),
        sa.Column("enddate", sa.String(10)),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("mode", sa.Text),
        sa.Column("stance", sa.Text, nullable=False),
        sa.Column("quad_code", sa.Integer, nullable=False),
        sa.Column("event_scale", sa.Float, nullable=False),
        sa.Column("actor_code", sa.Text),
        sa.Column("recipient_code", sa.Text),
        sa.Column("country_code", sa.Text),
        sa.Column("start", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_records"),
        sa.ForeignKeyConstraint(
            ["document", "version"],
            ["versions.document", "versions.sha256"],
            name="fk_records_versions",
            ondelete="CASCADE",
        ),
    )
    for columns in (
        ["document", "position"],
        ["date"],
        ["event", "mode"],
        ["quad_code"],
        ["actor_code", "recipient_code", "date"],
        ["recipient_code"],
        ["country_code", "date"],
        ["stance"],
    ):
        op.create_index(f"ix_records_{'_'.join(columns)}", "records", columns)
