"""The migrations, run by the program itself: no user needs the command `alembic`.

Revisions are four digits in the order they were written, so that a database of a newer
Waqai can be told from an older one.
"""

from __future__ import annotations

from sqlalchemy import Connection

HEAD = "0002"
"""The newest revision; a test compares it with the scripts."""


def upgrade(connection: Connection, revision: str = HEAD) -> None:
    """Bring the tables behind a connection up to a revision, within its transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "waqai.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, revision)
