"""Events from records: what a record says, and lines that are none."""

from __future__ import annotations

import json
from datetime import date
from importlib import resources
from pathlib import Path

import pytest

from waqai.dates import Published
from waqai.errors import RelationError
from waqai.model import Document
from waqai.outcome import Quarantined
from waqai.record_json import to_dict, to_json
from waqai.relate.events import Party, RelatedEvent, from_record, read_events

RECORDS = Path(__file__).with_name("records.jsonl").read_bytes().splitlines()


def test_every_record_of_the_real_coder_becomes_an_event() -> None:
    """The demo's: what the record says is what the event says."""
    from waqai.resolve.coder import load_coder

    lines = (resources.files("waqai") / "demo" / "articles.jsonl").read_text("utf-8").splitlines()
    for row in map(json.loads, lines[:4]):
        published = Published.parse(row["published"])
        document = Document(row["id"], row["text"], published, row["outlet"], language="ar")
        for record in load_coder().code(document):
            event = from_record(to_dict(record))
            assert (event.id, event.event, event.event_scale) == (
                record.id, record.event, record.event_scale,
            )  # fmt: skip
            assert [p.code for p in event.actor] == [e.code for e in record.actors]
            assert event.outlets == (row["outlet"],)
            assert list(read_events([to_json(record).encode()], "-")) == [event]


def test_an_event_keeps_day_marks_and_interests() -> None:
    by_id = {e.id: e for e in read_events(RECORDS, "-") if isinstance(e, RelatedEvent)}
    month = by_id["r05"]
    assert (month.first, month.last, month.granularity) == (
        date(2024, 3, 1), date(2024, 3, 31), "month",
    )  # fmt: skip
    wish = by_id["r08"].interests[0]
    assert wish.party == Party("TUR", "state/TUR", "GOV")
    assert (wish.text, wish.record) == ("فتح المعابر", "r08")


def test_a_line_that_is_no_record_is_set_aside_with_its_number() -> None:
    good = RECORDS[0]
    row = json.loads(good)
    del row["stance"]
    wrong = json.loads(good) | {"quad_code": 7}
    lines = [
        b"", b"{", good, b"[]", json.dumps(row).encode(), json.dumps(wrong).encode(), b"\xff",
    ]  # fmt: skip
    found = list(read_events(lines, "a.jsonl"))
    faults = [item.message for item in found if isinstance(item, Quarantined)]
    assert [message.split(" ")[0] for message in faults] == [
        f"a.jsonl:{number}" for number in (2, 4, 5, 6, 7)
    ]
    assert "has no 'stance'" in faults[2]
    assert "quad code 7, expected 1 to 4" in faults[3]
    assert all(message.endswith("[W801]") for message in faults)
    assert len(found) == 6


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("stance", "said"),
        ("aux", ("imagined",)),
        ("granularity", "decade"),
        ("event_scale", 11.0),
        ("last", None),
        ("last", date(2020, 1, 1)),
    ],
)
def test_what_cannot_be_counted_is_refused(make, field, value) -> None:
    with pytest.raises(RelationError):
        make(**{field: value})
