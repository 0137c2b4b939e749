"""The examples of docs/knowledge.md run, and its table names the files there are."""

from __future__ import annotations

import doctest
import re
from fnmatch import fnmatch
from pathlib import Path

from waqai.knowledge import load_knowledge
from waqai.knowledge.compile import DATA

PAGE = Path(__file__).parents[2] / "docs" / "knowledge.md"
UNREAD = "general knowledge; not looked up"


def test_examples_run() -> None:
    failed, tried = doctest.testfile(
        str(PAGE), module_relative=False, encoding="utf-8", optionflags=doctest.NORMALIZE_WHITESPACE
    )
    assert failed == 0
    assert tried > 5


def test_every_data_file_is_listed_and_every_listed_file_exists() -> None:
    listed = re.findall(r"^\| `([^`]+)` \|", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    files = [path.name for path in sorted(DATA.iterdir()) if path.suffix in {".yaml", ".csv"}]
    for name in files:
        assert any(fnmatch(name, pattern) for pattern in listed), name
    for pattern in listed:
        assert any(fnmatch(name, pattern) for name in files), pattern


def test_the_page_counts_the_tenures_by_what_they_rest_on() -> None:
    said = re.search(
        r"Of ([\d,]+), ([\d,]+) rest on a page or a table .*? (\d+) say\s+`" + re.escape(UNREAD),
        PAGE.read_text(encoding="utf-8"),
        re.DOTALL,
    )
    assert said is not None
    tenures = load_knowledge().tenures
    unread = sum(held.source == UNREAD for held in tenures)
    counted = [len(tenures), len(tenures) - unread, unread]
    assert [int(figure.replace(",", "")) for figure in said.groups()] == counted
