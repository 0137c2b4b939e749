"""Files of other data sets: every vintage, every cell as written, every bad row told."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exchange.sample_records import parsed_sample
from tests.exchange.strategies import CELLS

from waqai.errors import ExchangeError
from waqai.exchange import imports, names
from waqai.exchange.cameo_codes import QUADS, code_of_name, plover_of
from waqai.exchange.countries import INTERNATIONAL, code_of, code_of_fips, load_countries
from waqai.exchange.formats import export_records
from waqai.exchange.imports import ImportOptions, read_rows, write_rows
from waqai.exchange.rows import ImportedRow, Layout
from waqai.exchange.stored import from_values, layout_from_json, layout_to_json, to_values
from waqai.exchange.vintages import VINTAGES
from waqai.knowledge import load_knowledge
from waqai.ontology import load_ontology
from waqai.outcome import Quarantined

GOOD: dict[str, dict[str, str]] = {
    "polecat": {
        "Event ID": "s1_ASSAULT_assassinate_1", "Event Date": "2023-02-01",
        "Event Type": "ASSAULT", "Event Mode": "assassinate", "Intensity": "-9.5",
        "Quad Code": "MATERIAL CONFLICT", "Actor Country": "SYR;IRN", "Recipient Country": "ISR",
        "Country": "LBN", "Latitude": "33.9", "Longitude": "35.5", "Placename": "Beirut",
        "Source": "Example",
    },
    "icews": {
        "Event ID": "7", "Event Date": "2014-01-02", "Source Country": "Russian Federation",
        "Event Text": "Make statement", "CAMEO Code": "010", "Intensity": "0.0",
        "Target Country": "United States", "Country": "Ukraine", "City": "Kiev",
        "Latitude": "50.45", "Longitude": "30.52", "Publisher": "Example",
    },
    "icews-2017": {
        "Event ID": "7", "Event Date": "2017-01-02", "Source Country": "Cote d'Ivoire",
        "Event Text": "Consult", "Intensity": "1.0", "Target Country": "Nowhere",
    },
    "gdelt2-events": {
        "GLOBALEVENTID": "410411111", "SQLDATE": "20150218", "EventCode": "0251",
        "QuadClass": "1", "GoldsteinScale": "-0.3", "Actor1CountryCode": "ROM",
        "Actor2KnownGroupCode": "EEC", "Actor2Type1Code": "IGO", "NumSources": "3",
        "ActionGeo_CountryCode": "IZ", "ActionGeo_FullName": "Baghdad, Iraq",
        "ActionGeo_Lat": "33.3", "ActionGeo_Long": "44.4", "SOURCEURL": "http://example.org/a",
    },
    "gdelt2-mentions": {
        "GLOBALEVENTID": "410411111", "EventTimeDate": "20150218230000",
        "MentionSourceName": "example.org", "MentionIdentifier": "http://example.org/a",
    },
}  # fmt: skip
GOOD["gdelt1-events"] = GOOD["gdelt1-events-2013"] = GOOD["gdelt2-events"]
TABLES = [name for name in VINTAGES if name != "plover"]


def columns_of(vintage: str) -> tuple[str, ...]:
    """The columns of a vintage's own files."""
    return VINTAGES[vintage].needed or VINTAGES[vintage].columns


def row_of(vintage: str, **changes: str) -> list[str]:
    """A row of a vintage with some cells changed."""
    cells = GOOD[vintage] | changes
    return [cells.get(name, "") for name in columns_of(vintage)]


def table(vintage: str, rows: list[list[str]], newline: str = "\n") -> bytes:
    """A file of a vintage."""
    header = [list(columns_of(vintage))] if VINTAGES[vintage].has_header else []
    return "".join("\t".join(row) + newline for row in header + rows).encode()


def read(raw: bytes, form: str, **options: str) -> tuple[Layout, list[Any]]:
    """Layout and items of a file."""
    layout, rows = read_rows(io.BytesIO(raw), "a.tsv", form, ImportOptions(**options))
    return layout, list(rows)


def read_one(vintage: str, days: str = "iso", **changes: str) -> Any:
    """The one item of a file of one row."""
    form = VINTAGES[vintage].format
    layout, (item,) = read(table(vintage, [row_of(vintage, **changes)]), form, days=days)
    assert layout.vintage == vintage
    return item


def write(layout: Layout, rows: list[ImportedRow]) -> bytes:
    """The bytes of some rows."""
    stream = io.BytesIO()
    write_rows(rows, layout, stream)
    return stream.getvalue()


# Vintages


def test_names_are_those_of_the_command() -> None:
    """Each format has a vintage, and each vintage something that reads it."""
    assert {vintage.format for vintage in VINTAGES.values()} == set(names.IMPORT_NAMES)
    assert set(imports._DERIVE) == set(VINTAGES)


def test_columns_are_those_of_the_standard(shared: Path) -> None:
    """Of every table that it lists."""
    standard = json.loads((shared / "standards" / "columns.json").read_text("utf-8"))
    known = {
        "polecat": "polecat", "icews": "icews", "gdelt1_events": "gdelt1-events",
        "gdelt2_events": "gdelt2-events", "gdelt2_mentions": "gdelt2-mentions",
    }  # fmt: skip
    assert set(standard) == set(known)
    for key, vintage in known.items():
        assert list(columns_of(vintage)) == standard[key]


def test_widths() -> None:
    """By which files without a header are told apart."""
    widths = {name: len(columns_of(name)) for name in TABLES}
    assert widths == {
        "polecat": 40, "icews": 20, "icews-2017": 19, "gdelt2-events": 61, "gdelt1-events": 58,
        "gdelt1-events-2013": 57, "gdelt2-mentions": 16,
    }  # fmt: skip


# What rows say


def test_polecat() -> None:
    """Old mode under today's name, quad written out, several countries in one cell."""
    event = read_one("polecat").event
    assert (event.event, event.modes, event.quad) == ("ASSAULT", ("targeted",), 4)
    assert event.actor_codes == ("SYR", "IRN")
    assert event.recipient_codes == ("ISR",)
    assert (event.day, event.score, event.goldstein) == ("2023-02-01", -9.5, None)
    assert (event.country_code, event.place, event.lat) == ("LBN", "Beirut", 33.9)


def test_icews() -> None:
    """Countries by name; a statement has no type in PLOVER, and a quad all the same."""
    event = read_one("icews").event
    assert (event.actor_codes, event.recipient_codes) == (("RUS",), ("USA",))
    assert (event.event_code, event.event, event.quad) == ("010", None, 1)
    assert (event.goldstein, event.score) == (0.0, None)


def test_icews_without_codes() -> None:
    """The code is the one whose name the text is; a name nobody knows has none."""
    event = read_one("icews-2017").event
    assert (event.event_code, event.event, event.quad) == ("040", "CONSULT", 1)
    assert (event.actor_codes, event.recipient_codes) == (("CIV",), ())
    other = read_one("icews-2017", **{"Event Text": "Do something"}).event
    assert (other.event_code, other.event, other.quad) == (None, None, None)


@pytest.mark.parametrize("vintage", ["gdelt2-events", "gdelt1-events", "gdelt1-events-2013"])
def test_gdelt(vintage: str) -> None:
    """An old country code, the European Union by its group, FIPS for places."""
    event = read_one(vintage).event
    assert (event.actor_codes, event.recipient_codes) == (("ROU",), ("EUR",))
    assert (event.day, event.event_code, event.quad) == ("2015-02-18", "0251", 1)
    assert (event.country_code, event.n_sources) == ("IRQ", 3)
    assert event.url == (None if vintage.endswith("2013") else "http://example.org/a")


def test_gdelt_mentions() -> None:
    """No day: the times are those of recording."""
    event = read_one("gdelt2-mentions").event
    assert (event.row_id, event.day, event.publisher) == ("410411111", None, "example.org")


PLOVER_LINES = {
    "table": {
        "id": "a", "date": "2020-01-02", "event": ["COERCE"], "mode": ["ban", "negation"],
        "actor": [{"code": "TUN", "entity_text": "ذ"}], "recipient": [{"code": "LBY"}],
        "quad_code": 4, "event_scale": -7, "event_loc": {"country_code": "TUN", "lat": 36.8},
        "cite_info": {"publication": "P", "url": "u"},
    },
    "example block": {
        "id": "b", "date": "2020-01-02", "event": ["COERCE"], "mode": ["ban", "negation"],
        "actor": [{"raw_text": "ذ", "country_code": "TUN", "sector_code": "GOV"}],
        "recipient": [{"country_code": "LBY"}], "quad_code": 4, "event_scale": "-7",
        "event_loc": {"country": "Tunisia", "lat": "36.8"},
        "cite_info": {"publication": "P", "url": "u"},
    },
    "2016": {
        "id": "c", "date": "2020-01-02", "event": "COERCE", "mode": ["ban", "negation"],
        "source": [{"actorText": "ذ", "code": "TUNGOV"}],
        "target": {"actorText": "ذ", "code": "LBY"}, "event_scale": -7,
        "event_loc": {"country": "Tunisia", "lat": 36.8}, "publication": "P",
        "cite_info": {"url": "u"},
    },
}  # fmt: skip


@pytest.mark.parametrize("spelling", PLOVER_LINES)
def test_plover_spellings(spelling: str) -> None:
    """Three names for the same things; an old mode is today's; marks are kept apart."""
    raw = json.dumps(PLOVER_LINES[spelling]).encode() + b"\n"
    _, (row,) = read(raw, "plover")
    event = row.event
    assert (event.day, event.event, event.modes) == ("2020-01-02", "COERCE", ("restrict",))
    assert event.marks == ("negation",)
    assert (event.actor_codes, event.recipient_codes) == (("TUN",), ("LBY",))
    assert (event.quad, event.score, event.country_code) == (4, -7.0, "TUN")
    assert (event.lat, event.publisher, event.url) == (36.8, "P", "u")


def test_plover_of_2016_in_place(shared: Path) -> None:
    """The set in circulation: all rows are read, byte for byte."""
    raw = (shared / "gold" / "en_plover_gsr.jsonl").read_bytes()
    layout, items = read(raw, "plover")
    assert not [item for item in items if isinstance(item, Quarantined)]
    assert write(layout, items).rstrip(b"\n") == raw.rstrip(b"\n")
    assert all(item.event.event for item in items)
    assert sum(bool(item.event.actor_codes) for item in items) > 100


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("FIGHT", ("ASSAULT", ())),
        ("INVESTIGATE", ("ACCUSE", ("investigate",))),
        ("DEMAND", ("REQUEST", ())),
        ("YIELD", (None, ())),
        ("nothing", (None, ())),
    ],
)
def test_types_of_other_vintages(old: str, new: tuple[str | None, tuple[str, ...]]) -> None:
    """Under today's name where they have one."""
    event = read_one("polecat", **{"Event Type": old, "Event Mode": "", "Quad Code": ""}).event
    assert (event.event, event.modes) == new
    assert event.event_code == old


def test_what_our_own_exports_say() -> None:
    """A record's day, parties and type come back through each format."""
    for to, form in (("polecat", "polecat"), ("icews", "icews"), ("gdelt-events", "gdelt")):
        stream = io.BytesIO()
        export_records(parsed_sample()[:1], to, stream)
        _, (row,) = read(stream.getvalue(), form)
        event = row.event
        assert (event.day, event.event, event.modes) == ("2025-04-04", "CONSULT", ("visit",))
        assert (event.actor_codes, event.recipient_codes) == (("TUR",), ("LBY",))
        assert (event.quad, event.country_code, event.lat) == (1, "LBY", 32.767)


# Cells as written


@pytest.mark.parametrize("vintage", TABLES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@settings(max_examples=30)
@given(data=st.data())
def test_table_waqai_table(vintage: str, newline: str, data: st.DataObject) -> None:
    """Equal on every column, stray quotes and empty cells included, and through the store."""
    columns = columns_of(vintage)
    free = [name for name in columns if not any(name in cells for cells in GOOD.values())]
    rows = []
    for _ in range(data.draw(st.integers(1, 3))):
        some = data.draw(st.lists(st.sampled_from(free), max_size=6)) if free else []
        changes = {name: data.draw(CELLS) for name in some}
        # A carriage return at the end of a line is the line's end.
        changes = {k: v.rstrip("\r") if k == columns[-1] else v for k, v in changes.items()}
        rows.append(row_of(vintage, **changes))
    raw = table(vintage, rows, newline)
    layout, items = read(raw, VINTAGES[vintage].format)
    assert [list(item.cells) for item in items] == rows
    assert write(layout, items) == raw
    assert [from_values(to_values(item)) for item in items] == items
    assert layout_from_json(layout_to_json(layout)) == layout


@pytest.mark.parametrize("encoding", names.ENCODINGS)
def test_encodings_give_their_bytes_back(encoding: str) -> None:
    """Whatever the file was written in, once it is named."""
    name = "قطر" if encoding in ("utf-8", "windows-1256") else "Côte"
    raw = table("polecat", [row_of("polecat", Placename="#")]).replace(b"#", name.encode(encoding))
    layout, items = read(raw, "polecat", encoding=encoding)
    assert items[0].event.place == name
    assert write(layout, items) == raw


def test_a_line_in_another_encoding_costs_one_row() -> None:
    """And says which option mends it."""
    good = table("polecat", [row_of("polecat")] * 2)
    bad = "\t".join(row_of("polecat", Placename="Côte")).encode("latin-1") + b"\n"
    _, items = read(good + bad, "polecat")
    assert [isinstance(item, Quarantined) for item in items] == [False, False, True]
    assert "is no utf-8; name the file's encoding, such as --encoding latin-1" in items[2].message


def test_a_byte_order_mark_is_kept() -> None:
    """And is not part of the first column's name."""
    raw = b"\xef\xbb\xbf" + table("icews", [row_of("icews")])
    layout, items = read(raw, "icews")
    assert layout.columns[0] == "Event ID"
    assert write(layout, items) == raw


def test_a_header_of_its_own_order_and_names() -> None:
    """Event Intensity, a stray Headline, a column nobody knows: kept, read by name."""
    names_ = [*columns_of("polecat")[::-1], "Headline", "Extra"]
    header = ["Event Intensity" if name == "Intensity" else name for name in names_]
    cells = GOOD["polecat"] | {"Headline": "a headline", "Extra": "x"}
    row = [cells.get(name, "") for name in names_]
    raw = ("\t".join(header) + "\n" + "\t".join(row) + "\n").encode()
    layout, (item,) = read(raw, "polecat")
    assert item.event.score == -9.5
    assert layout.unknown == ("Extra",)
    assert write(layout, [item]) == raw


def test_tabs_at_the_end_of_a_row_are_kept() -> None:
    """They hold nothing, so that nothing has to be moved."""
    raw = table("polecat", [[*row_of("polecat"), "", ""], row_of("polecat")])
    layout, items = read(raw, "polecat")
    assert [len(item.cells) for item in items] == [42, 40]
    assert write(layout, items) == raw


def test_tabs_at_the_end_of_the_header() -> None:
    """Name no columns; rows may end in more tabs, in fewer or in none."""
    header = ["\t".join(columns_of("polecat")) + "\t\t"]
    row = "\t".join(row_of("polecat"))
    raw = "\n".join([*header, row + "\t\t", row, row + "\t", ""]).encode()
    layout, items = read(raw, "polecat")
    assert [item.event.day for item in items] == ["2023-02-01"] * 3
    assert layout.unknown == ()
    assert write(layout, items) == raw


@pytest.mark.parametrize("place", [0, 20, 40])
def test_a_header_that_names_a_column_rows_do_not_have(place: int) -> None:
    """Some releases name Headline and hold none: rows are in the standard order."""
    header = list(columns_of("polecat"))
    header.insert(place, "Headline")
    raw = ("\t".join(header) + "\n" + "\t".join(row_of("polecat")) + "\n").encode()
    layout, (item,) = read(raw, "polecat")
    assert (item.event.place, item.event.publisher) == ("Beirut", "Example")
    assert write(layout, [item]) == raw


def test_files_written_with_quotes() -> None:
    """Cells that run over tabs and lines, doubled quotes: read plain, kept as written."""
    place, name = 'a "b"\tc\nd', "=x"
    row = row_of("polecat", Placename=place, **{"Actor Name": name})
    stream = io.StringIO()
    out = csv.writer(stream, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_ALL)
    out.writerow(columns_of("polecat"))
    out.writerow(row)
    out.writerow(row_of("polecat"))
    raw = stream.getvalue().encode()
    layout, items = read(raw, "polecat")
    assert [item.number for item in items] == [2, 4]
    assert items[0].event.place == place
    assert items[0].event.day == "2023-02-01"
    assert write(layout, items) == raw


def test_an_open_quote_swallows_no_good_row() -> None:
    """A short row with a stray quote is set aside alone."""
    short = ["x", '"stray']
    rows = [row_of("icews"), short, row_of("icews"), row_of("icews")]
    _, items = read(table("icews", rows), "icews")
    assert [isinstance(item, Quarantined) for item in items] == [False, True, False, False]
    assert "a.tsv:3 (import): has 2 cells, expected 20" in items[1].message


def test_gdelt_has_no_quoting() -> None:
    """A stray quote is a sign like another."""
    row = row_of("gdelt2-events", ActionGeo_FullName='"Baghdad')
    raw = table("gdelt2-events", [row, row])
    layout, items = read(raw, "gdelt")
    assert [item.event.place for item in items] == ['"Baghdad'] * 2
    assert write(layout, items) == raw


def test_gdelt_with_a_header() -> None:
    """Some copies have one."""
    header = list(columns_of("gdelt2-mentions"))
    raw = table("gdelt2-mentions", [header, row_of("gdelt2-mentions")])
    layout, items = read(raw, "gdelt")
    assert len(items) == 1
    assert write(layout, items) == raw


# Bad rows


@pytest.mark.parametrize(
    ("vintage", "changes", "message"),
    [
        ("polecat", {"Event Date": "2023-02-30"}, "Event Date: is '2023-02-30', expected a day"),
        ("polecat", {"Intensity": "high"}, "Intensity: is 'high', expected a number from -10 to"),
        ("polecat", {"Intensity": "nan"}, None),
        ("polecat", {"Intensity": "1_0"}, "Intensity: is '1_0'"),
        ("polecat", {"Latitude": "91"}, "Latitude: is '91', expected a number from -90 to 90"),
        ("polecat", {"Quad Code": "5"}, "Quad Code: is '5', expected 1 to 4, or such as"),
        ("polecat", {"Event Date": ""}, None),
        ("icews", {"CAMEO Code": "10x"}, "CAMEO Code: is '10x', expected a CAMEO code"),
        ("icews", {"CAMEO Code": "990"}, "CAMEO Code: is '990', expected a CAMEO code"),
        ("icews", {"CAMEO Code": "0357"}, None),
        ("icews", {"Event Date": "4/5/2017"}, "expected a day; say how it is meant, with --days"),
        ("gdelt2-events", {"SQLDATE": "2015021"}, "SQLDATE: is '2015021', expected a day"),
        ("gdelt2-events", {"QuadClass": "1.5"}, "QuadClass: is '1.5', expected a whole number"),
        ("gdelt2-events", {"GLOBALEVENTID": "x"}, "GLOBALEVENTID: is 'x', expected a whole"),
        ("gdelt2-events", {"ActionGeo_Lat": "33.3#"}, "ActionGeo_Lat: is '33.3#'"),
        ("gdelt2-mentions", {"GLOBALEVENTID": ""}, "GLOBALEVENTID: is '', expected a whole"),
    ],
)
def test_bad_cells(vintage: str, changes: dict[str, str], message: str | None) -> None:
    """Line, column, what stands there, what was expected; what is merely unknown passes."""
    item = read_one(vintage, **changes)
    if message is None:
        assert isinstance(item, ImportedRow)
        return
    assert isinstance(item, Quarantined)
    line = 2 if VINTAGES[vintage].has_header else 1
    assert item.message.startswith(f"a.tsv:{line} (import): ")
    assert message in item.message
    assert item.code == "W701"
    assert item.raw_sha256


@pytest.mark.parametrize(
    "line",
    [
        "{", "[]", "7", '{"actor": "x"}', '{"event": [1]}', '{"event_loc": "x"}',
        '{"date": "soon"}', '{"id": "\\ud800"}', '{"event_scale": 1e999}', '{"quad_code": true}',
    ],
)  # fmt: skip
def test_bad_lines_of_plover(line: str) -> None:
    """Are set aside; the line beside them is read."""
    _, items = read(f'{line}\n{{"id": "a"}}\n'.encode(), "plover")
    assert [isinstance(item, Quarantined) for item in items] == [True, False]


@given(st.binary(max_size=200), st.sampled_from(names.IMPORT_NAMES))
def test_any_bytes_are_read_or_refused(raw: bytes, form: str) -> None:
    """Nothing else is raised, and every item is a row or told."""
    try:
        _, items = read(raw, form)
    except ExchangeError:
        return
    assert all(isinstance(item, ImportedRow | Quarantined) for item in items)


@given(st.lists(st.text(max_size=40), max_size=5))
def test_any_lines_after_a_header(lines: list[str]) -> None:
    """In = out + quarantined: no line is lost in another."""
    body = [line.replace("\r", "").replace("\n", "") for line in lines]
    raw = table("icews", []) + "".join(f"{line}\n" for line in body).encode("utf-8", "replace")
    _, items = read(raw, "icews")
    assert len(items) == sum(bool(line.strip(" ")) for line in body)


@pytest.mark.parametrize(
    ("raw", "form", "message"),
    [
        (b"", "gdelt", "a.tsv: is empty: it holds no row"),
        (b"\n \n", "icews", "is empty"),
        (b"a\tb\n", "gdelt", "a.tsv:1: the first row has 2 cells, expected one of 61, 58, 57, 16"),
        (b"a\tb\n", "polecat", "the header lacks Event ID, Event Date, Event Type and others"),
        (b"PK\x03\x04\xff\n", "gdelt", "is no utf-8"),
    ],
)
def test_files_of_no_vintage(raw: bytes, form: str, message: str) -> None:
    """Stop before anything is read."""
    with pytest.raises(ExchangeError, match="W701") as caught:
        read(raw, form)
    assert message in str(caught.value)


def test_a_column_that_stands_twice() -> None:
    """Two spellings of one: which would be read?"""
    raw = table("polecat", []).rstrip(b"\n") + b"\tEvent Intensity\n"
    with pytest.raises(ExchangeError, match="Intensity: stands twice in the header"):
        read(raw, "polecat")


@pytest.mark.parametrize(("days", "day"), [("mdy", "2017-04-05"), ("dmy", "2017-05-04")])
def test_days_with_slashes(days: str, day: str) -> None:
    """Are read as the user says, and never guessed."""
    assert read_one("icews-2017", days, **{"Event Date": "4/5/2017"}).event.day == day


# Codes


def test_quads_of_cameo(shared: Path) -> None:
    """Those of the standard, for each of its codes."""
    for row in json.loads((shared / "standards" / "cameo.json").read_text("utf-8")):
        assert QUADS[row["cameo"][:2]] == row["quad"]


def test_codes_of_cameo() -> None:
    """Every code of the ontology gives its type; each name but those of roots one code."""
    for code, row in load_ontology().cameo.items():
        assert plover_of(code)[0] == row.event
        found = code_of_name(row.name)
        assert found in (code, f"{code}0")


def test_countries() -> None:
    """All states that Waqai knows; each code means one thing."""
    countries = load_countries()
    states = [e for e in load_knowledge().entities.values() if e.kind == "state"]
    assert {state.country for state in states} <= set(countries)
    for state in states:
        assert code_of(state.name_en) == state.country
    for field in ("alpha2", "fips", "cow", "name"):
        told = [getattr(c, field) for c in countries.values() if getattr(c, field)]
        assert len(told) == len(set(told)), field
    assert not set(countries) & set(INTERNATIONAL)
    assert all(code_of_fips(c.fips) == c.alpha3 for c in countries.values() if c.fips)
