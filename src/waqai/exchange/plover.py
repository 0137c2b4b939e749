"""PLOVER JSON Lines, strict: the standard's own names and nothing else, one event a line.

1. A record without a date, without an actor whose code is known, or without the recipient
   that its type needs is left out and counted: the standard requires them.
2. Where both sides act (`symmetric`), all stand under `actor`.
3. Auxiliary marks stand in `mode`, after the modes of the type, as the manual has them;
   stance and symmetry, for which it has no field, stand in `comment`.
4. Keys are always written, in the order below; what is not known is null or an empty list.

Names are those of the table in the manual's chapter on data fields (draft 2.0); its example
block spells some otherwise, which the reader understands (`waqai.exchange.plover_rows`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from waqai.exchange.columns import Column, Fates
from waqai.exchange.contract import EntityFields, PlaceFields, RecordFields
from waqai.exchange.tally import NO_ACTOR, NO_DATE, ExportTally
from waqai.ontology import Ontology, load_ontology

MARKS = ("historical", "future", "hypothetical", "negation")
ENTITY_KEYS = ("code", "sector", "entity_text", "identifier_id", "identifier_text", "office")
PLACE_KEYS = (
    "extracted_place", "resolved_place", "geonameid", "lat", "lon", "city", "province",
    "country", "country_code", "resolution",
)  # fmt: skip
CITE_KEYS = ("publication", "url", "title", "language", "codebook", "version")

COLUMNS = (
    Column("id", "text", "id"),
    Column("date", "day", "date", "required: records without a date are left out"),
    Column("enddate", "day", "enddate"),
    Column("actor", "list", "actor", "both sides where the record is symmetric"),
    Column("recipient", "list", "recipient", "empty where the record is symmetric"),
    Column("event", "list", "event"),
    Column("mode", "list", "mode, aux", "marks after modes"),
    Column("context", "list", "context"),
    Column("event_loc", "object", "event_loc", "without offsets; null where no place is told"),
    Column("event_text", "list", "event_text", "the words without their offsets"),
    Column("quad_code", "integer", "quad_code"),
    Column("event_scale", "number", "event_scale"),
    Column("dead", "integer", "dead"),
    Column("injured", "integer", "injured"),
    Column("arrested", "integer", "arrested"),
    Column("size", "integer", "size"),
    Column("text", "text", "text"),
    Column("text_info", "object", "text_info", "`sequence`, `start`, `end`"),
    Column("cite_info", "object", "cite_info"),
    Column("coder", "text", "coder"),
    Column("comment", "text", "stance, symmetric", "such as `stance: reported; symmetric`"),
)
FATES = Fates(
    kept=(
        "id", "date", "enddate", "event", "mode", "context", "aux", "stance", "symmetric",
        "quad_code", "event_scale", "dead", "injured", "arrested", "size", "text", "cite_info",
        "coder",
    ),
    partly={
        "actor": "codes, primary sector, words, name and office; sides of a symmetric act are "
        "not told apart; no offsets, other sectors, mention, basis or identity",
        "recipient": "as actor",
        "event_loc": "all but the offsets of its words",
        "event_text": "the words without their offsets",
        "text_info": "number and offsets of the sentence; not document, version, part, language",
    },
)  # fmt: skip


def write(records: Iterable[RecordFields], stream: BinaryIO, tally: ExportTally) -> None:
    """Write records as strict PLOVER, one a line, in their order."""
    ontology = load_ontology()
    for record in records:
        reason = why_left_out(record, ontology)
        if reason is not None:
            tally.leave_out(reason)
            continue
        line = json.dumps(to_plover(record), ensure_ascii=False, separators=(", ", ": "))
        stream.write(line.encode("utf-8") + b"\n")
        tally.wrote()


def why_left_out(record: RecordFields, ontology: Ontology) -> str | None:
    """What the standard requires and a record lacks; None where it lacks nothing."""
    if record["date"] is None:
        return NO_DATE
    sides = _sides(record)
    if not any(entity["code"] for entity in sides[0]):
        return NO_ACTOR
    kind = ontology.types.get(record["event"][0])
    if kind and kind.requires_recipient and not record["recipient"]:
        return "no recipient"
    return None


def to_plover(record: RecordFields) -> dict[str, Any]:
    """A record under the names of the standard, in the order of `COLUMNS`."""
    actor, recipient = _sides(record)
    info = record["text_info"]
    return {
        "id": record["id"],
        "date": record["date"],
        "enddate": record["enddate"],
        "actor": [_entity(entity) for entity in actor],
        "recipient": [_entity(entity) for entity in recipient],
        "event": record["event"],
        "mode": [*record["mode"], *record["aux"]],
        "context": record["context"],
        "event_loc": _place(record["event_loc"]),
        "event_text": [span["text"] for span in record["event_text"]],
        "quad_code": record["quad_code"],
        "event_scale": record["event_scale"],
        "dead": record["dead"],
        "injured": record["injured"],
        "arrested": record["arrested"],
        "size": record["size"],
        "text": record["text"],
        "text_info": {key: info[key] for key in ("sequence", "start", "end")},
        "cite_info": {key: record["cite_info"][key] for key in CITE_KEYS},  # type: ignore[literal-required]
        "coder": record["coder"],
        "comment": f"stance: {record['stance']}{'; symmetric' if record['symmetric'] else ''}",
    }


def restore(event: Mapping[str, Any]) -> dict[str, Any]:
    """The kept keys of a record, from the event that `to_plover` made of it."""
    same = (
        "id", "date", "enddate", "event", "context", "quad_code", "event_scale", "dead",
        "injured", "arrested", "size", "text", "cite_info", "coder",
    )  # fmt: skip
    comment = event["comment"].split("; ")
    return {key: event[key] for key in same} | {
        "mode": [mode for mode in event["mode"] if mode not in MARKS],
        "aux": [mode for mode in event["mode"] if mode in MARKS],
        "stance": comment[0].removeprefix("stance: "),
        "symmetric": "symmetric" in comment[1:],
    }


def _sides(record: RecordFields) -> tuple[list[EntityFields], list[EntityFields]]:
    if record["symmetric"]:
        return [*record["actor"], *record["recipient"]], []
    return record["actor"], record["recipient"]


def _entity(entity: EntityFields) -> dict[str, Any]:
    return {key: entity[key] for key in ENTITY_KEYS}  # type: ignore[literal-required]


def _place(place: PlaceFields | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {key: place[key] for key in PLACE_KEYS}  # type: ignore[literal-required]
