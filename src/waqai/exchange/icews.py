"""ICEWS' 20 columns, tab-separated with a header, one row a dyad.

Records without a day or a CAMEO code, and those that are no event that took place, are left
out and counted (`waqai.exchange.dyads`). `Intensity` is the Goldstein score of the code, as
in ICEWS. Names of sectors are PLOVER's codes, not ICEWS' phrases, which no table of ours
translates.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO

from waqai.exchange.cells import tab_cell, tab_line, undo_defuse
from waqai.exchange.columns import Cell, Column, Fates
from waqai.exchange.contract import EntityFields, RecordFields
from waqai.exchange.countries import load_countries
from waqai.exchange.dyads import Dyad, pair_parties, why_no_dyad
from waqai.exchange.tally import ExportTally
from waqai.ontology import Ontology, load_ontology


def _party_columns(side: str, key: str) -> tuple[Column, ...]:
    return (
        Column(
            f"{side} Name", "text", f"{key}.identifier_text, entity_text", "the name, else words"
        ),
        Column(f"{side} Sectors", "text", f"{key}.sector, other_sectors", "PLOVER's codes"),
        Column(
            f"{side} Country", "text", f"{key}.code", "English name; empty for IGO and the like"
        ),
    )


COLUMNS = (
    Column("Event ID", "text", "id", "with `.1`, `.2` … where a record has several dyads"),
    Column("Event Date", "day", "date", "the first day; records without one are left out"),
    *_party_columns("Source", "actor"),
    Column("Event Text", "text", "cameo", "the code's name"),
    Column("CAMEO Code", "code", "cameo"),
    Column("Intensity", "number", "goldstein"),
    *_party_columns("Target", "recipient"),
    Column("Story ID", "text", "text_info.document"),
    Column("Sentence Number", "integer", "text_info.sequence", "from 1"),
    Column("Publisher", "text", "cite_info.publication"),
    Column("City", "text", "event_loc.city"),
    Column("District", "text", "", "a record does not hold it"),
    Column("Province", "text", "event_loc.province"),
    Column("Country", "text", "event_loc.country"),
    Column("Latitude", "number", "event_loc.lat", "none for a country as a whole"),
    Column("Longitude", "number", "event_loc.lon", "none for a country as a whole"),
)
FATES = Fates(
    kept=("id", "date", "cameo", "goldstein"),
    partly={
        "actor": "one in each row: name, sectors, country",
        "recipient": "as actor",
        "event": "only as far as the CAMEO code tells it",
        "event_loc": "city, province, country, coordinates but for countries",
        "text_info": "document and number of the sentence",
        "cite_info": "publication",
    },
)


def write(records: Iterable[RecordFields], stream: BinaryIO, tally: ExportTally) -> None:
    """Write records as a table of ICEWS with its header, in their order."""
    ontology = load_ontology()
    stream.write(tab_line([column.name for column in COLUMNS]))
    for record in records:
        reason = why_no_dyad(record)
        if reason is not None:
            tally.leave_out(reason)
            continue
        n_rows = 0
        for dyad in pair_parties(record):
            stream.write(tab_line([tab_cell(value) for value in to_cells(dyad, ontology)]))
            n_rows += 1
        tally.wrote(n_rows)


def to_cells(dyad: Dyad, ontology: Ontology) -> list[Cell]:
    """The values of a dyad's row, in the order of `COLUMNS`."""
    record = dyad.record
    place: Any = record["event_loc"] or {}
    is_country = place.get("resolution") == 1
    named = ontology.cameo.get(record["cameo"] or "")
    return [
        dyad.id,
        record["date"],
        *_party(dyad.actor),
        named.name if named else None,
        record["cameo"],
        record["goldstein"],
        *_party(dyad.recipient),
        record["text_info"]["document"],
        record["text_info"]["sequence"] + 1,
        record["cite_info"]["publication"],
        place.get("city"),
        None,
        place.get("province"),
        place.get("country"),
        None if is_country else place.get("lat"),
        None if is_country else place.get("lon"),
    ]


def restore(cells: Mapping[str, str]) -> dict[str, Any]:
    """The kept keys of a record, from the cells that `write` made, by column."""
    return {
        "id": undo_defuse(cells["Event ID"]).partition(".")[0],
        "date": cells["Event Date"],
        "cameo": cells["CAMEO Code"],
        "goldstein": float(cells["Intensity"]) if cells["Intensity"] else None,
    }


def _party(entity: EntityFields | None) -> list[Cell]:
    if entity is None:
        return [None, None, None]
    country = load_countries().get(entity["code"] or "")
    sectors = [entity["sector"]] if entity["sector"] else []
    return [
        entity["identifier_text"] or entity["entity_text"],
        ",".join([*sectors, *entity["other_sectors"]]),
        country.name if country else None,
    ]
