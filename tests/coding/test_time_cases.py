"""Time expressions in sentences: what they mean, and what must not be read as a time.

Cases stand in `tests/cases/times/`, one a line, all against their own publication day:

- `mentions.jsonl`: `words` name a time, read as `first` to `last` (None: unresolved), of an act
  that lies ahead where `ahead` is set;
- `acts.jsonl`: the act whose word is `act` has this date;
- `no_times.jsonl`: `words` name no time at all ("كتيبة 17 فبراير", an age, a score);
- `other_times.jsonl`: the times in `words` are those of something else, so that `act` does
  not take its date from them.

They were written before the grammar of times; `OPEN` names those it does not read yet.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from waqai.coding.time_expression import TimeExpression
from waqai.coding.times import find_times
from waqai.dates import Published
from waqai.model import Document, Record
from waqai.resolve.coder import GrammarCoder, load_coder
from waqai.text.tokens import tokenize
from waqai.text.view import make_view

FOLDER = Path(__file__).parents[1] / "cases" / "times"
OPEN = frozenset(
    (FOLDER / "open.txt").read_text(encoding="utf-8").split()
    if (FOLDER / "open.txt").exists()
    else ()
)
"""Cases that fail so far, by id; the list may only get shorter."""


def read_cases(name: str) -> list[dict[str, Any]]:
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def spans(case: dict[str, Any]) -> list[tuple[int, int, TimeExpression]]:
    """The dating expressions of a sentence by their offsets."""
    view = make_view(case["text"])
    tokens = tokenize(view, 0, len(case["text"]))
    day = Published.parse(case["published"]) if case["published"] else None
    found = find_times(tokens, day)
    return [(tokens[t.first].start, tokens[t.last - 1].end, t) for t in found if not t.is_name]


@cache
def coder() -> GrammarCoder:
    return load_coder()


def record_of(case: dict[str, Any]) -> Record | None:
    """The record whose trigger is the act's word."""
    day = Published.parse(case["published"]) if case["published"] else None
    start = case["text"].index(case["act"])
    end = start + len(case["act"])
    document = Document("case", case["text"], day, "Example", language="ar")
    for record in coder().code(document):
        if any(span.start < end and start < span.end for span in record.trigger):
            return record
    return None


def reads_mention(case: dict[str, Any]) -> bool:
    start = case["text"].index(case["words"])
    end = start + len(case["words"])
    here = [t for a, b, t in spans(case) if a < end and start < b]
    if len(here) != 1:
        return False
    time = here[0]
    meant = time.ahead if case.get("ahead") else time.days
    days = tuple(day.isoformat() for day in meant) if meant else (None, None)
    wanted = (case["first"], case["last"], case["granularity"], case["type"])
    return (*days, time.granularity, time.type) == wanted


def dates_act(case: dict[str, Any]) -> bool:
    record = record_of(case)
    if record is None:
        return False
    when, info = record.when, record.when.info
    found = (when.first, when.last, info.granularity, info.type, info.basis)
    return found == tuple(case[k] for k in ("first", "last", "granularity", "type", "basis"))


def names_no_time(case: dict[str, Any]) -> bool:
    start = case["text"].index(case["words"])
    end = start + len(case["words"])
    return not any(a < end and start < b for a, b, _ in spans(case))


CHECKS = {
    "mentions": reads_mention,
    "acts": dates_act,
    "no_times": names_no_time,
    "other_times": dates_act,
}
CASES = [(name, case) for name in CHECKS for case in read_cases(name)]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[case["id"] for _, case in CASES])
def test_case(name: str, case: dict[str, Any]) -> None:
    assert CHECKS[name](case) == (case["id"] not in OPEN), case


def test_there_are_as_many_cases_of_no_time() -> None:
    n_times = sum(name in ("mentions", "acts") for name, _ in CASES)
    assert n_times >= 250
    assert len(CASES) - n_times >= 250


def test_ids_are_given_once() -> None:
    ids = [case["id"] for _, case in CASES]
    assert len(ids) == len(set(ids))
    assert set(ids) >= OPEN
