"""`waqai relations` as it is called: golden files, standard input, faults."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from waqai.relate.dyads import Dyad
from waqai.relate.events import RelatedEvent, read_events
from waqai.relate.relation import relate
from waqai.relate.report_text import render_text
from waqai.serve.cli.main import main

RECORDS = Path(__file__).with_name("records.jsonl")


def call(*arguments: str, piped: bytes | None = None) -> Result:
    return CliRunner().invoke(main, ["relations", *arguments], input=piped, catch_exceptions=False)


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_golden(form, golden: Callable[[str, str], None]) -> None:
    """A year of two countries, in records written for the test."""
    result = call("LBY", "TUR", str(RECORDS), "--format", form)
    assert (result.exit_code, result.stderr) == (0, "")
    ending = {"text": "txt"}.get(form, form)
    golden(f"relations/lby-tur.{ending}", result.stdout_bytes.decode("utf-8"))


def test_standard_input_and_output_file(tmp_path: Path) -> None:
    target = tmp_path / "series.csv"
    result = call(
        "LBY", "TUR", "-", "--format", "csv", "-o", str(target), piped=RECORDS.read_bytes()
    )
    assert (result.exit_code, result.stdout) == (0, "")
    assert target.read_bytes() == call("LBY", "TUR", str(RECORDS), "--format", "csv").stdout_bytes


def test_an_identity_is_not_its_country() -> None:
    counted = []
    for first, second in (("LBY", "TUR"), ("person/khalifa-haftar", "state/TUR")):
        found = json.loads(call(first, second, str(RECORDS), "--format", "json").stdout)
        counted.append(found["counts"]["counted"])
    assert counted == [19, 2]
    stated = call("LBY", "TUR", str(RECORDS), "--actors", "identity", "--format", "json")
    assert json.loads(stated.stdout)["dyad"] == ["state/LBY", "state/TUR"]


def test_rows_of_csv_are_those_of_json() -> None:
    """A gap is empty fields, not zeros."""
    arguments = ("LBY", "TUR", str(RECORDS), "--by", "week")
    rows = list(csv.DictReader(io.StringIO(call(*arguments, "--format", "csv").stdout)))
    found = json.loads(call(*arguments, "--format", "json").stdout)["directions"]
    mutual = [r for r in rows if (r["direction"], r["series"]) == ("mutual", "counted")]
    assert [r["period"] for r in mutual] == [p["period"] for p in found["mutual"]["series"]]
    gap = next(r for r in mutual if r["events"] == "0")
    assert (gap["score_sum"], gap["score_mean"], gap["quad_1"]) == ("", "", "")


def test_lines_that_are_no_records() -> None:
    """They are named, the rest is counted, and the status is 1."""
    lines = RECORDS.read_bytes() + b"{}\n"
    result = call("LBY", "TUR", piped=lines)
    assert result.exit_code == 1
    assert result.stderr.startswith("quarantined -:29 (read): has no ")
    assert "quarantined 1" in result.stdout
    assert "counted: 19 events" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        (("Libya", "TUR", str(RECORDS)), "W801 side 'Libya'"),
        (("LBY", "LBY", str(RECORDS)), "W801 both sides are LBY"),
        (("LBY", "TUR", "none.jsonl"), "W801 none.jsonl: cannot be read"),
    ],
)
def test_faults_stop_it(arguments, fault) -> None:
    result = call(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert fault in result.stderr


def test_no_event_at_all_is_said() -> None:
    result = call("EGY", "USA", str(RECORDS))
    assert result.exit_code == 0
    assert "counted: 0 events" in result.stdout
    assert "Changes" not in result.stdout


def test_colour_is_for_terminals() -> None:
    """The same words either way."""
    lines = RECORDS.read_bytes().splitlines()
    events = [e for e in read_events(lines, "-") if isinstance(e, RelatedEvent)]
    relation = relate(events, Dyad.parse("LBY", "TUR"))
    plain, coloured = render_text(relation), render_text(relation, is_coloured=True)
    assert "\x1b[" not in plain
    assert "\x1b[" in coloured
    assert max(map(len, plain.splitlines())) <= 100


def test_the_same_bytes_in_another_process() -> None:
    """Whatever the seed of hashes."""
    found = {
        subprocess.run(
            [sys.executable, "-m", "waqai", "relations", "LBY", "TUR", str(RECORDS)],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "LC_ALL": "C"},
        ).stdout
        for seed in ("1", "2")
    }
    assert found == {call("LBY", "TUR", str(RECORDS)).stdout_bytes}
