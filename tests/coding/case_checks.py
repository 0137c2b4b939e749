"""What a case line asks of the records of its sentence, check by check.

Lines stand in `tests/cases/witnesses/` (one file a type: `event` or `not`) and in
`tests/cases/details/` (marks, contexts, casualties, stance, interests). Each field asked for
is one check with a key of its own ("assault-p01 actor"), so that what the coder does not do
yet is counted field by field.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from waqai.dates import Published
from waqai.model import Document, Entity, Record
from waqai.resolve.coder import load_coder

CASES = Path(__file__).parents[1] / "cases"
FOLDERS = ("witnesses", "details")
OPEN = CASES / "open.txt"
"""Checks that fail so far, one key a line; the list may only get shorter."""
_PUBLISHED = "2025-04-04"
_UNTOLD = frozenset({"negation", "hypothetical"})
_DOUBTED = frozenset({"denied", "expected", "believed"})


def case_files() -> list[Path]:
    """All files of cases, sorted."""
    return sorted(path for folder in FOLDERS for path in (CASES / folder).glob("*.jsonl"))


def read_cases(path: Path) -> list[dict[str, Any]]:
    """The lines of one file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def run_case(case: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    """Each check of a case by its key, and whether it holds."""
    records = _code(case["text"], case.get("published") or _PUBLISHED)
    if "not" in case and "event" not in case:
        yield f"{case['id']} silent", not any(_is_told(r, case["not"]) for r in records)
        return
    found = _best(records, case)
    yield f"{case['id']} event", found is not None
    for field, check in _CHECKS.items():
        if case.get(field) is not None or (field in case and field in _NULLABLE):
            yield f"{case['id']} {field}", found is not None and check(found, case[field])


@cache
def _coder() -> Any:
    return load_coder()


def _code(text: str, published: str) -> tuple[Record, ...]:
    records: tuple[Record, ...] = _coder().code(
        Document("case", text, Published.parse(published), "Example", language="ar")
    )
    return records


def _is_told(record: Record, event: str) -> bool:
    """Whether a record tells an event of the type as a fact."""
    return record.event == event and not _UNTOLD & set(record.aux) and record.stance not in _DOUBTED


def _best(records: tuple[Record, ...], case: dict[str, Any]) -> Record | None:
    """The record of the type whose trigger lies in the words the case names."""
    start = case["text"].index(case["trigger"])
    end = start + len(case["trigger"])
    fitting = [
        r
        for r in records
        if r.event == case["event"] and any(s.start < end and start < s.end for s in r.trigger)
    ]
    return fitting[0] if fitting else None


def _words(entities: tuple[Entity, ...]) -> str:
    return " | ".join(f"{e.span.text} | {e.mention.text if e.mention else ''}" for e in entities)


def _shares(entities: tuple[Entity, ...], wanted: str) -> bool:
    """Whether a side has the words asked for, or its own stand within them."""
    return any(wanted in _words((e,)) or e.span.text in wanted for e in entities)


def _sizes(record: Record, wanted: dict[str, Any]) -> bool:
    got = {k: (c.minimum, c.maximum) for k, c in record.sizes.items()}
    return got == {k: (c["min"], c["max"]) for k, c in wanted.items()}


def _interest(record: Record, wanted: str | None) -> bool:
    if wanted is None:
        return not record.interests
    return any(i.span.text in wanted or wanted in i.span.text for i in record.interests)


def _says(record: Record, wanted: str | None) -> bool:
    if wanted is None:
        return not record.attributions
    return any(a.span.text in wanted or wanted in a.span.text for a in record.attributions)


_CHECKS: dict[str, Callable[[Record, Any], bool]] = {
    "mode": lambda r, v: v in r.modes,
    "actor": lambda r, v: _shares(r.actors, v) or (r.symmetric and _shares(r.recipients, v)),
    "recipient": lambda r, v: _shares(r.recipients, v) or (r.symmetric and _shares(r.actors, v)),
    "aux": lambda r, v: set(r.aux) == set(v),
    "contexts": lambda r, v: set(v) <= set(r.contexts),
    "not": lambda r, v: not set(v) & set(r.contexts),
    "sizes": _sizes,
    "stance": lambda r, v: r.stance == v,
    "says": _says,
    "interest": _interest,
}
_NULLABLE = frozenset({"says", "interest"})
"""Fields where null asks that there be none."""
