"""Whole demo documents as coded and as explained; `--update-golden` renews the files."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib import resources

import pytest

from waqai.dates import Published
from waqai.model import Document
from waqai.record_json import to_dict
from waqai.resolve.coder import load_coder

LINES = (resources.files("waqai") / "demo" / "articles.jsonl").read_text(encoding="utf-8")
ARTICLES = {row["id"]: row for row in map(json.loads, LINES.splitlines())}
CODED = list(ARTICLES)[::6]


def document(name: str) -> Document:
    row = ARTICLES[name]
    return Document(
        name, row["text"], Published.parse(row["published"]), row["outlet"], row["title"],
        language="ar",
    )  # fmt: skip


@pytest.mark.parametrize("name", CODED)
def test_records(name: str, golden: Callable[[str, str], None]) -> None:
    """Without the hashes of resources, which change with every word added."""
    rows = []
    for record in load_coder().code(document(name)):
        row = to_dict(record)
        del row["resources"]
        rows.append(row)
    golden(f"records/{name}.json", json.dumps(rows, ensure_ascii=False, indent=1) + "\n")


def test_explanation(golden: Callable[[str, str], None]) -> None:
    golden(f"explain/{CODED[1]}.txt", load_coder().explain(document(CODED[1])).render())
