"""One script for each revision, loaded by Alembic; named r and its four digits."""
