"""The examples of docs/knowledge.md run, and its table names the files there are."""

from __future__ import annotations

import doctest
import re
from fnmatch import fnmatch
from pathlib import Path

from waqai.knowledge.compile import DATA

PAGE = Path(__file__).parents[2] / "docs" / "knowledge.md"


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
