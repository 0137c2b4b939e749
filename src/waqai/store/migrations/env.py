"""Run by Alembic for each upgrade: the scripts, on the connection that was handed in.

Imported by anything else, such as a collector of doctests, it does nothing.
"""

from __future__ import annotations

from alembic import context

from waqai.store.tables import metadata

if hasattr(context, "config"):
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
    )
    with context.begin_transaction():
        context.run_migrations()
