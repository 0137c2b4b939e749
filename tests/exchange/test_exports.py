"""Every format: bytes that do not change, counts that add up, keys kept, in part or lost."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exchange.sample_records import parsed_sample, to_line
from tests.exchange.strategies import records

from waqai.exchange import (
    csv_table,
    ftm,
    gdelt,
    gdelt_mentions,
    geojson,
    icews,
    parquet_table,
    plover,
    polecat,
)
from waqai.exchange.columns import Column
from waqai.exchange.contract import (
    RECORD_KEYS,
    AboutFields,
    AttributionFields,
    CiteInfoFields,
    DateInfoFields,
    EntityFields,
    PlaceFields,
    RecordFields,
    SpanFields,
    TextInfoFields,
    parse_record,
)
from waqai.exchange.formats import EXPORTS, export_records
from waqai.exchange.names import EXPORT_NAMES
from waqai.exchange.tally import ExportTally

FEW = settings(max_examples=25)
"""For what is given several records: to draw them takes longer than to write them."""
TEXT_FORMATS = {
    "plover": "plover.jsonl", "csv": "csv.csv", "polecat": "polecat.tsv", "icews": "icews.tsv",
    "gdelt-events": "gdelt-events.tsv", "gdelt-mentions": "gdelt-mentions.tsv",
    "geojson": "map.geojson", "gexf": "network.gexf", "ftm": "ftm.jsonl",
}  # fmt: skip


def write(items: list[RecordFields], to: str, **options: Any) -> tuple[bytes, ExportTally]:
    """The bytes of some records in a format, and what was counted."""
    stream = io.BytesIO()
    tally = export_records(items, to, stream, **options)
    return stream.getvalue(), tally


def tab_rows(raw: bytes, columns: tuple[Column, ...], *, header: bool) -> list[dict[str, str]]:
    """Rows of a tab-separated table by column."""
    lines = [line.split("\t") for line in raw.decode().split("\n")[:-1]]
    names = [column.name for column in columns]
    if header:
        assert lines.pop(0) == names
    return [dict(zip(names, line, strict=True)) for line in lines]


def csv_rows(raw: bytes) -> list[dict[str, str]]:
    """Rows of CSV by column."""
    return list(csv.DictReader(io.StringIO(raw.decode(), newline="")))


def parquet_rows(raw: bytes) -> Iterator[dict[str, Any]]:
    """Records of a Parquet file."""
    import pyarrow.parquet as pq

    return (parquet_table.restore(row) for row in pq.read_table(io.BytesIO(raw)).to_pylist())


RESTORED: dict[str, Callable[[bytes], list[dict[str, Any]]]] = {
    "plover": lambda raw: [plover.restore(json.loads(line)) for line in raw.splitlines()],
    "csv": lambda raw: [csv_table.restore(row) for row in csv_rows(raw)],
    "parquet": lambda raw: list(parquet_rows(raw)),
    "polecat": lambda raw: [
        polecat.restore(row) for row in tab_rows(raw, polecat.COLUMNS, header=True)
    ],
    "icews": lambda raw: [icews.restore(r) for r in tab_rows(raw, icews.COLUMNS, header=True)],
    "gdelt-events": lambda raw: [
        gdelt.restore(row) for row in tab_rows(raw, gdelt.COLUMNS, header=False)
    ],
    "gdelt-mentions": lambda raw: [
        gdelt_mentions.restore(row) for row in tab_rows(raw, gdelt_mentions.COLUMNS, header=False)
    ],
    "geojson": lambda raw: [geojson.restore(each) for each in json.loads(raw)["features"]],
    "ftm": lambda raw: [
        ftm.restore(entity)
        for entity in map(json.loads, raw.splitlines())
        if entity["schema"] == "Event"
    ],
    "gexf": lambda raw: [],
}
"""What comes back of each format, by the code beside its writer."""


# Names


def test_every_format_has_its_name() -> None:
    """The command's list is that of the formats."""
    assert tuple(EXPORTS) == EXPORT_NAMES
    assert set(RESTORED) == set(EXPORTS)
    assert set(TEXT_FORMATS) == set(EXPORTS) - {"parquet"}


@pytest.mark.parametrize(("name", "n_columns"), [("polecat", 40), ("icews", 20)])
def test_widths_with_a_header(name: str, n_columns: int) -> None:
    """As many columns as the data set."""
    assert len(EXPORTS[name].columns) == n_columns


@pytest.mark.parametrize(("name", "n_columns"), [("gdelt-events", 61), ("gdelt-mentions", 16)])
def test_widths_without_a_header(name: str, n_columns: int) -> None:
    """As many columns as the data set."""
    assert len(EXPORTS[name].columns) == n_columns


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("polecat", "polecat"),
        ("icews", "icews"),
        ("gdelt-events", "gdelt2_events"),
        ("gdelt-mentions", "gdelt2_mentions"),
    ],
)
def test_columns_are_those_of_the_standard(name: str, key: str, shared: Path) -> None:
    """In its order, letter by letter."""
    standard = json.loads((shared / "standards" / "columns.json").read_text("utf-8"))
    assert [column.name for column in EXPORTS[name].columns] == standard[key]


def _inner(kind: Any) -> set[str]:
    return set(kind.__annotations__) if kind else set()


def test_columns_come_from_keys_that_there_are() -> None:
    """A key, a key within a key, or a second one within the same."""
    inner = {
        "actor": EntityFields, "recipient": EntityFields, "event_loc": PlaceFields,
        "text_info": TextInfoFields, "cite_info": CiteInfoFields, "date_info": DateInfoFields,
        "about_date": AboutFields, "event_text": SpanFields, "attribution": AttributionFields,
    }  # fmt: skip
    for name, form in EXPORTS.items():
        for column in form.columns:
            head = ""
            for source in filter(None, column.comes_from.split(", ")):
                first, _, second = source.partition(".")
                if first in RECORD_KEYS and (second or first not in _inner(inner.get(head))):
                    head = first
                else:
                    second = first
                assert not second or second in _inner(inner[head]), (name, column)


# Bytes


@pytest.mark.parametrize("name", TEXT_FORMATS)
def test_golden(name: str, golden: Callable[[str, str], None]) -> None:
    """Each text format of the sample, byte for byte."""
    raw, tally = write(parsed_sample(), name)
    golden(f"exchange/{TEXT_FORMATS[name]}", raw.decode())
    golden(f"exchange/{name}.tally.txt", tally.summary + "\n")


@pytest.mark.parametrize("name", EXPORTS)
def test_the_same_records_give_the_same_bytes(name: str) -> None:
    """Parquet too: no time, no order of a set."""
    assert write(parsed_sample(), name)[0] == write(parsed_sample(), name)[0]


@pytest.mark.parametrize("name", EXPORTS)
def test_no_record_is_a_valid_file(name: str) -> None:
    """Empty, or a frame with nothing in it; never a failure."""
    raw, tally = write([], name)
    assert tally.summary == "in 0 = out 0 + left out 0 + quarantined 0; rows 0"
    assert RESTORED[name](raw) == []


@FEW
@given(st.lists(records(), max_size=3))
def test_counts_add_up(items: list[dict[str, Any]]) -> None:
    """In = out + left out, whatever the records and the format."""
    parsed = [parse_record(to_line(item)) for item in items]
    for name in EXPORTS:
        _, tally = write(parsed, name)
        assert tally.n_in == len(items)
        assert tally.n_in == tally.n_out + tally.left_out.total()


def test_parquet_of_several_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """No record is lost or moved between batches and row groups."""
    import pyarrow.parquet as pq

    monkeypatch.setattr(parquet_table, "ROWS_PER_BATCH", 2)
    monkeypatch.setattr(parquet_table, "BATCHES_PER_GROUP", 2)
    raw, tally = write(parsed_sample(), "parquet")
    assert tally.n_out == 7
    assert pq.ParquetFile(io.BytesIO(raw)).metadata.num_row_groups == 2
    assert [to_line(row) for row in parquet_rows(raw)] == [to_line(r) for r in parsed_sample()]


# Keys


@given(records())
def test_what_is_kept_comes_back_equal(fields: dict[str, Any]) -> None:
    """Each key that a format says it keeps, from each row it made of a record."""
    parsed = parse_record(to_line(fields))
    for name in EXPORTS:
        raw, tally = write([parsed], name)
        restored = RESTORED[name](raw)
        kept = EXPORTS[name].fates.kept
        assert not kept or bool(restored) == bool(tally.n_out), name
        for row in restored:
            assert {key: row[key] for key in kept} == {key: fields[key] for key in kept}, name


@pytest.mark.parametrize("name", EXPORTS)
def test_each_key_has_one_fate(name: str) -> None:
    """Kept, in part, or lost; and all keys that are named are keys."""
    fates = EXPORTS[name].fates
    assert sorted([*fates.kept, *fates.partly, *fates.lost]) == sorted(RECORD_KEYS)


CHANGES: dict[str, Any] = {
    "date_info": {
        "granularity": "year", "type": "range", "basis": "text", "text": "ث", "start": 7, "end": 8,
    },
    "about_date": {
        "date": "1999-01-02", "enddate": "1999-01-03", "granularity": "day", "type": "exact",
        "basis": "text", "text": "ث", "start": 7, "end": 8,
    },
    "mode": ["visit", "phone"], "context": ["cbrn"], "stance": "claimed", "dead": 71,
    "injured": 72, "arrested": 73, "size": 74, "event_scale": 7.125, "goldstein": -7.125,
    "attribution": [{
        "entity_text": "ذذ", "role": "speaker", "verb": None, "start": 1, "end": 2,
        "code": None, "sector": None, "identity": None,
    }],
    "interests": [
        {"holder": "ذ", "text": "ذ", "start": 1, "end": 2, "verb": "ذ", "stance": "asserted"}
    ],
    "size_info": {
        "size": {"min": 1, "max": 9, "qualifier": "about", "text": "ذ", "start": 1, "end": 2}
    },
    "text": "جملة أخرى", "evidence": {"mode": [{"text": "ذ", "start": 1, "end": 2, "rule": "r"}]},
    "coder": "another 2", "rule": "ar.other.001", "confidence": 0.123,
    "resources": {"lexicon": "9"}, "quad_code": 2, "cameo": "036", "aux": ["historical"],
    "enddate": "2025-04-09", "id": "ffff", "date": "2025-03-03", "event": ["ASSAULT"],
    "event_text": [{"text": "التقى", "start": 8, "end": 13}],
}  # fmt: skip
"""Another value of every key but those below."""


def changed_values(fields: RecordFields) -> dict[str, Any]:
    """Another value of every key of a record."""
    place, info, cite = fields["event_loc"], fields["text_info"], fields["cite_info"]
    assert place is not None
    return CHANGES | {
        "symmetric": not fields["symmetric"],
        "actor": fields["recipient"],
        "recipient": fields["actor"],
        "event_loc": {**place, "city": "Tobruk", "resolved_place": "Tobruk"},
        "text_info": {**info, "document": "other", "sequence": 3, "end": 99},
        "cite_info": {**cite, "publication": "ب", "url": "u", "version": "9"},
    }  # fmt: skip


@pytest.mark.parametrize("name", EXPORTS)
def test_what_is_lost_leaves_no_trace(name: str) -> None:
    """Another value of a lost key gives the same bytes: the list of losses is not too long."""
    fields = parsed_sample()[0]
    before = write([fields], name)[0]
    for key in EXPORTS[name].fates.lost:
        changed = parse_record(to_line({**fields, key: changed_values(fields)[key]}))
        assert write([changed], name)[0] == before, key


@pytest.mark.parametrize("name", EXPORTS)
def test_what_is_kept_in_part_leaves_a_trace(name: str) -> None:
    """Another value of a key gives other bytes: nothing that a format keeps is called lost."""
    fields = parsed_sample()[0]
    changes = changed_values(fields)
    before = write([fields], name)[0]
    told = {*EXPORTS[name].fates.kept, *EXPORTS[name].fates.partly}
    for key in sorted(told):
        if key == "event" and name in ("icews", "gdelt-events"):
            continue  # told by the CAMEO code alone
        change = {key: changes[key]}
        if key == "mode" and name == "ftm":
            change = {key: ["phone"]}
        changed = parse_record(to_line({**fields, **change}))
        assert write([changed], name)[0] != before, key


def test_symmetry_is_told_where_it_is_said_to_be() -> None:
    """In PLOVER all sides are actors; tables of dyads do not tell it."""
    clash = parsed_sample()[1]
    (event,) = map(json.loads, write([clash], "plover")[0].splitlines())
    assert len(event["actor"]) == 3
    assert event["recipient"] == []
    for name in ("polecat", "icews", "gdelt-events", "ftm"):
        other = parse_record(to_line({**clash, "symmetric": False}))
        assert write([clash], name)[0] == write([other], name)[0]


# What each leaves out


def test_formats_without_marks_state_no_denial_as_a_fact() -> None:
    """And say what they left out."""
    for name in ("polecat", "icews", "gdelt-events", "gdelt-mentions", "gexf", "ftm"):
        _, tally = write(parsed_sample(), name)
        assert tally.left_out["negation"] == 1
        assert tally.left_out["no date"] == 1


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"aux": ["hypothetical"]}, "hypothetical"),
        ({"aux": ["future"], "event": ["ASSAULT"]}, "future"),
        ({"aux": ["future"], "event": ["AGREE"]}, None),
        ({"aux": ["historical"]}, None),
        ({"stance": "believed"}, "believed"),
        ({"stance": "expected"}, "expected"),
        ({"stance": "claimed"}, None),
    ],
)
def test_what_counts_as_an_event(changes: dict[str, Any], reason: str | None) -> None:
    """As in the series of relations; what is claimed stays."""
    fields = {**parsed_sample()[0], "mode": [], **changes}
    _, tally = write([parse_record(to_line(fields))], "polecat")
    assert dict(tally.left_out) == ({reason: 1} if reason else {})


def test_plover_leaves_out_what_the_standard_requires() -> None:
    """A date, an actor whose code is known, a recipient where the type needs one."""
    _, tally = write(parsed_sample(), "plover")
    assert tally.left_out == {"no date": 1, "no recipient": 1}
    nobody = {**parsed_sample()[0], "actor": []}
    _, tally = write([parse_record(to_line(nobody))], "plover")
    assert tally.left_out == {"no actor": 1}


def test_plover_holds_no_key_of_ours() -> None:
    """The names of the manual's table and no other."""
    standard = {
        "id", "has_event", "date", "time", "enddate", "endtime", "actor", "recipient", "event",
        "event_loc", "event_text", "quad_code", "event_scale", "mode", "context", "link", "text",
        "text_info", "cite_info", "coder", "coded_date", "coded_time", "comment", "dead",
        "injured", "arrested", "size",
    }  # fmt: skip
    entity = {
        "code", "sector", "entity_text", "identifier_id", "identifier_text", "religion",
        "ethnicity", "office", "gender", "age",
    }  # fmt: skip
    for event in map(json.loads, write(parsed_sample(), "plover")[0].splitlines()):
        assert tuple(event) == tuple(column.name for column in plover.COLUMNS)
        assert set(event) <= standard
        assert all(set(each) <= entity for each in [*event["actor"], *event["recipient"]])
        assert set(event["text_info"]) <= {"sequence", "start", "end", "text_story"}


# Spreadsheets

FORMULA = set("=+-@＝＋－＠")


@given(records())
def test_no_cell_of_text_begins_a_formula(fields: dict[str, Any]) -> None:
    """Only numbers begin with a minus, in the columns of numbers."""
    for name in ("csv", "polecat", "icews", "gdelt-events", "gdelt-mentions"):
        raw, _ = write([parse_record(to_line(fields))], name)
        columns = EXPORTS[name].columns
        if name == "csv":
            rows = csv_rows(raw)
        else:
            rows = tab_rows(raw, columns, header=name in ("polecat", "icews"))
        for cell, column in ((row[column.name], column) for row in rows for column in columns):
            if column.type in ("integer", "number"):
                assert not cell or float(cell) is not None
            else:
                assert cell.lstrip()[:1] not in FORMULA
                assert cell[:1] not in ("\t", "\r")


def test_a_byte_order_mark_on_request() -> None:
    """For spreadsheets that take UTF-8 for an old code page; else there is none."""
    with_bom = write(parsed_sample(), "csv", with_bom=True)[0]
    without = write(parsed_sample(), "csv")[0]
    assert with_bom == b"\xef\xbb\xbf" + without
    assert not without.startswith(b"\xef\xbb\xbf")


# Maps


@given(records())
def test_a_country_is_never_a_point(fields: dict[str, Any]) -> None:
    """Nor has it coordinates in a table."""
    place = fields["event_loc"]
    (feature,) = json.loads(write([parse_record(to_line(fields))], "geojson")[0])["features"]
    is_point = (
        place is not None
        and place["resolution"] not in (None, 1)
        and place["lat"] is not None
        and place["lon"] is not None
    )
    expected = {"type": "Point", "coordinates": [place["lon"], place["lat"]]} if is_point else None
    assert feature["geometry"] == expected
    raw, _ = write([parse_record(to_line(fields))], "polecat")
    for row in tab_rows(raw, polecat.COLUMNS, header=True):
        if place is not None and place["resolution"] == 1:
            assert row["Latitude"] == row["Longitude"] == ""


@pytest.mark.parametrize("name", ["geojson", "polecat", "icews", "gdelt-events"])
def test_a_country_with_coordinates_is_no_point(name: str) -> None:
    """Were a gazetteer to give the middle of a country, no format would tell it."""
    clash = parsed_sample()[1]
    assert clash["event_loc"] is not None
    for resolution, is_told in ((1, False), (2, True), (4, True)):
        place = {**clash["event_loc"], "lat": 27.125, "lon": 17.375, "resolution": resolution}
        raw, _ = write([parse_record(to_line({**clash, "event_loc": place}))], name)
        assert (b"27.125" in raw, b"17.375" in raw) == (is_told, is_told)


# Networks


def graph(items: list[RecordFields]) -> ElementTree.Element:
    """The graph of some records."""
    return ElementTree.fromstring(write(items, "gexf")[0])


NS = {"g": "http://gexf.net/1.3"}


def test_a_clash_leads_both_ways_and_weighs_one() -> None:
    """Two edges, half a record each; who has neither identity nor code is no node."""
    found = graph([parsed_sample()[1]])
    edges = found.findall(".//g:edge", NS)
    ends = [(edge.get("source"), edge.get("target")) for edge in edges]
    assert ends == [("LBY/MIL", "LBY/REB"), ("LBY/REB", "LBY/MIL")]
    assert sum(float(edge.get("weight", "")) for edge in edges) == 1
    assert {edge.get("kind") for edge in edges} == {"ASSAULT"}


def test_days_of_an_edge() -> None:
    """Each once; stretches that overlap are one."""
    visit = parsed_sample()[0]
    later = parse_record(to_line({**visit, "enddate": "2025-04-06"}))
    other = parse_record(to_line({**visit, "date": "2026-01-01", "enddate": "2026-01-01"}))
    (edge,) = graph([other, visit, later]).findall(".//g:edge", NS)
    spells = [(s.get("start"), s.get("end")) for s in edge.findall(".//g:spell", NS)]
    assert spells == [("2025-04-04", "2025-04-06"), ("2026-01-01", "2026-01-01")]
    assert edge.get("weight") == "3.0"


@FEW
@given(st.lists(records(), max_size=3))
def test_any_text_is_well_formed_xml(items: list[dict[str, Any]]) -> None:
    """Whatever signs a name holds; every edge joins two nodes that there are."""
    found = graph([parse_record(to_line(item)) for item in items])
    ids = {node.get("id") for node in found.findall(".//g:node", NS)}
    for edge in found.findall(".//g:edge", NS):
        assert {edge.get("source"), edge.get("target")} <= ids


@FEW
@given(st.lists(records(), max_size=3))
def test_order_of_records_does_not_alter_edges(items: list[dict[str, Any]]) -> None:
    """Weights are exact until they are written."""
    one = [parse_record(to_line(item)) for item in items]

    def weights(found: ElementTree.Element) -> list[tuple[str | None, ...]]:
        edges = found.findall(".//g:edge", NS)
        return [(e.get("source"), e.get("target"), e.get("kind"), e.get("weight")) for e in edges]

    assert weights(graph(one)) == weights(graph(one[::-1]))


# FollowTheMoney


@FEW
@given(st.lists(records(), max_size=3))
def test_entities_stand_once_and_before_who_names_them(items: list[dict[str, Any]]) -> None:
    """No id twice, no id that is nobody's, no property empty."""
    seen: set[str] = set()
    raw, _ = write([parse_record(to_line(item)) for item in items], "ftm")
    for entity in map(json.loads, raw.split(b"\n")[:-1]):
        assert entity["id"] not in seen
        seen.add(entity["id"])
        for name, values in entity["properties"].items():
            assert values
            assert all(isinstance(value, str) and value.strip() for value in values)
            if name in ("proof", "involved", "subject", "object"):
                assert set(values) <= seen


def test_properties_are_those_that_are_described() -> None:
    """Every property of every schema stands in the columns."""
    described = {tuple(column.name.split(".")) for column in ftm.COLUMNS}
    parties = {"Person", "PublicBody", "Organization", "Company", "LegalEntity"}
    for entity in map(json.loads, write(parsed_sample(), "ftm")[0].splitlines()):
        schema = "LegalEntity" if entity["schema"] in parties else entity["schema"]
        for name in entity["properties"]:
            link = {"sourceUrl", "publisher"} if schema == "UnknownLink" else set()
            assert (schema, name) in described or name in link
