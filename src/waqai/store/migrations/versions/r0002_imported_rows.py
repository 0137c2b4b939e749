"""Data sets of others: their files and rows, apart from documents and records."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables and their indexes."""
    op.create_table(
        "datasets",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("format", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_datasets"),
    )
    op.create_table(
        "dataset_files",
        sa.Column("dataset", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("vintage", sa.Text, nullable=False),
        sa.Column("layout", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("dataset", "file", name="pk_dataset_files"),
        sa.ForeignKeyConstraint(
            ["dataset"], ["datasets.name"], name="fk_dataset_files_datasets", ondelete="CASCADE"
        ),
    )
    _create_rows()


def downgrade() -> None:
    """Remove the tables."""
    for table in ("imported_rows", "dataset_files", "datasets"):
        op.drop_table(table)


def _create_rows() -> None:
    texts = ("actor_codes", "recipient_codes", "event_code", "event", "modes", "marks")
    op.create_table(
        "imported_rows",
        sa.Column("dataset", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("cells", sa.Text, nullable=False),
        sa.Column("row_id", sa.Text),
        sa.Column("day", sa.String(10)),
        *(sa.Column(name, sa.Text) for name in texts),
        sa.Column("quad", sa.Integer),
        sa.Column("goldstein", sa.Float),
        sa.Column("score", sa.Float),
        sa.Column("country_code", sa.Text),
        sa.Column("place", sa.Text),
        sa.Column("lat", sa.Float),
        sa.Column("lon", sa.Float),
        sa.Column("publisher", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("n_sources", sa.Integer),
        sa.PrimaryKeyConstraint("dataset", "file", "number", name="pk_imported_rows"),
        sa.ForeignKeyConstraint(
            ["dataset", "file"],
            ["dataset_files.dataset", "dataset_files.file"],
            name="fk_imported_rows_dataset_files",
            ondelete="CASCADE",
        ),
    )
    for columns in (["dataset", "day"], ["dataset", "actor_codes", "recipient_codes", "day"]):
        op.create_index(f"ix_imported_rows_{'_'.join(columns)}", "imported_rows", columns)
