"""Rulings in sentences: each shown by two or more, and its limit by two or more.

Cases stand in `tests/cases/rulings.jsonl`, one a line: `ruling`, `id` ("<ruling> shows-1",
"<ruling> limit-1"), `text`, and what must come of it: `expect` (records by event and, where
given, trigger, mode, actor, recipient, aux, symmetric, says), `not` (types that must not be told
as a fact), `none` (nothing is). What the coder does not keep yet stands in
`tests/cases/rulings_open.txt`; the list may only get shorter.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from waqai.dates import Published
from waqai.model import Document, Record
from waqai.ontology import Ruling, load_ontology
from waqai.resolve.coder import load_coder

CASES = Path(__file__).parents[1] / "cases"
OPEN = CASES / "rulings_open.txt"
ROWS = [json.loads(x) for x in (CASES / "rulings.jsonl").read_text(encoding="utf-8").splitlines()]
RULINGS = load_ontology().rulings
IN_SENTENCES = ("marks", "coder", "open")
_UNTOLD = frozenset({"negation", "hypothetical"})
_DOUBTED = frozenset({"denied", "expected", "believed"})


@cache
def _coder() -> Any:
    return load_coder()


def code(text: str) -> tuple[Record, ...]:
    document = Document("case", text, Published.parse("2025-05-06"), "An Example", language="ar")
    records: tuple[Record, ...] = _coder().code(document)
    return records


def open_cases() -> list[str]:
    return OPEN.read_text(encoding="utf-8").splitlines()


def is_told(record: Record) -> bool:
    return not _UNTOLD & set(record.aux) and record.stance not in _DOUBTED


def words(entities: Any) -> str:
    return " | ".join(entity.span.text for entity in entities)


def fits(record: Record, wanted: dict[str, Any]) -> bool:
    checks = {
        "event": lambda v: record.event == v,
        "trigger": lambda v: any(v in span.text for span in record.trigger),
        "mode": lambda v: v in record.modes,
        "actor": lambda v: v in words(record.actors),
        "recipient": lambda v: v in words(record.recipients),
        "aux": lambda v: list(record.aux) == v,
        "symmetric": lambda v: record.symmetric == v,
        "says": lambda v: v in words(record.attributions) if v else not record.attributions,
    }
    return all(checks[key](value) for key, value in wanted.items())


def holds(case: dict[str, Any]) -> bool:
    records = code(case["text"])
    told = {record.event for record in records if is_told(record)}
    if case.get("none") and told:
        return False
    if told & set(case.get("not", ())):
        return False
    return all(any(fits(record, wanted) for record in records) for wanted in case["expect"])


def standing(ruling: Ruling) -> str:
    """What the page on the coder says of a ruling."""
    gaps = [key.split()[1] for key in open_cases() if key.split()[0] == ruling.id]
    if ruling.by == "open":
        return "open"
    return f"kept but for {', '.join(gaps)}" if gaps else "kept"


@pytest.mark.parametrize("ruling", [r.id for r in RULINGS.values() if r.by in IN_SENTENCES])
def test_a_ruling_has_cases_that_show_it_and_its_limit(ruling: str) -> None:
    mine = [row["id"].split()[1].split("-")[0] for row in ROWS if row["ruling"] == ruling]
    assert mine.count("shows") >= 2
    assert mine.count("limit") >= 2


@pytest.mark.parametrize("case", ROWS, ids=lambda case: case["id"])
def test_case(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    is_open, it_holds = case["id"] in open_cases(), holds(case)
    if is_open and it_holds and request.config.getoption("--update-golden"):
        left = [key for key in open_cases() if key != case["id"]]
        OPEN.write_text("".join(f"{key}\n" for key in left), encoding="utf-8")
        return
    shown = [(r.event, r.modes, r.trigger[0].text, r.aux, r.stance) for r in code(case["text"])]
    assert it_holds or is_open, shown
    assert not (it_holds and is_open), "it holds now: take it out of tests/cases/rulings_open.txt"


def test_cases_name_rulings_and_ids_once() -> None:
    assert {row["ruling"] for row in ROWS} <= set(RULINGS)
    ids = [row["id"] for row in ROWS]
    assert len(ids) == len(set(ids))
    assert all(row["id"].startswith(f"{row['ruling']} ") for row in ROWS)
    assert all(row["expect"] or row.get("not") or row.get("none") for row in ROWS)


def test_open_cases_exist_and_are_sorted() -> None:
    assert set(open_cases()) <= {row["id"] for row in ROWS}
    assert open_cases() == sorted(open_cases())


def test_an_open_ruling_shows_itself_in_no_case() -> None:
    """Who is called open is not read at all; one that is read in part is kept, with its gaps."""
    for ruling in RULINGS.values():
        shown = [row for row in ROWS if row["ruling"] == ruling.id and " shows-" in row["id"]]
        gaps = [row for row in shown if row["id"] in open_cases()]
        assert (len(gaps) == len(shown) > 0) == (ruling.by == "open"), ruling.id


def test_the_page_on_the_coder_says_which_are_kept() -> None:
    page = (CASES.parents[1] / "docs" / "coder.md").read_text(encoding="utf-8")
    section = page.split("\n## Rulings\n")[1].split("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| `")]
    assert rows == [
        f"| `{r.id}` | {standing(r)} |" for r in RULINGS.values() if r.by in IN_SENTENCES
    ]
    assert f"by {len(ROWS)} sentences" in section
    assert f"{len(open_cases())} sentences fail" in section
