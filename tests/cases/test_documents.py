"""The hostile documents are still what their README says, byte for byte where it matters.

An editor that trims, re-encodes or changes line ends would turn the tests of `ingest`
into tests of nothing; this file notices it first.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).with_name("documents")
PLAIN = (FOLDER / "utf-8-bom.txt").read_bytes().removeprefix(b"\xef\xbb\xbf").decode("utf-8")


def test_every_document_is_described_and_small() -> None:
    """The table names each file, and no file is missing or large."""
    names = {path.name for path in FOLDER.iterdir()} - {"README.md", ".gitattributes"}
    table = set(re.findall(r"^\| `([^`]+)`", (FOLDER / "README.md").read_text("utf-8"), re.M))
    assert names == table
    assert all((FOLDER / name).stat().st_size < 2_500 for name in names)


def test_empty_blank_and_binary() -> None:
    """Nothing, nothing to read, and NUL bytes."""
    assert (FOLDER / "empty.txt").read_bytes() == b""
    assert (FOLDER / "blank.txt").read_text("utf-8").strip(" \n\t\u00a0\u200f") == ""
    assert b"\0" in (FOLDER / "binary.txt").read_bytes()


@pytest.mark.parametrize(
    ("name", "encoding", "head"),
    [
        ("windows-1256.txt", "cp1256", PLAIN[:3].encode("cp1256")),
        ("utf-16-bom.txt", "utf-16", b"\xff\xfe"),
        ("utf-8-bom.txt", "utf-8-sig", b"\xef\xbb\xbf"),
    ],
)
def test_one_text_in_three_encodings(name: str, encoding: str, head: bytes) -> None:
    """The same Arabic text comes out of each."""
    raw = (FOLDER / name).read_bytes()
    assert raw.startswith(head)
    assert raw.decode(encoding) == PLAIN
    if name == "windows-1256.txt":
        with pytest.raises(UnicodeDecodeError):
            raw.decode("utf-8")


def test_line_ends_and_a_broken_letter() -> None:
    """Every line of one file ends in CRLF; another breaks UTF-8 in one place only."""
    raw = (FOLDER / "crlf.txt").read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n") >= 3
    broken = (FOLDER / "broken-utf-8.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        broken.decode("utf-8")
    assert broken.count(b"\xff") == 1
    assert broken.decode("utf-8", "ignore")[:10] == PLAIN[:10]


def test_page_languages_and_mixed_text() -> None:
    """Markup with a trap in its script, letters Arabic lacks, direction controls."""
    page = (FOLDER / "page.txt").read_text("utf-8")
    assert "<script>" in page
    assert page.count("<p>") == 3
    assert (FOLDER / "english.txt").read_text("utf-8").isascii()
    persian = (FOLDER / "persian.txt").read_text("utf-8")
    assert {"\u067e", "\u06af", "\u200c"} <= set(persian)
    mixed = (FOLDER / "mixed.txt").read_text("utf-8")
    assert set("\u0640\u064e\u200b\u200d\u200f\u202b\u202c\u2066\u2069\ufee3\u0661") <= set(mixed)


def test_lines_hold_each_case_once() -> None:
    """Thirteen lines: one blank, one no JSON, the others as the table says."""
    lines = (FOLDER / "lines.jsonl").read_text("utf-8").split("\n")
    assert len(lines) == 13
    assert lines[8] == ""
    with pytest.raises(json.JSONDecodeError):
        json.loads(lines[1])
    rows = [json.loads(line) for number, line in enumerate(lines) if number not in (1, 8)]
    ids = [row["id"] if isinstance(row, dict) else None for row in rows]
    assert ids == [
        *("good-day", "no-text", "empty-text", "impossible-date", "date-in-words", None, 17),
        *("good-month", "good-offset", "good-undated", "good-day"),
    ]
