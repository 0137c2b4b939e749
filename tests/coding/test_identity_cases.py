"""Who is meant: sentences with the identity, office and words each side must have.

Cases stand in `tests/cases/identities/*.jsonl`: `text`, the `event` and `trigger` of one
record, and for `actor` or `recipient` the fields that its first entity must have: `words`,
`mention`, `code`, `basis`, `sector`, `identity`, `name` (in Latin letters), `office`. Null
asks for none. `same` names two triggers whose actors must be one identity, `apart` two whose
actors must not.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from waqai.dates import Published
from waqai.model import Document, Entity, Record
from waqai.resolve.coder import GrammarCoder, load_coder

FOLDER = Path(__file__).parents[1] / "cases" / "identities"
CASES = [
    json.loads(line)
    for path in sorted(FOLDER.glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]
PUBLISHED = "2025-04-04"


@pytest.fixture(scope="module")
def coder() -> GrammarCoder:
    return load_coder()


def fields(entity: Entity) -> dict[str, Any]:
    return {
        "words": entity.span.text,
        "mention": entity.mention.text if entity.mention else None,
        "code": entity.code,
        "basis": entity.code_basis,
        "sector": entity.sector,
        "identity": entity.identity,
        "name": entity.identifier_text,
        "office": entity.office,
    }


def record_at(records: tuple[Record, ...], event: str | None, trigger: str) -> Record:
    found = [
        r
        for r in records
        if (event is None or r.event == event) and any(trigger in span.text for span in r.trigger)
    ]
    assert found, f"no {event} at {trigger}: {[(r.event, r.trigger[0].text) for r in records]}"
    return found[0]


def identity_at(records: tuple[Record, ...], trigger: str) -> str | None:
    actors = record_at(records, None, trigger).actors
    return actors[0].identity if actors else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(coder: GrammarCoder, case: dict[str, Any]) -> None:
    document = Document(
        id=case["id"],
        text=case["text"],
        published=Published.parse(case.get("published", PUBLISHED)),
        title=case.get("title"),
        outlet=case.get("outlet"),
        language="ar",
    )
    records = coder.code(document)
    if "trigger" in case:
        record = record_at(records, case["event"], case["trigger"])
        for side, entities in (("actor", record.actors), ("recipient", record.recipients)):
            wanted = case.get(side)
            if wanted is not None:
                assert entities, f"no {side}"
                found = fields(entities[0])
                assert {key: found[key] for key in wanted} == wanted
    if "same" in case:
        first, second = (identity_at(records, trigger) for trigger in case["same"])
        assert first is not None and first == second
    if "apart" in case:
        first, second = (identity_at(records, trigger) for trigger in case["apart"])
        assert first != second
