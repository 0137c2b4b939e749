"""Documents, their versions and their records in a database, SQLite by default.

`open_store(url)` gives a `Store`, whose methods are the only SQL of Waqai. A record's
canonical JSON is the truth; the columns beside it are derived from it and can be built
again. Tables are described in `docs/store.md`.
"""

from waqai.store.engine import open_engine
from waqai.store.imports import DatasetRow, ImportCounts, ImportedFile
from waqai.store.repository import Store
from waqai.store.rows import DocumentPage, DocumentRow, StoreCounts, StoredDocument

__all__ = [
    "DatasetRow",
    "DocumentPage",
    "DocumentRow",
    "ImportCounts",
    "ImportedFile",
    "Store",
    "StoreCounts",
    "StoredDocument",
    "open_store",
]


def open_store(url: str) -> Store:
    """The store behind a database URL, made and brought up to date where needed.

    Args:
        url: such as `sqlite:///waqai.db` (in the current folder) or `sqlite:////srv/waqai.db`.

    Raises:
        StoreError: the URL is none, or the database cannot be opened or is another program's.
    """
    return Store(open_engine(url))
