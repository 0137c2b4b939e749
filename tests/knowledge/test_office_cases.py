"""Who holds an office on a day, asked as news asks it.

Lines stand in `tests/cases/knowledge/*.jsonl`, one file a region: `id`, `office` (the words of
the seat), `country` (alpha-3 of the article, or null), `day`, `holder` (Arabic full name, or
null where nobody may be put to the seat: a hand-over, a contested or an unknown seat) and
`source` (another page than the tenure's). A null says something only of a seat that the base
knows; where there is no such seat at all the line has `"seat": false`.

1. The words are coded as the actor of a sentence of that day, as the coder does it.
2. Words without a country ("وزير الدفاع") take that of the article, by the coder's own table.
3. The holder is the one person whom the knowledge base is sure of on that day.
"""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from waqai.dates import Published
from waqai.folding import fold
from waqai.model import Document, Entity
from waqai.resolve.coder import GrammarCoder, load_coder
from waqai.resolve.offices import OfficeFinder

FOLDER = Path(__file__).parents[1] / "cases" / "knowledge"
KEYS = {"id", "office", "country", "day", "holder", "source"}
CASES: list[dict[str, Any]] = [
    json.loads(line)
    for path in sorted(FOLDER.glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


@cache
def coder() -> GrammarCoder:
    return load_coder()


@cache
def offices() -> OfficeFinder:
    """Seats by words and country, as the coder looks them up."""
    return OfficeFinder(coder().resources.knowledge)


def actor(office: str, day: date) -> Entity | None:
    """Who the coder makes of the words of an office in a sentence of that day, if anybody.

    The other side is never of the office's own country, which would make the two one.
    """
    verb = "هددت" if office.split(maxsplit=1)[0].endswith("ة") else "هدد"
    other = "اليابان" if "إيران" in office else "إيران"
    text = f"{verb} {office} {other} بالحرب."
    document = Document("case", text, Published.parse(day.isoformat()), language="ar")
    found = [a for r in coder().code(document) for a in r.actors if a.span.text in text]
    return found[0] if found else None


def seat_and_holder(case: dict[str, Any]) -> tuple[str | None, str | None]:
    """Ids of the office and of its holder; None for what is not sure."""
    day = date.fromisoformat(case["day"])
    found = actor(case["office"], day)
    if found is not None and (found.office is not None or found.identity is not None):
        return found.office, found.identity
    seat = offices().find(case["office"], case["country"] or "", None, day)
    if seat is None:
        return None, None
    sure = [p for p, how in offices().holders(seat.id, day) if how == "holds"]
    return seat.id, sure[0] if len(sure) == 1 else None


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_holder(case: dict[str, Any]) -> None:
    office, holder = seat_and_holder(case)
    people = coder().resources.knowledge.entities
    if case["holder"] is None:
        assert holder is None, f"{people[holder].name_ar} is put to {office}"
        assert (office is not None) == case.get("seat", True), "the seat is not known"
        return
    assert holder is not None, f"nobody is sure to hold {office}"
    assert fold(case["holder"]) in {fold(name) for name in people[holder].names}


def test_lines_are_whole_and_each_id_stands_once() -> None:
    assert CASES
    ids = [case["id"] for case in CASES]
    assert len(ids) == len(set(ids))
    for case in CASES:
        assert case.keys() - {"seat"} == KEYS, case["id"]
        assert case["source"].strip(), case["id"]
        assert case.get("seat", True) or case["holder"] is None, case["id"]


def test_a_line_may_fail() -> None:
    """The runner tells a right holder from a wrong one, and a bare seat by its article."""
    case = {"office": "وزير الدفاع التركي", "country": None, "day": "2024-10-23"}
    assert seat_and_holder(case) == ("office/tur-minister-of-defence", "person/yasar-guler")
    bare = {"office": "وزير الدفاع", "country": "TUR", "day": "2024-10-23"}
    assert seat_and_holder(bare) == seat_and_holder(case)
    assert seat_and_holder(bare | {"country": None}) == (None, None)
    assert seat_and_holder(case | {"day": "2023-06-03"})[1] == "person/yasar-guler"
    assert seat_and_holder(case | {"day": "1990-01-01"}) == ("office/tur-minister-of-defence", None)
