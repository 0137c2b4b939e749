"""GDELT 2.0 events: 61 columns, tab-separated without a header.

One row a dyad, as in `waqai.exchange.icews`, with the same records left out. Ids are whole
numbers there: the first 60 bits of the sha256 of the dyad's id, the same as in the table of
mentions (`waqai.exchange.gdelt_mentions`). Each
record is one mention in one document; counts say so, and nothing is merged. What GDELT
measures and Waqai does not (tone, length of the document, times of adding) is left empty, and
so are the places of actors, which a report seldom tells: theirs are not where the act was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from typing import Any, BinaryIO

from waqai.exchange.cameo_codes import QUADS
from waqai.exchange.cells import tab_cell, tab_line
from waqai.exchange.columns import Cell, Column, Fates
from waqai.exchange.contract import EntityFields, RecordFields
from waqai.exchange.countries import load_countries
from waqai.exchange.dyads import Dyad, pair_parties, why_no_dyad
from waqai.exchange.tally import ExportTally

SAME_ROLES = (
    "COP", "GOV", "JUD", "LEG", "MIL", "OPP", "REB", "SPY", "UAF", "PTY", "AGR", "BUS", "CRM",
    "CVL", "EDU", "ELI", "LAB", "REF",
)  # fmt: skip
"""Sectors that are called the same in PLOVER and in CAMEO."""
ROLES = {**dict(zip(SAME_ROLES, SAME_ROLES, strict=True)), "JRN": "MED", "MED": "HLH"}
"""CAMEO's role of a PLOVER sector. PRM, PRE, REL, SOC and UNK have none."""
GROUPS = {"UNO": ("IGO", "UNO"), "EUR": ("IGO", "EEC"), "ISM": ("NGM", "")}
"""Type and known group of international actors whose code is another in CAMEO."""
_NOT_HELD = "a record does not hold it"
_NOT_MEASURED = "Waqai does not measure it"
_GEO_TYPES = {1: 1, 2: 5, 3: 4, 4: 4, 5: 4}
_GEO_TYPES_USA = {1: 1, 2: 2, 3: 3, 4: 3, 5: 3}


def _actor_columns(number: int, key: str) -> tuple[Column, ...]:
    name = f"Actor{number}"
    return (
        Column(f"{name}Code", "code", f"{key}.code, sector, other_sectors", "CAMEO, joined"),
        Column(f"{name}Name", "text", f"{key}.identifier_text, entity_text", "not in capitals"),
        Column(f"{name}CountryCode", "code", f"{key}.code"),
        Column(f"{name}KnownGroupCode", "code", f"{key}.code", "UNO; EEC for the EU"),
        Column(f"{name}EthnicCode", "code", "", _NOT_HELD),
        Column(f"{name}Religion1Code", "code", "", _NOT_HELD),
        Column(f"{name}Religion2Code", "code", "", _NOT_HELD),
        Column(f"{name}Type1Code", "code", f"{key}.sector", "none for PRM, PRE, REL, SOC, UNK"),
        Column(f"{name}Type2Code", "code", f"{key}.other_sectors"),
        Column(f"{name}Type3Code", "code", f"{key}.other_sectors"),
    )  # fmt: skip


def _geo_columns(prefix: str, key: str) -> tuple[Column, ...]:
    reason = "places of actors are not known" if not key else ""
    made = (
        ("Type", "integer", "resolution", "0 where none is told; a district counts as a town"),
        ("FullName", "text", "city, province, country", ""),
        ("CountryCode", "code", "country_code", "FIPS 10-4"),
        ("ADM1Code", "code", "", _NOT_HELD),
        ("ADM2Code", "code", "", _NOT_HELD),
        ("Lat", "number", "lat", "none for a country as a whole"),
        ("Long", "number", "lon", "none for a country as a whole"),
        ("FeatureID", "text", "", "ids of another gazetteer; ours are GeoNames'"),
    )
    return tuple(
        Column(
            f"{prefix}_{name}",
            kind,
            f"{key}.{source}" if key and source else "",
            note if key else ("always 0" if name == "Type" else reason),
        )
        for name, kind, source, note in made
    )


COLUMNS = (
    Column("GLOBALEVENTID", "integer", "id", "60 bits of the sha256 of the dyad's id"),
    Column("SQLDATE", "day", "date", "the first day; records without one are left out"),
    Column("MonthYear", "integer", "date"),
    Column("Year", "integer", "date"),
    Column("FractionDate", "number", "date", "year and share of it gone, of months of 30 days"),
    *_actor_columns(1, "actor"),
    *_actor_columns(2, "recipient"),
    Column("IsRootEvent", "integer", "text_info.sequence", "1 in the first sentence"),
    Column("EventCode", "code", "cameo"),
    Column("EventBaseCode", "code", "cameo", "its first three digits"),
    Column("EventRootCode", "code", "cameo", "its first two"),
    Column("QuadClass", "integer", "cameo", "of the root, which may differ from quad_code"),
    Column("GoldsteinScale", "number", "goldstein"),
    Column("NumMentions", "integer", "", "always 1"),
    Column("NumSources", "integer", "", "always 1"),
    Column("NumArticles", "integer", "", "always 1"),
    Column("AvgTone", "number", "", _NOT_MEASURED),
    *_geo_columns("Actor1Geo", ""),
    *_geo_columns("Actor2Geo", ""),
    *_geo_columns("ActionGeo", "event_loc"),
    Column("DATEADDED", "integer", "", "no clock in a record"),
    Column("SOURCEURL", "text", "cite_info.url"),
)
FATES = Fates(
    kept=("date", "cameo", "goldstein"),
    partly={
        "id": "a hash of it",
        "actor": "one in each row: name, country, roles",
        "recipient": "as actor",
        "event": "only as far as the CAMEO code tells it",
        "event_loc": "city, province, country, coordinates but for countries",
        "text_info": "whether it is the first sentence",
        "cite_info": "the address",
    },
)


def write(records: Iterable[RecordFields], stream: BinaryIO, tally: ExportTally) -> None:
    """Write records as a GDELT 2.0 table of events, in their order."""
    write_dyads(records, stream, tally, to_cells)


def write_dyads(
    records: Iterable[RecordFields],
    stream: BinaryIO,
    tally: ExportTally,
    make: Callable[[Dyad], list[Cell]],
) -> None:
    """Write a row for each dyad of some records, as `make` fills it."""
    for record in records:
        reason = why_no_dyad(record)
        if reason is not None:
            tally.leave_out(reason)
            continue
        n_rows = 0
        for dyad in pair_parties(record):
            stream.write(tab_line([tab_cell(value) for value in make(dyad)]))
            n_rows += 1
        tally.wrote(n_rows)


def to_cells(dyad: Dyad) -> list[Cell]:
    """The values of a dyad's event, in the order of `COLUMNS`."""
    record = dyad.record
    day, cameo = record["date"] or "", record["cameo"] or ""
    year, month, day_of_month = (int(part) for part in day.split("-"))
    return [
        whole_id(dyad.id),
        day.replace("-", ""),
        day[:7].replace("-", ""),
        day[:4],
        # GDELT's own reckoning, in months of 30 days: 31 December is .9890.
        f"{year + ((month - 1) * 30 + day_of_month) / 365:.4f}",
        *_party(dyad.actor),
        *_party(dyad.recipient),
        int(record["text_info"]["sequence"] == 0),
        cameo,
        cameo[:3],
        cameo[:2],
        QUADS.get(cameo[:2]),
        record["goldstein"],
        1,
        1,
        1,
        None,
        *_no_place(),
        *_no_place(),
        *_place(record),
        None,
        record["cite_info"]["url"],
    ]


def whole_id(text: str) -> int:
    """A whole number for an id: 60 bits, so that every database holds it.

    Two of a million ids share one with a chance of 1 in 2 million.

    Example:
        >>> whole_id("89e64799e6ab8a339fa9")
        588034379673543396
    """
    return int(hashlib.sha256(text.encode("utf-8")).hexdigest()[:15], 16)


def restore(cells: Mapping[str, str]) -> dict[str, Any]:
    """The kept keys of a record, from the cells of its event, by column."""
    day = cells["SQLDATE"]
    return {
        "date": f"{day[:4]}-{day[4:6]}-{day[6:]}",
        "cameo": cells["EventCode"],
        "goldstein": float(cells["GoldsteinScale"]) if cells["GoldsteinScale"] else None,
    }


def _party(entity: EntityFields | None) -> list[Cell]:
    if entity is None:
        return [None] * 10
    code = entity["code"] or ""
    country = code if code in load_countries() else ""
    kind, group = GROUPS.get(code, ("" if country else code, ""))
    sectors = [entity["sector"] or "", *entity["other_sectors"]]
    roles = [role for role in (ROLES.get(sector) for sector in sectors) if role]
    types = ([kind] if kind else []) + roles
    types = (types + [""] * 3)[:3]
    # CAMEO writes the known group after its type: IGOUNO.
    parts = [country, kind, group, *(role for role in types if role != kind)]
    name = entity["identifier_text"] or entity["entity_text"]
    return ["".join(parts), name, country, group, None, None, None, *types]


def _no_place() -> list[Cell]:
    return [0, None, None, None, None, None, None, None]


def _place(record: RecordFields) -> list[Cell]:
    place = record["event_loc"]
    if place is None:
        return _no_place()
    country = load_countries().get(place["country_code"] or "")
    types = _GEO_TYPES_USA if place["country_code"] == "USA" else _GEO_TYPES
    is_country = place["resolution"] == 1
    named = [place["city"] or place["resolved_place"], place["province"], place["country"]]
    words = list(dict.fromkeys(word for word in named if word))
    return [
        types.get(place["resolution"] or 0, 0),
        ", ".join(words) or place["extracted_place"],
        country.fips if country else None,
        None,
        None,
        None if is_country else place["lat"],
        None if is_country else place["lon"],
        None,
    ]
