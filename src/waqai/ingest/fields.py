"""One line of JSON Lines, read field by field into a document.

Fields: text (needed), id, published, outlet, title, url, language. A null or blank field
is one that is not stated; then the value given on the command line stands in. Other keys
are allowed and kept nowhere. Without an id the URL names the document, and without both
its text does (`text_id`).
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from waqai.dates import Published
from waqai.errors import IngestError
from waqai.ingest.decoding import check_text, check_writable
from waqai.model import Document

DATE_HINT = "give a year, a month, a day or an ISO timestamp, such as 2025-04-04"
_MAX_QUOTED_CHARS = 60
_MAX_KEYS = 8
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9_-]+)?|auto", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Given:
    """What is known beforehand about documents that do not say it themselves."""

    published: Published | None = None
    outlet: str | None = None
    title: str | None = None
    language: str = "auto"


def text_id(text: str) -> str:
    """The id of a text without a name: the same text has the same one.

    Example:
        >>> text_id("وصل الوفد")
        'text-d9d6a49ed592'
    """
    return "text-" + hashlib.sha256(text.encode("utf-8")).hexdigest()[:12]


def parse_published(value: str | int) -> Published:
    """A publication day at the precision it was given in.

    Raises:
        IngestError: no such day, or none of the forms read.
    """
    try:
        return Published.parse(str(value))
    except ValueError as err:
        raise IngestError(
            f"published is {_shown(value)}, which is no date", hint=DATE_HINT
        ) from err


def parse_language(value: str) -> str:
    """The language in lower case without its region, or "auto".

    Raises:
        IngestError: the value is no language code.

    Example:
        >>> parse_language("ar-LY")
        'ar'
    """
    found = _LANGUAGE.fullmatch(value.strip())
    if found is None:
        raise IngestError(
            f"language is {_shown(value)}, expected auto or a code of ISO 639",
            hint="write ar for Arabic, or auto to have it detected",
        )
    return (found[1] or "auto").lower()


def parse_line(line: str, given: Given) -> Document:
    """The document of one JSON line.

    Raises:
        IngestError: the line is no JSON object, has no text, or a field cannot be read.
    """
    fields = _parse_object(line)
    text = _text(fields)
    published = _published(fields.get("published")) or given.published
    url = _string(fields, "url")
    return Document(
        id=_string(fields, "id", numbers=True) or url or text_id(text),
        text=text,
        published=published,
        outlet=_string(fields, "outlet") or given.outlet,
        title=_string(fields, "title") or given.title,
        url=url,
        language=parse_language(_string(fields, "language") or given.language),
    )


def _parse_object(line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as err:
        raise IngestError(
            f"is no JSON ({err})", hint="write one whole JSON object on each line"
        ) from err
    if not isinstance(found, dict):
        raise IngestError(
            f"is a JSON {_kind(found)}, expected an object",
            hint='write {"id": …, "text": …} on each line',
        )
    return found


def _text(fields: dict[str, Any]) -> str:
    text = fields.get("text")
    if text is None:
        found = ", ".join(_shown(key) for key in sorted(fields)[:_MAX_KEYS]) or "none"
        raise IngestError(f'has no "text" (keys: {found})', hint='put the article under "text"')
    if not isinstance(text, str):
        raise IngestError(
            f'"text" is a {_kind(text)}, expected a string', hint='put the article under "text"'
        )
    check_text(text)
    return text


def _published(value: Any) -> Published | None:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise IngestError(f'"published" is a {_kind(value)}, expected a string', hint=DATE_HINT)
    return parse_published(value)


def _string(fields: dict[str, Any], key: str, *, numbers: bool = False) -> str | None:
    """A field as a string; None where it is null or blank."""
    value = fields.get(key)
    if numbers and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is None:
        return None
    if not isinstance(value, str):
        raise IngestError(
            f'"{key}" is a {_kind(value)}, expected a string', hint="write it in quotes"
        )
    check_writable(value, f'"{key}"')
    return value.strip() or None


def _shown(value: object) -> str:
    """A value as a message quotes it: on one line, cut where it is long."""
    quoted = ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)
    return quoted if len(quoted) <= _MAX_QUOTED_CHARS else quoted[:_MAX_QUOTED_CHARS] + "…"


def _kind(value: object) -> str:
    """The JSON name of a value's type."""
    if isinstance(value, bool):
        return "boolean"
    names = {dict: "object", list: "list", str: "string", int: "number", float: "number"}
    return names.get(type(value), "null")
