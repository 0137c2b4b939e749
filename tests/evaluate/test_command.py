"""`waqai evaluate` as called, on gold made for it."""

from __future__ import annotations

import json
import re

import pytest
from click.testing import CliRunner

from waqai.serve.cli.main import main

ENGLISH = {"id": "P-1", "language": "en", "eventText": "met", "text": "They met."}
SENTENCES = [
    ("yes", "قصفت الطائرات قرية الرعاة أمس."),
    ("yes", "وصل الوزير إلى السوق <b>."),
    ("easy no", "قصفت المدفعية جسر المدينة."),
]
VOTES = [
    {"id": f"made{n}-1", "event": "ASSAULT", "label": label, "published": None, "text": text}
    for n, (label, text) in enumerate(SENTENCES)
]


@pytest.fixture
def files(write_lines, article_row, gold) -> list[str]:
    rows = [article_row(gold("CONSULT", "زار"), doc=f"doc-{n}") for n in range(4)]
    return [
        str(write_lines(*rows, name="articles.jsonl")),
        str(write_lines(*VOTES, name="votes.jsonl")),
        str(write_lines(ENGLISH, ENGLISH, name="english.jsonl")),
    ]


def call(*arguments: str) -> str:
    result = CliRunner().invoke(main, ["evaluate", *arguments])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_text_names_scores_and_what_is_not_scored(files: list[str]) -> None:
    shown = call(*files, "--errors", "5")
    assert re.search(r"type level +found +\d+ +false +\d+ +missed +\d+ +precision", shown)
    assert re.search(r"every record +found +1 +false +1 +missed +1 ", shown)
    assert "2 sentences not scored: language en cannot be coded yet" in shown
    assert "missed ASSAULT made1-1 at 0" in shown
    assert "check: " in shown


def test_text_lists_no_fault_unless_asked(files: list[str]) -> None:
    shown = call(*files)
    assert "faults: 2 (missed 1, false 1)" in shown
    assert "made1-1" not in shown


def test_json_is_the_same_each_time_and_sorted(files: list[str]) -> None:
    shown = call(*files, "--format", "json", "--part", "development")
    assert shown == call(*files, "--format", "json", "--part", "development")
    found = json.loads(shown)
    assert shown == json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert set(found["resources"]) == {"knowledge", "lexicon", "ontology"}
    assert [len(file["sha256"]) for file in found["files"]] == [64] * 3
    assert [file["documents"] for file in found["files"]] == [2, 2, 0]
    votes = found["files"][1]
    assert [fault["document"] for fault in votes["faults"]["list"]] == ["made1-1", "made2-1"]
    assert votes["scores"]["sentences"]["every record"]["figures"]["recall"]["value"] == 0


@pytest.mark.parametrize("form", ["json", "html"])
def test_sentences_that_are_held_out_are_shown_only_when_asked_for(files, form) -> None:
    for part in ("held-out", "all"):
        assert "قرية الرعاة" not in call(*files, "--format", form, "--part", part)
    assert "Example" not in call(*files, "--format", form, "--part", "held-out", "--errors", "0")


def test_html_fetches_nothing_and_escapes_what_it_quotes(files: list[str]) -> None:
    shown = call(*files, "--format", "html", "--errors", "9")
    assert not re.search(r"https?:|src=|url\(|@import|<script|<link", shown)
    assert "&lt;b&gt;" in shown
    assert "<b>." not in shown
    assert 'lang="ar" dir="rtl"' in shown
    assert "<mark>قصفت</mark> المدفعية" in shown


def test_all_faults_go_to_a_file(files: list[str], tmp_path) -> None:
    lines, text = tmp_path / "faults.jsonl", tmp_path / "faults.txt"
    assert "made1-1" not in call(*files, "--errors", str(lines))
    rows = [json.loads(line) for line in lines.read_text("utf-8").splitlines()]
    assert [(row["file"], row["kind"]) for row in rows][-2:] == [
        ("votes.jsonl", "missed"), ("votes.jsonl", "false"),
    ]  # fmt: skip
    call(*files, "--errors", str(text))
    assert "missed ASSAULT made1-1 at 0" in text.read_text("utf-8")


def test_a_report_goes_to_a_file(files: list[str], tmp_path) -> None:
    target = tmp_path / "report.html"
    assert not call(*files, "--format", "html", "-o", str(target))
    assert target.read_text("utf-8").startswith("<!doctype html>")


def test_bad_gold_stops_with_its_line(write_lines) -> None:
    path = write_lines(VOTES[0], VOTES[1] | {"label": 3})
    result = CliRunner().invoke(main, ["evaluate", str(path)])
    assert result.exit_code == 2
    assert "gold.jsonl:2: label is 3" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("arguments", [[], ["--errors", "no/folder/x"], ["--part", "half"]])
def test_wrong_usage(files: list[str], arguments: list[str]) -> None:
    given = [*files, *arguments] if arguments else []
    assert CliRunner().invoke(main, ["evaluate", *given]).exit_code == 2
