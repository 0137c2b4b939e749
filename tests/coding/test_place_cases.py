"""Places of acts, case by case: what the text states, and what only looks like a place.

`tests/cases/places/told.jsonl` holds sentences with the place each must give: its id, or null
for one nobody knows, with its country, its resolution and its words. `none.jsonl` holds words
that are no place of the act: names of papers, clubs, people, treaties, governments, ordinary
words. A case whose act is not found fails too, so that none passes by silence. What the coder
does not do yet stands in `tests/cases/places/open.txt`, which may only get shorter.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from waqai.dates import Published
from waqai.knowledge import load_knowledge
from waqai.model import Document, Place, Record
from waqai.resolve.coder import GrammarCoder, load_coder

FOLDER = Path(__file__).parents[1] / "cases" / "places"
OPEN = FOLDER / "open.txt"


@cache
def coder() -> GrammarCoder:
    return load_coder()


def read_cases(name: str) -> list[dict[str, Any]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def record_of(case: dict[str, Any]) -> Record | None:
    """The record that the case's word tells."""
    published = Published.parse("2025-04-04")
    document = Document("case", case["text"], published, title=case.get("title"), language="ar")
    start = case["text"].index(case["trigger"])
    end = start + len(case["trigger"])
    for record in coder().code(document):
        if any(span.start < end and start < span.end for span in record.trigger):
            return record
    return None


def is_place(place: Place | None, case: dict[str, Any]) -> bool:
    """Whether a place is the one asked for: its words, name, country and resolution."""
    if place is None:
        return False
    wanted = load_knowledge().places.get(case["place"]) if case["place"] else None
    if case["place"] and wanted is None:
        return False
    return (
        case["words"] in place.span.text
        and place.resolved_place == (wanted.name_en if wanted else None)
        and place.country_code == case["country"]
        and place.resolution == case["resolution"]
    )


def is_no_place(place: Place | None, case: dict[str, Any]) -> bool:
    """Whether the words that name no place are none, and the place asked for, if any, is it."""
    start = case["text"].index(case["not"])
    end = start + len(case["not"])
    if place is not None and place.span.start < end and start < place.span.end:
        return False
    if "place" not in case:
        return True
    if case["place"] is None:
        return place is None
    wanted = load_knowledge().places[case["place"]]
    return place is not None and place.resolved_place == wanted.name_en


def run_case(case: dict[str, Any]) -> bool:
    record = record_of(case)
    if record is None:
        return False
    check = is_no_place if "not" in case else is_place
    return check(record.place, case)


CASES = [*read_cases("told.jsonl"), *read_cases("none.jsonl")]
KNOWN = frozenset(OPEN.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("name", ["told.jsonl", "none.jsonl"])
def test_places(name: str) -> None:
    results = {case["id"]: run_case(case) for case in read_cases(name)}
    failed = [key for key, holds in results.items() if not holds and key not in KNOWN]
    mended = [key for key, holds in results.items() if holds and key in KNOWN]
    assert not failed, "places that are not as the case asks"
    assert not mended, "these hold now: take them out of tests/cases/places/open.txt"


def test_ids_are_given_once_and_open_ones_exist() -> None:
    ids = [case["id"] for case in CASES]
    assert len(ids) == len(set(ids)) and set(ids) >= KNOWN


def test_words_stand_in_the_text_and_places_in_the_base() -> None:
    places = load_knowledge().places
    for case in CASES:
        assert case["trigger"] in case["text"], case["id"]
        assert case.get("words", case.get("not")) in case["text"], case["id"]
        assert case.get("place") is None or case["place"] in places, case["id"]


def test_there_are_as_many_of_each_as_promised() -> None:
    assert sum("not" in case for case in CASES) >= 150
    assert sum("not" not in case for case in CASES) >= 150
