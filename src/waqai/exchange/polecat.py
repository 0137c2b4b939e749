"""POLECAT's 40 columns, tab-separated with a header, one row a record.

Records that are no event that took place are left out (`why_not_counted`): the table has no
column for marks or stances. Several parties stand in one cell with `;` between them, several
sectors of one party with `|`, as in the released files; a `;` or `|` within a name becomes a
comma. What a record does not hold (titles of a story's people, Wikipedia pages, publication
day) is left empty.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from waqai.exchange.cells import plain, tab_cell, tab_line, undo_defuse
from waqai.exchange.columns import Cell, Column, Fates
from waqai.exchange.contract import EntityFields, RecordFields
from waqai.exchange.countries import load_countries
from waqai.exchange.tally import NO_DATE, ExportTally, why_not_counted

_NOT_HELD = "a record does not hold it"


def _party_columns(side: str, key: str) -> tuple[Column, ...]:
    return (
        Column(
            f"{side} Name", "text", f"{key}.identifier_text, entity_text", "the name, else words"
        ),
        Column(f"{side} Country", "code", f"{key}.code", "alpha-3, KOS or an international code"),
        Column(f"{side} COW", "code", f"{key}.code", "empty for what is no member of that system"),
        Column(f"Primary {side} Sector", "code", f"{key}.sector"),
        Column(f"{side} Sectors", "code", f"{key}.sector, other_sectors"),
        Column(f"{side} Title", "text", f"{key}.office", "Waqai's id of the office"),
        Column(f"{side} Name Raw", "text", f"{key}.entity_text", "in the language of the text"),
        Column(f"Wikipedia {side} ID", "text", "", "Waqai's identities are no pages of Wikipedia"),
    )


COLUMNS = (
    Column("Event ID", "text", "text_info.document, event, mode, id", "joined by `_`"),
    Column("Event Date", "day", "date", "the first day; records without one are left out"),
    Column("Event Type", "code", "event"),
    Column("Event Mode", "code", "mode"),
    Column("Intensity", "number", "event_scale", "some releases call it Event Intensity"),
    Column("Quad Code", "integer", "quad_code"),
    Column("Contexts", "code", "context"),
    *_party_columns("Actor", "actor"),
    *_party_columns("Recipient", "recipient"),
    Column("Placename", "text", "event_loc.resolved_place"),
    Column("City", "text", "event_loc.city"),
    Column("District", "text", "", _NOT_HELD),
    Column("Province", "text", "event_loc.province"),
    Column("Country", "code", "event_loc.country_code"),
    Column("Latitude", "number", "event_loc.lat", "none for a country as a whole"),
    Column("Longitude", "number", "event_loc.lon", "none for a country as a whole"),
    Column("GeoNames ID", "integer", "event_loc.geonameid"),
    Column("Raw Placename", "text", "event_loc.extracted_place"),
    Column("Feature Type", "code", "", _NOT_HELD),
    Column("Source", "text", "cite_info.publication"),
    Column("Publication Date", "day", "", _NOT_HELD),
    Column("Story People", "text", "", _NOT_HELD),
    Column("Story Organizations", "text", "", _NOT_HELD),
    Column("Story Locations", "text", "", _NOT_HELD),
    Column("Language", "code", "cite_info.language", "ISO 639-1"),
    Column("Version", "text", "cite_info.version", "Waqai's"),
)
FATES = Fates(
    kept=("id", "date", "event", "mode", "context", "event_scale", "quad_code"),
    partly={
        "actor": "codes, sectors, office, names and words with tabs, `;` and `|` replaced",
        "recipient": "as actor",
        "event_loc": "names, code, coordinates but for countries, GeoNames id; not resolution",
        "text_info": "the document, with `_` replaced",
        "cite_info": "publication, language, version",
    },
)


def write(records: Iterable[RecordFields], stream: BinaryIO, tally: ExportTally) -> None:
    """Write records as a table of POLECAT with its header, in their order."""
    stream.write(tab_line([column.name for column in COLUMNS]))
    for record in records:
        reason = NO_DATE if record["date"] is None else why_not_counted(record)
        if reason is not None:
            tally.leave_out(reason)
            continue
        stream.write(tab_line([tab_cell(value) for value in to_cells(record)]))
        tally.wrote()


def to_cells(record: RecordFields) -> list[Cell]:
    """The values of a record's row, in the order of `COLUMNS`."""
    place: Any = record["event_loc"] or {}
    cite = record["cite_info"]
    is_country = place.get("resolution") == 1
    return [
        _event_id(record),
        record["date"],
        ";".join(record["event"]),
        ";".join(record["mode"]),
        record["event_scale"],
        record["quad_code"],
        ";".join(record["context"]),
        *_party(record["actor"]),
        *_party(record["recipient"]),
        place.get("resolved_place"),
        place.get("city"),
        None,
        place.get("province"),
        place.get("country_code"),
        None if is_country else place.get("lat"),
        None if is_country else place.get("lon"),
        place.get("geonameid"),
        place.get("extracted_place"),
        None,
        cite["publication"],
        None,
        None,
        None,
        None,
        cite["language"],
        cite["version"],
    ]


def restore(cells: Mapping[str, str]) -> dict[str, Any]:
    """The kept keys of a record, from the cells that `write` made, by column."""

    def listed(name: str) -> list[str]:
        return [word for word in undo_defuse(cells[name]).split(";") if word]

    return {
        "id": undo_defuse(cells["Event ID"]).split("_", 3)[3],
        "date": cells["Event Date"],
        "event": listed("Event Type"),
        "mode": listed("Event Mode"),
        "context": listed("Contexts"),
        "event_scale": float(cells["Intensity"]),
        "quad_code": int(cells["Quad Code"]),
    }


def _event_id(record: RecordFields) -> str:
    """Story, type and mode before the id, as in POLECAT: a story is what precedes the first `_`."""
    story = record["text_info"]["document"].replace("_", "-")
    mode = record["mode"][0] if record["mode"] else ""
    return f"{story}_{record['event'][0]}_{mode}_{record['id']}"


def _party(entities: list[EntityFields]) -> list[Cell]:
    countries = load_countries()

    def joined(values: Iterable[str | None]) -> str:
        return ";".join(_unlisted(value) for value in values)

    codes = [entity["code"] for entity in entities]
    sectors = (
        [entity["sector"], *entity["other_sectors"]] if entity["sector"] else []
        for entity in entities
    )
    return [
        joined(entity["identifier_text"] or entity["entity_text"] for entity in entities),
        joined(codes),
        joined(countries[code].cow if code and code in countries else None for code in codes),
        joined(entity["sector"] for entity in entities),
        ";".join("|".join(plain(sector) for sector in each) for each in sectors),
        joined(entity["office"] for entity in entities),
        joined(entity["entity_text"] for entity in entities),
        None,
    ]


def _unlisted(value: str | None) -> str:
    return (value or "").replace(";", ",").replace("|", ",")
