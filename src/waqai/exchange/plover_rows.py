"""What a line of PLOVER says in the terms that all data sets share.

Three spellings are in circulation: the names of the manual's table (`actor`, `entity_text`),
those of its example block (`raw_text`, `country_code`, `sector_code`), and those of 2016
(`source`, `target`, `actorText`). All are read; the line itself is kept as written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from waqai.errors import ExchangeError
from waqai.exchange.countries import code_of
from waqai.exchange.plover import MARKS
from waqai.exchange.polecat_rows import today
from waqai.exchange.rows import ImportedEvent
from waqai.exchange.values import read_day, read_number, read_whole
from waqai.ontology import load_ontology


def derive(cells: Mapping[str, str], days: str = "iso") -> ImportedEvent:
    """The event of a line.

    Where it names several types, the first counts. Where both sides stand under `actor`, as
    the standard has it for what two sides do, they are all actors: the line tells no more.

    Args:
        cells: the line under the key "json".
        days: how days with slashes are meant.

    Raises:
        ExchangeError: no JSON object, or a key whose value is not what the standard says.
    """
    fields = parse_object(cells["json"])
    names = _words(fields, "event")
    written = _words(fields, "mode")
    event, modes = today(names[0] if names else None, written)
    place = _object(fields, "event_loc")
    cite = _object(fields, "cite_info")
    quad = read_whole(_texts(fields), "quad_code", 1, 4)
    return ImportedEvent(
        row_id=_word(fields, "id"),
        day=read_day(_texts(fields), "date", days),
        actor_codes=_codes(fields, "actor", "source"),
        recipient_codes=_codes(fields, "recipient", "target"),
        event_code=names[0] if names else None,
        event=event,
        modes=modes,
        marks=tuple(mode for mode in written if mode in MARKS),
        quad=quad or (load_ontology().quad(event) if event else None),
        score=read_number(_texts(fields), "event_scale", -10, 10),
        country_code=code_of(_word(place, "country_code") or _word(place, "country") or ""),
        place=_word(place, "resolved_place") or _word(place, "extracted_place"),
        lat=read_number(_texts(place), "lat", -90, 90),
        lon=read_number(_texts(place), "lon", -180, 180),
        publisher=_word(cite, "publication") or _word(fields, "publication"),
        url=_word(cite, "url"),
    )


def parse_object(line: str) -> dict[str, Any]:
    """The JSON object of a line.

    Raises:
        ExchangeError: the line is none.

    Example:
        >>> parse_object('{"id": "a"}')
        {'id': 'a'}
    """
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as err:
        raise ExchangeError(f"is no JSON ({err})", hint="write one object on each line") from err
    if "\\ud" in line.lower() and not _is_writable(found):
        raise ExchangeError(
            "holds half a character (an unpaired surrogate)",
            hint="write characters beyond U+FFFF whole",
        )
    if not isinstance(found, dict):
        raise ExchangeError.of_cell("json", line, "a JSON object")
    return found


def _is_writable(found: Any) -> bool:
    try:
        json.dumps(found, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _codes(fields: Mapping[str, Any], *keys: str) -> tuple[str, ...]:
    """Codes of the entities under the first of some keys that is there."""
    key = next((key for key in keys if fields.get(key)), None)
    if key is None:
        return ()
    entities = fields[key] if isinstance(fields[key], list) else [fields[key]]
    if not all(isinstance(entity, dict) for entity in entities):
        raise ExchangeError.of_cell(key, fields[key], "a list of entities")
    words = (_word(e, "code") or _word(e, "country_code") for e in entities)
    codes = (code_of(word[:3]) or code_of(word) for word in words if word)
    return tuple(dict.fromkeys(code for code in codes if code))


def _words(fields: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """A list of words, or one word where the file has no list."""
    value = fields.get(key)
    if value in (None, "", []):
        return ()
    words = value if isinstance(value, list) else [value]
    if not all(isinstance(word, str) for word in words):
        raise ExchangeError.of_cell(key, value, "a list of codes")
    return tuple(words)


def _object(fields: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = fields.get(key)
    if value in (None, "", []):
        return {}
    if not isinstance(value, dict):
        raise ExchangeError.of_cell(key, value, "an object")
    return value


def _word(fields: Mapping[str, Any], key: str) -> str | None:
    value = fields.get(key)
    return value if isinstance(value, str) and value else None


def _texts(fields: Mapping[str, Any]) -> dict[str, str]:
    """Values as the cells that `waqai.exchange.values` reads: null is empty."""
    return {key: "" if value is None else str(value) for key, value in fields.items()}
