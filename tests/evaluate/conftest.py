"""Gold and records made by hand, from sentences written for these tests."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from waqai.evaluate.gold import Article
from waqai.evaluate.reading import Reading, gold_document
from waqai.model import Document, Entity, Record, Span, When

TEXT = (
    "زار وزير الزراعة الواحة أمس. وقصف الجيش قرية الرعاة ثم قصف الجسر، "
    "فندد المجلس بالقصف. والتقى الوزير نظيره في المدينة."
)
"""Four sentences: a visit, two bombardments, a condemnation that names one again, talks."""

MakeRecord = Callable[..., Record]
MakeGold = Callable[..., dict[str, Any]]


def party(*text: str, code: str = "", sector: str = "") -> dict[str, Any]:
    """A side of a gold event."""
    return {
        "name": "somebody",
        "code": [code] if code else [],
        "sector": [sector] if sector else [],
        "text": list(text),
    }


@pytest.fixture
def make_party() -> MakeGold:
    return party


@pytest.fixture
def gold() -> MakeGold:
    """Makes a gold event: its type, trigger and span, and what else is said of it."""

    def make(event: str, trigger: str, span: str = "", text: str = TEXT, **rest: Any) -> dict:
        words = span or trigger
        start = text.index(words)
        made = {
            "event": event, "event_alt": [], "mode": [], "mode_alt": [],
            "span": [start, start + len(words)], "trigger": trigger, "actor": [],
            "recipient": [], "aux": [], "attribution": None, "required": True,
        }  # fmt: skip
        return made | rest

    return make


@pytest.fixture
def article_row() -> MakeGold:
    """Makes a line of an articles file."""

    def make(*events: dict[str, Any], doc: str = "made-1", text: str = TEXT) -> dict[str, Any]:
        return {
            "doc": doc, "title": "عنوان", "outlet": "Example News", "published": "2024-05-02",
            "language": "ar", "text": text, "events": list(events),
        }  # fmt: skip

    return make


@pytest.fixture
def article(article_row: MakeGold) -> Callable[..., Article]:
    """Makes an article with its gold."""
    return lambda *events, **rest: Article.model_validate(article_row(*events, **rest))


@pytest.fixture
def record(make_record: Callable[[Document, int, int], Record]) -> MakeRecord:
    """Makes a record whose trigger is a word; `nth` says which of several."""

    def make(event: str, trigger: str, *, nth: int = 0, text: str = TEXT, **rest: Any) -> Record:
        document = gold_document("made-1", text, "2024-05-02")
        start = -1
        for _ in range(nth + 1):
            start = text.index(trigger, start + 1)
        made = make_record(document, start, start + len(trigger))
        for role in ("actors", "recipients"):
            rest[role] = tuple(entity(text, *given) for given in rest.get(role, ()))
        if "days" in rest:
            first, last = rest.pop("days")
            rest["when"] = When(made.when.info, first, last)
        return replace(made, id=f"{event}-{start}", event=event, **rest)

    return make


def entity(text: str, words: str, code: str | None = None, sector: str | None = None) -> Entity:
    """An entity of some words."""
    start = text.index(words)
    return Entity(code, sector, (), Span.of(text, start, start + len(words)), None, "text")


@pytest.fixture
def read_as() -> Callable[..., Callable[[Document], Reading]]:
    """A coder that answers with given records, all told by a verb but those named."""

    def make(*records: Record, not_told: tuple[Record, ...] = ()) -> Callable[[Document], Reading]:
        told = frozenset(r.id for r in records) - {r.id for r in not_told}

        def read(document: Document) -> Reading:
            mine = tuple(replace(r, document=document) for r in records)
            return Reading(document, mine, told_by_verb=told)

        return read

    return make


@pytest.fixture
def write_lines(tmp_path: Path) -> Callable[..., Path]:
    """Writes rows as JSON Lines."""

    def write(*rows: Any, name: str = "gold.jsonl") -> Path:
        path = tmp_path / name
        lines = [r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in rows]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return path

    return write
