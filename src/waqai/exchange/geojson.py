"""GeoJSON (RFC 7946): a feature collection, one feature a record, for maps.

A point is drawn where the record's place is finer than a country and has coordinates. A
country as a whole is never a point, and neither is a place that is not known: their
geometry is null, so that no map piles them up in the middle of a country. `resolution` tells
how fine a point is; a province's is its middle. Features stand in the order of the records,
one on a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from waqai.exchange.columns import RECORD_TYPES, Column, Fates
from waqai.exchange.contract import EntityFields, RecordFields
from waqai.exchange.tally import ExportTally

COUNTRY = 1
"""The resolution of a country as a whole."""
_SAME = (
    "date", "enddate", "event", "mode", "context", "aux", "stance", "symmetric", "quad_code",
    "event_scale", "cameo", "goldstein", "dead", "injured", "arrested", "size", "text",
    "cite_info", "coder", "rule", "confidence",
)  # fmt: skip
COLUMNS = (
    Column("id", "text", "id"),
    Column("geometry", "object", "event_loc.lon, lat", "null for countries and where not known"),
    *(Column(f"properties.{key}", RECORD_TYPES.get(key, "text"), key) for key in _SAME),
    Column("properties.actor", "list", "actor", "code, sector, name (the words where none)"),
    Column("properties.recipient", "list", "recipient", "likewise"),
    Column("properties.place", "object", "event_loc", "names, code, resolution"),
    Column("properties.document", "text", "text_info.document"),
)
FATES = Fates(
    kept=("id", *_SAME),
    partly={
        "actor": "codes, primary sector, name",
        "recipient": "as actor",
        "event_loc": "names, code, resolution, coordinates but for countries",
        "text_info": "the document",
    },
)


def write(records: Iterable[RecordFields], stream: BinaryIO, tally: ExportTally) -> None:
    """Write records as one feature collection, in their order."""
    stream.write(b'{"type": "FeatureCollection", "features": [')
    before = b"\n"
    for record in records:
        line = json.dumps(to_feature(record), ensure_ascii=False, separators=(", ", ": "))
        stream.write(before + line.encode("utf-8"))
        before = b",\n"
        tally.wrote()
    stream.write(b"\n]}\n")


def to_feature(record: RecordFields) -> dict[str, Any]:
    """A record as a feature."""
    properties: dict[str, Any] = {key: record[key] for key in _SAME}  # type: ignore[literal-required]
    return {
        "type": "Feature",
        "id": record["id"],
        "geometry": _geometry(record),
        "properties": properties
        | {
            "actor": [_party(entity) for entity in record["actor"]],
            "recipient": [_party(entity) for entity in record["recipient"]],
            "place": _place(record),
            "document": record["text_info"]["document"],
        },
    }


def restore(feature: Mapping[str, Any]) -> dict[str, Any]:
    """The kept keys of a record, from its feature."""
    return {"id": feature["id"]} | {key: feature["properties"][key] for key in _SAME}


def _geometry(record: RecordFields) -> dict[str, Any] | None:
    place = record["event_loc"]
    if place is None or place["resolution"] in (None, COUNTRY):
        return None
    if place["lat"] is None or place["lon"] is None:
        return None
    return {"type": "Point", "coordinates": [place["lon"], place["lat"]]}


def _party(entity: EntityFields) -> dict[str, Any]:
    return {
        "code": entity["code"],
        "sector": entity["sector"],
        "name": entity["identifier_text"] or entity["entity_text"],
    }


def _place(record: RecordFields) -> dict[str, Any] | None:
    place = record["event_loc"]
    if place is None:
        return None
    keys = (
        "extracted_place", "resolved_place", "country", "country_code", "province", "city",
        "geonameid", "resolution",
    )  # fmt: skip
    return {key: place[key] for key in keys}  # type: ignore[literal-required]
