"""Lines of records are read, and what breaks the contract is set aside with its key."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from tests.exchange.sample_records import parsed_sample, record, sample, to_line
from tests.exchange.strategies import records

from waqai.exchange.contract import MAX_LINE_BYTES, RECORD_KEYS, parse_record, read_records
from waqai.model import Document
from waqai.outcome import Quarantined
from waqai.record_json import to_json

GOOD = record(1, "زار الوزير المدينة.", "زار")


def read(*lines: str | bytes) -> list[Any]:
    """What comes out of some lines."""
    raw = b"".join((s.encode() if isinstance(s, str) else s) + b"\n" for s in lines)
    return list(read_records(io.BytesIO(raw), "a.jsonl"))


def test_the_contract_is_that_of_the_record(make_record: Any) -> None:
    """What `waqai.record_json` writes passes, with every key in its order."""
    document = Document("a", "زار الوزير المدينة.", language="ar")
    line = to_json(make_record(document, 0, 3))
    assert tuple(json.loads(line)) == RECORD_KEYS
    assert to_line(parse_record(line)) == line


def test_the_sample_keeps_the_contract() -> None:
    """And comes out as it went in, key order included."""
    assert [to_line(r) for r in parsed_sample()] == [to_line(r) for r in sample()]


def test_offsets_of_the_sample_slice_back() -> None:
    """The sample is no nonsense: every span holds its words."""
    for fields in sample():
        spans = [*fields["event_text"], *fields["actor"], *fields["recipient"]]
        for item in spans:
            words = item.get("entity_text") or item["text"]
            assert fields["text"][item["start"] : item["end"]] == words


@given(records())
def test_any_record_passes(fields: dict[str, Any]) -> None:
    """The strategy of these tests makes records and nothing else."""
    assert parse_record(to_line(fields)) == fields


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"date": "2025-02-30"}, "date: is '2025-02-30', expected a day of the calendar"),
        ({"date": "4/4/2025"}, "date: is '4/4/2025', expected a day such as 2025-04-04"),
        ({"quad_code": 5}, "quad_code: is 5, expected less than or equal to 4"),
        ({"quad_code": "1"}, "quad_code: is '1', expected a valid integer"),
        ({"event": []}, "event: is [], expected"),
        ({"event": ["A;B"]}, "event.0: is 'A;B', expected"),
        ({"aux": ["maybe"]}, "aux.0: is 'maybe', expected 'historical', 'future'"),
        ({"stance": "sure"}, "stance: is 'sure', expected 'asserted'"),
        ({"dead": -1}, "dead: is -1, expected greater than or equal to 0"),
        ({"event_scale": True}, "event_scale: is True, expected a valid number"),
        ({"extra": 1}, "extra: is no key of a record"),
        ({"actor": [{"code": "LBY"}]}, "actor.0.sector: is missing"),
    ],
)
def test_what_breaks_the_contract(changes: dict[str, Any], message: str) -> None:
    """Key, what stands there, what was expected."""
    (found,) = read(to_line(GOOD | changes))
    assert isinstance(found, Quarantined)
    assert found.message.startswith(f"a.jsonl:1 (read): {message}")
    assert found.code == "W701"


def test_a_missing_key() -> None:
    """Is named."""
    (found,) = read(to_line({key: value for key, value in GOOD.items() if key != "rule"}))
    assert "rule: is missing" in found.message


@pytest.mark.parametrize(
    "line", ["{", "[]", "7", "null", b"\xff\xfe", '{"id": "\\ud800"}', "{NaN}"]
)
def test_lines_that_are_no_record(line: str | bytes) -> None:
    """Are set aside, and the lines beside them are read."""
    found = read(to_line(GOOD), line, "", to_line(GOOD))
    assert [isinstance(item, Quarantined) for item in found] == [False, True, False]
    assert found[1].line == 2
    assert found[1].raw_sha256


def test_a_number_that_is_none() -> None:
    """NaN is no JSON, and no score."""
    (found,) = read(to_line(GOOD).replace('"event_scale": 2.5', '"event_scale": NaN'))
    assert "event_scale" in found.message


def test_a_line_without_end() -> None:
    """Costs one line, however long it is."""
    long = b'{"id": "' + b"a" * (MAX_LINE_BYTES + 10) + b'"}'
    found = read(long, to_line(GOOD))
    assert [isinstance(item, Quarantined) for item in found] == [True, False]
    assert "has over 5,000,000 bytes" in found[0].message
