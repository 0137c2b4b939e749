"""What the store gives back, and how documents become rows and rows documents."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import RowMapping

from waqai.dates import Published
from waqai.model import Document


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document as a list shows it, without its text."""

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: Published | None
    language: str
    state: str
    """coded or not_coded."""
    reason: str | None
    """Why it is not coded."""
    n_records: int


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Some documents, newest first, and where the next ones begin."""

    documents: tuple[DocumentRow, ...]
    next_cursor: str | None
    """For the next call; None at the end."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document with its current text and its records."""

    document: Document
    state: str
    """coded or not_coded."""
    reason: str | None
    """Why it is not coded."""
    records: list[dict[str, Any]]
    """The records' JSON in the order of the text."""


@dataclass(frozen=True, slots=True)
class StoreCounts:
    """How much the store holds."""

    n_documents: int
    n_coded: int
    n_not_coded: int
    n_versions: int
    n_records: int
    n_quarantined: int


class Change(StrEnum):
    """What saving a document did to the store."""

    NEW = "new"
    CHANGED = "changed"
    """New text, other metadata or other records under a known id."""
    UNCHANGED = "unchanged"


def document_values(document: Document, not_coded: str | None = None) -> dict[str, Any]:
    """The row of the table `documents` for a document, with the reason it is not coded."""
    published = document.published
    return {
        "id": document.id,
        "outlet": document.outlet,
        "url": document.url,
        "title": document.title,
        "published_text": published.text if published else None,
        "published_precision": published.precision if published else None,
        "published_first": published.first.isoformat() if published else None,
        "published_last": published.last.isoformat() if published else None,
        "language": document.language,
        "state": "coded" if not_coded is None else "not_coded",
        "reason": not_coded,
        "version": document.version,
    }


def published_from(row: RowMapping) -> Published | None:
    """The publication day of a row of `documents`."""
    if row["published_text"] is None:
        return None
    return Published(
        row["published_text"],
        row["published_precision"],
        date.fromisoformat(row["published_first"]),
        date.fromisoformat(row["published_last"]),
    )


def document_from(row: RowMapping) -> Document:
    """The document of a row of `documents` joined with the one of `versions`."""
    return Document(
        id=row["id"],
        text=row["text"],
        published=published_from(row),
        outlet=row["outlet"],
        title=row["title"],
        url=row["url"],
        language=row["language"],
        notes=tuple(json.loads(row["notes"])),
    )
