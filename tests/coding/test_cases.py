"""Constructions of news Arabic: sentences with the records they must and must not give.

Cases stand in `tests/cases/coding.jsonl`, one a line: `text`, `expect` (a list of records by
event, actor, recipient, aux, stance, date, place, says) and `note`. An empty list is a case
of its own: nothing in the sentence is told as done.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from waqai.dates import Published
from waqai.model import Document, Entity, Record
from waqai.resolve.coder import GrammarCoder, load_coder

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[1] / "cases" / "coding.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


@pytest.fixture(scope="module")
def coder() -> GrammarCoder:
    return load_coder()


def words(entities: tuple[Entity, ...]) -> str:
    return " | ".join(entity.span.text for entity in entities)


def fits(record: Record, wanted: dict[str, Any]) -> bool:
    aux = set(record.aux)
    checks = {
        "event": lambda v: record.event == v,
        "mode": lambda v: v in record.modes,
        "actor": lambda v: v in words(record.actors),
        "recipient": lambda v: v in words(record.recipients),
        "aux": lambda v: aux == set(v),
        "stance": lambda v: record.stance == v,
        "date": lambda v: record.when.first == v,
        "place": lambda v: record.place is not None and v in record.place.span.text,
        "says": lambda v: any(v in a.span.text for a in record.attributions),
        "dead": lambda v: "dead" in record.sizes and record.sizes["dead"].exact == v,
        "no_actor": lambda v: (not record.actors) == v,
        "code": lambda v: record.actors[0].code == v,
        "sector": lambda v: record.actors[0].sector == v,
        "wants": lambda v: any(v in i.span.text for i in record.interests),
    }
    return all(checks[key](value) for key, value in wanted.items())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["note"])
def test_case(coder: GrammarCoder, case: dict[str, Any]) -> None:
    document = Document(
        "case", case["text"], Published.parse("2025-04-04"), "Example", language="ar"
    )
    records = coder.code(document)
    shown = [(r.event, words(r.actors), words(r.recipients), r.aux, r.stance) for r in records]
    for wanted in case["expect"]:
        assert any(fits(record, wanted) for record in records), (wanted, shown)
    if not case["expect"]:
        plain = [
            r
            for r in records
            if r.stance in ("asserted", "reported")
            and not {"negation", "hypothetical", "future"} & set(r.aux)
        ]
        assert not plain, shown
