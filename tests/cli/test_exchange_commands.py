"""`waqai export` and `waqai import` as a user calls them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.exchange.sample_records import sample, to_line

from waqai.exchange.names import EXPORT_NAMES
from waqai.serve.cli.main import main

Run = Callable[..., Result]
RECORDS = "".join(to_line(fields) + "\n" for fields in sample()).encode()


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Calls `waqai` in a folder with the sample in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("WAQAI_DATABASE", raising=False)
    (tmp_path / "records.jsonl").write_bytes(RECORDS)

    def call(*arguments: str, piped: bytes | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=piped, catch_exceptions=False)

    return call


@pytest.mark.parametrize("name", EXPORT_NAMES)
def test_every_format_is_written(name: str, run: Run, tmp_path: Path) -> None:
    """To a file, to standard output and from a pipe: the same bytes."""
    result = run("export", "records.jsonl", "--to", name, "-o", "out")
    assert result.exit_code == 0, result.stderr
    assert result.stdout_bytes == b""
    assert result.stderr.startswith("in 7 = out ")
    assert result.stderr.endswith("\n")
    raw = (tmp_path / "out").read_bytes()
    assert raw
    assert run("export", "-", "--to", name, piped=RECORDS).stdout_bytes == raw
    assert run("export", "--to", name, piped=RECORDS).stdout_bytes == raw


def test_what_is_no_record_is_quarantined(run: Run) -> None:
    """Told with its line; the rest is written; exit status 1."""
    result = run("export", "--to", "csv", piped=b'{"id": 7}\n' + RECORDS)
    assert result.exit_code == 1
    first, last = result.stderr.splitlines()
    assert first.startswith("quarantined -:1 (read): id: is 7, expected a valid string; give")
    assert first.endswith("[W701]")
    assert last == "in 8 = out 7 + left out 0 + quarantined 1; rows 7"


def test_bom(run: Run) -> None:
    """For CSV and nothing else."""
    assert run("export", "--to", "csv", "--bom", piped=RECORDS).stdout_bytes[:3] == b"\xef\xbb\xbf"
    assert run("export", "--to", "ftm", "--bom", piped=RECORDS).exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("export", "none.jsonl", "--to", "csv"), "W701 none.jsonl: cannot be read"),
        (("export", "records.jsonl"), "name the format with --to"),
        (("export", "records.jsonl", "--to", "word"), "'word' is not one of"),
        (("export", "records.jsonl", "--to", "csv", "--dataset", "a"), "--dataset stands alone"),
        (("export", "records.jsonl", "--to", "csv", "--file", "a"), "--file is for --dataset"),
        (("export", "--dataset", "a"), "no data set 'a'; data sets there are: none"),
        (("import", "records.jsonl", "--as", "icews", "--dataset", "a"), "records.jsonl:1: the h"),
        (("import", "records.jsonl", "--as", "icews"), "Missing option '--dataset'"),
        (("import", "none.tsv", "--as", "icews", "--dataset", "a"), "does not exist"),
    ],
)
def test_what_stops_a_run(arguments: tuple[str, ...], message: str, run: Run) -> None:
    """Exit status 2 and what to do."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


def test_a_broken_run_leaves_what_was_there(run: Run, tmp_path: Path) -> None:
    """The file is whole or as it was."""
    (tmp_path / "out").write_bytes(b"before")
    assert run("export", "records.jsonl", "none.jsonl", "--to", "csv", "-o", "out").exit_code == 2
    assert (tmp_path / "out").read_bytes() == b"before"


@pytest.mark.parametrize(
    ("to", "form", "vintage"),
    [
        ("plover", "plover", "plover"),
        ("polecat", "polecat", "polecat"),
        ("icews", "icews", "icews"),
        ("gdelt-events", "gdelt", "gdelt2-events"),
        ("gdelt-mentions", "gdelt", "gdelt2-mentions"),
    ],
)
def test_table_waqai_table(to: str, form: str, vintage: str, run: Run, tmp_path: Path) -> None:
    """A file is imported and written again: the same bytes."""
    run("export", "records.jsonl", "--to", to, "-o", "one")
    result = run("import", "one", "--as", form, "--dataset", "mine")
    assert result.exit_code == 0, result.stderr
    lines = result.stderr.splitlines()
    assert lines[0] == f"one: {vintage}"
    assert lines[1] == "stored in sqlite:///waqai.db as mine"
    assert lines[2].startswith("in ")
    assert lines[2].endswith("quarantined 0")
    assert run("export", "--dataset", "mine", "-o", "two").exit_code == 0
    assert (tmp_path / "two").read_bytes() == (tmp_path / "one").read_bytes()


def test_a_data_set_of_several_files(run: Run, tmp_path: Path) -> None:
    """One header for all that are written alike; by name where they are not."""
    run("export", "records.jsonl", "--to", "icews", "-o", "one")
    raw = (tmp_path / "one").read_bytes()
    (tmp_path / "two").write_bytes(raw)
    run("import", "one", "two", "--as", "icews", "--dataset", "mine")
    header, body = raw.split(b"\n", 1)
    assert run("export", "--dataset", "mine").stdout_bytes == header + b"\n" + body + body
    (tmp_path / "three").write_bytes(raw.replace(b"\n", b"\r\n"))
    run("import", "three", "--as", "icews", "--dataset", "mine")
    result = run("export", "--dataset", "mine")
    assert result.exit_code == 2
    assert "are written in different ways (one, three, two …); write them one by one" in (
        " ".join(result.stderr.split())
    )
    found = run("export", "--dataset", "mine", "--file", "three").stdout_bytes
    assert found == (tmp_path / "three").read_bytes()


def test_bad_rows_of_an_import(run: Run, tmp_path: Path) -> None:
    """In = out + quarantined; unknown columns are named; exit status 1."""
    run("export", "records.jsonl", "--to", "icews", "-o", "one")
    lines = (tmp_path / "one").read_text("utf-8").splitlines()
    (tmp_path / "one").write_text(
        "\n".join([lines[0] + "\tMore", *(line + "\t" for line in lines[1:]), "bad"]), "utf-8"
    )
    result = run("import", "one", "--as", "icews", "--dataset", "mine")
    assert result.exit_code == 1
    told = result.stderr.splitlines()
    assert told[0] == "one: icews, unknown columns kept: More"
    assert told[1].startswith("quarantined one:7 (import): has 1 cells, expected 21; mend the row")
    assert told[-1] == "in 6 = out 5 + quarantined 1"


def test_help_of_the_exchange_loads_nothing_heavy() -> None:
    """Neither pyarrow nor pydantic nor the database."""
    program = (
        "import sys\nfrom waqai.serve.cli.main import main\n"
        "for name in ('export', 'import'):\n"
        "    try: main([name, '--help'])\n"
        "    except SystemExit: pass\n"
        "heavy = {'pyarrow', 'pydantic', 'sqlalchemy', 'alembic'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


def test_records_of_the_coder_can_be_exported(run: Run, tmp_path: Path) -> None:
    """What `waqai code` writes today keeps the contract that exports check."""
    text = "زار وزير الخارجية التركي مدينة بنغازي أمس، والتقى رئيس مجلس النواب عقيلة صالح."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    run("code", "a.txt", "--published", "2025-04-04", "-o", "coded.jsonl")
    n_records = len((tmp_path / "coded.jsonl").read_bytes().splitlines())
    assert n_records
    result = run("export", "coded.jsonl", "--to", "geojson")
    assert result.exit_code == 0, result.stderr
    assert len(json.loads(result.stdout_bytes)["features"]) == n_records
