"""The commands as a user calls them: files in, bytes and exit status out."""

from __future__ import annotations

import importlib
import json
import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from waqai import pipeline
from waqai.errors import SettingsError
from waqai.serve.cli.main import main
from waqai.serve.cli.output import open_output
from waqai.serve.cli.registry import COMMANDS
from waqai.serve.cli.serve import _listen

HOSTILE = Path(__file__).parents[1] / "cases" / "documents"
NEWS = "زار الوزير طرابلس، ثم زار بنغازي."
Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word_coder: pipeline.Coder) -> Run:
    """Calls `waqai` in an empty folder, with the coder of one word."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pipeline, "default_coder", lambda: word_coder)
    for name in ("DATABASE", "HOST", "PORT", "LANGUAGE"):
        monkeypatch.delenv(f"WAQAI_{name}", raising=False)

    def call(*arguments: str, piped: bytes | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=piped, catch_exceptions=False)

    return call


def write(path: Path, *rows: dict[str, object]) -> str:
    """A JSON Lines file; returns its name."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path.name


def found(result: Result) -> list[dict[str, Any]]:
    """The records on standard output."""
    return [json.loads(line) for line in result.stdout_bytes.splitlines()]


# waqai itself


def test_help_lists_every_command_and_each_has_an_example(run: Run) -> None:
    """The line in the registry is the first of the command's own help."""
    listing = run("--help").stdout
    for name, entry in COMMANDS.items():
        assert f"  {name} " in listing
        module, _, attribute = entry.target.partition(":")
        command = getattr(importlib.import_module(module), attribute)
        assert (command.help or "").strip().split("\n")[0] == entry.summary
        assert entry.summary in listing
        commands = command.commands.values() if isinstance(command, click.Group) else [command]
        for each in commands:
            assert "\b\nExample" in (each.help or "").replace("\n    ", "\n")


def test_help_imports_nothing_heavy() -> None:
    """What makes the start slow is loaded by the command that needs it."""
    program = (
        "import sys; sys.argv = ['waqai', '--help']; from waqai.serve.cli.main import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = {'sqlalchemy', 'alembic', 'pydantic', 'rich', 'trafilatura', 'uvicorn', 'fastapi'}"
        " | {'numpy', 'networkx'}"
        "\nassert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)


def test_the_package_runs_as_a_program() -> None:
    """`python -m waqai` is the command, under its name."""
    ran = subprocess.run(
        [sys.executable, "-m", "waqai", "code", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.startswith("Usage: waqai code ")


def test_version(run: Run) -> None:
    """Name and number."""
    assert run("--version").stdout.startswith("waqai, version ")


# waqai code


def test_code_writes_records_in_order(run: Run, tmp_path: Path) -> None:
    """Of the files as given, and within each in the order of the text."""
    (tmp_path / "b.txt").write_text(NEWS, "utf-8")
    (tmp_path / "a.txt").write_text("زار الوفد درنة.", "utf-8")
    result = run("code", "b.txt", "a.txt", "--published", "2025-04-04", "--language", "ar")
    assert result.exit_code == 0
    assert [record["id"] for record in found(result)] == ["b-0", "b-22", "a-0"]
    assert {record["date"] for record in found(result)} == {"2025-04-04"}
    assert result.stderr == ("in 2 = out 2 + quarantined 0 (records 3, not coded 0, repeated 0)\n")


def test_code_is_the_same_bytes_each_time(run: Run, tmp_path: Path) -> None:
    """In UTF-8 with plain line ends, whatever the terminal."""
    (tmp_path / "a.txt").write_bytes(NEWS.encode())
    one = run("code", "a.txt", "--language", "ar").stdout_bytes
    assert one == run("code", "a.txt", "--language", "ar").stdout_bytes
    assert one.decode("utf-8").count("\n") == 2
    assert b"\r" not in one


def test_options_hold_for_what_a_document_does_not_say(run: Run, tmp_path: Path) -> None:
    """Its own values go first."""
    name = write(
        tmp_path / "a.jsonl",
        {"id": "own", "text": NEWS, "published": "2020-01-01", "outlet": "أ", "language": "ar"},
        {"id": "none", "text": NEWS},
    )
    options = ("--published", "2025-04-04", "--outlet", "ب", "--title", "ت", "--language", "ar")
    records = found(run("code", name, *options))
    told = [(r["date"], r["cite_info"]) for r in records if r["text_info"]["sequence"] == 0]
    assert [(day, cite["publication"], cite["title"]) for day, cite in told[::2]] == [
        ("2020-01-01", "أ", "ت"),
        ("2025-04-04", "ب", "ت"),
    ]


def test_quarantined_lines_and_exit_status(run: Run) -> None:
    """A line for each: place, stage, reason, what to do; the rest is coded; the sum at the end."""
    lines = str(HOSTILE / "lines.jsonl")
    result = run("code", lines, str(HOSTILE / "empty.txt"), "--language", "ar")
    assert result.exit_code == 1
    assert [record["id"] for record in found(result)] == ["good-day-0", "good-day-0"]
    errors = result.stderr.splitlines()
    assert errors[0] == (
        f"quarantined {lines}:2 (read): is no JSON (Invalid control character at: line 1 column 44 "
        "(char 43)); write one whole JSON object on each line [W301]"
    )
    assert [line.split(" ")[1] for line in errors[:7]] == [f"{lines}:{n}" for n in range(2, 9)]
    assert errors[7].startswith(f"quarantined {HOSTILE / 'empty.txt'} (read): is empty")
    assert errors[8:] == ["in 13 = out 5 + quarantined 8 (records 2, not coded 0, repeated 0)"]


def test_a_fault_of_the_coder_costs_one_document(run: Run, tmp_path: Path) -> None:
    """No traceback; the others are coded."""
    name = write(tmp_path / "a.jsonl", {"id": "x", "text": "أصاب غغغ."}, {"id": "y", "text": NEWS})
    result = run("code", name, "--language", "ar")
    assert result.exit_code == 1
    assert len(found(result)) == 2
    assert result.stderr.startswith("quarantined x (code): the coder failed with KeyError: 'غغغ'")
    assert "Traceback" not in result.stderr


def test_languages_are_detected_and_said(run: Run) -> None:
    """English and Persian are out, not quarantined; the status is 0."""
    result = run("code", str(HOSTILE / "english.txt"), str(HOSTILE / "persian.txt"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.splitlines() == [
        "not coded 1: language en cannot be coded yet",
        "not coded 1: language fa cannot be coded yet",
        "in 2 = out 2 + quarantined 0 (records 0, not coded 2, repeated 0)",
    ]


def test_repeated_documents_are_written_once(run: Run, tmp_path: Path) -> None:
    """Another text under the same id is a document of its own."""
    row: dict[str, object] = {"id": "a", "text": NEWS, "language": "ar"}
    name = write(tmp_path / "a.jsonl", row, row, {**row, "text": "زار الوفد درنة."})
    result = run("code", name)
    assert len(found(result)) == 3
    assert result.stderr == "in 3 = out 3 + quarantined 0 (records 3, not coded 0, repeated 1)\n"


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_standard_input(run: Run, arguments: tuple[str, ...]) -> None:
    """As text or as JSON Lines, named by - or by nothing."""
    as_text = run("code", *arguments, "--language", "ar", piped=NEWS.encode())
    assert len(found(as_text)) == 2
    rows = json.dumps({"id": "q", "text": NEWS}) + "\n{\n"
    as_lines = run("code", *arguments, "--language", "ar", piped=rows.encode())
    assert [record["id"] for record in found(as_lines)] == ["q-0", "q-22"]
    assert "quarantined -:2 (read): is no JSON" in as_lines.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--published", "2025-02-30"), "published is '2025-02-30', which is no date; give a year"),
        (("--published", "أمس"), "published is 'أمس', which is no date"),
        (("--language", "Arabic!"), "language is 'Arabic!', expected auto or a code of ISO 639"),
        (("-o", "no/such/out.jsonl"), "the folder no/such does not exist; make it first"),
        (("-o", "."), ". is a folder; name a file in it"),
        (("--no-such-option",), "No such option"),
    ],
)
def test_usage_errors_come_before_anything_is_read(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    """Status 2, the message, and no output."""
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    result = run("code", "a.txt", *arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())
    assert result.stdout == ""


def test_output_to_a_file(run: Run, tmp_path: Path) -> None:
    """The same bytes as on standard output, nothing beside them, an older file replaced."""
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    (tmp_path / "out.jsonl").write_text("older", "utf-8")
    screen = run("code", "a.txt", "--language", "ar").stdout_bytes
    result = run("code", "a.txt", "--language", "ar", "-o", "out.jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "out.jsonl").read_bytes() == screen
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "out.jsonl"]


def test_output_is_moved_into_place(tmp_path: Path) -> None:
    """Who reads the older file meanwhile reads it to its end."""
    target = tmp_path / "out.jsonl"
    target.write_bytes(b"older")
    with target.open("rb") as reader:
        with open_output(str(target)) as stream:
            stream.write(b"newer")
        assert reader.read() == b"older"
    assert target.read_bytes() == b"newer"


def test_output_is_whole_or_not_there(tmp_path: Path) -> None:
    """Where the run breaks off, the older file stays and no draft is left."""
    target = tmp_path / "out.jsonl"
    target.write_bytes(b"older")
    with pytest.raises(KeyboardInterrupt), open_output(str(target)) as stream:
        stream.write(b"half")
        raise KeyboardInterrupt
    assert target.read_bytes() == b"older"
    assert list(tmp_path.iterdir()) == [target]


def test_output_to_a_device_and_through_a_link(tmp_path: Path) -> None:
    """A device is written, not replaced; a link keeps pointing where it did."""
    with open_output(os.devnull) as stream:
        stream.write(b"x")
    assert not Path(os.devnull).is_file()
    target, link = tmp_path / "real", tmp_path / "link"
    link.symlink_to(target)
    with open_output(str(link)) as stream:
        stream.write(b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


# waqai explain


def test_explain_prints_the_steps(run: Run, tmp_path: Path) -> None:
    """What the coder explains; what cannot be explained is said on standard error."""
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    result = run("explain", "a.txt", str(HOSTILE / "english.txt"), "none.txt", "--language", "ar")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == "found: زار زار"
    assert "quarantined none.txt (read): cannot be read (No such file" in result.stderr
    english = run("explain", str(HOSTILE / "english.txt"))
    assert (english.exit_code, english.stdout) == (0, "")
    assert english.stderr == "not coded english: language en cannot be coded yet\n"


# waqai ingest


def rows(path: Path, query: str) -> list[tuple[object, ...]]:
    """What a query gives."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.execute(query))


def test_ingest_twice(run: Run, tmp_path: Path) -> None:
    """The second time changes nothing but the list of runs, and says so."""
    names = [str(HOSTILE / name) for name in ("lines.jsonl", "english.txt", "windows-1256.txt")]
    tables = ("documents", "versions", "records", "quarantine")
    states = []
    for _ in range(2):
        result = run("ingest", *names)
        assert result.exit_code == 1
        states.append({t: sorted(rows(tmp_path / "waqai.db", f"SELECT * FROM {t}"), key=repr)
                       for t in tables})  # fmt: skip
    assert states[0] == states[1]
    assert [len(states[0][table]) for table in tables] == [6, 7, 1, 7]
    assert result.stderr.splitlines()[-3:] == [
        "not coded 1: language en cannot be coded yet",
        "stored in sqlite:///waqai.db: 0 new, 2 changed, 5 unchanged",
        "in 14 = out 7 + quarantined 7 (records 2, not coded 1, repeated 0)",
    ]
    runs = rows(tmp_path / "waqai.db", "SELECT coder, counts, finished FROM runs")
    assert [run[0] for run in runs] == ["one word 1", "one word 1"]
    assert json.loads(str(runs[1][1]))["n_quarantined"] == 7
    assert all(run[2] for run in runs)


def test_ingest_where_it_is_told_to(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The option goes before the environment, which goes before the file of settings."""
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    (tmp_path / "waqai.toml").write_text('database = "sqlite:///c.db"\nlanguage = "ar"', "utf-8")
    assert run("ingest", "a.txt").exit_code == 0
    monkeypatch.setenv("WAQAI_DATABASE", "sqlite:///b.db")
    assert run("ingest", "a.txt").exit_code == 0
    assert run("ingest", "a.txt", "--database", "sqlite:///a.db").exit_code == 0
    assert sorted(path.name for path in tmp_path.glob("*.db")) == ["a.db", "b.db", "c.db"]


def test_ingest_the_demo(run: Run, tmp_path: Path) -> None:
    """The packaged articles, each with its outlet and its day."""
    result = run("ingest", "--demo", "--language", "ar")
    assert result.exit_code == 0, result.stderr
    query = "SELECT count(*), count(outlet), count(published_first) FROM documents"
    ((n_documents, n_outlets, n_days),) = rows(tmp_path / "waqai.db", query)
    assert n_documents == n_outlets == n_days
    assert int(str(n_documents)) >= 20


@pytest.mark.parametrize("command", [("ingest", "a.txt"), ("serve", "--port", "0")])
def test_errors_have_no_traceback(run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
    """A database that cannot be opened stops the command with status 2."""
    if command[0] == "serve":
        pytest.importorskip("waqai.serve.web.app")
    (tmp_path / "a.txt").write_text(NEWS, "utf-8")
    result = run(*command, "--database", "waqai.db")
    assert result.exit_code == 2
    assert result.stderr == (
        "Error: W401 waqai.db: is no database URL; write it as sqlite:///waqai.db, "
        "or sqlite:////srv/waqai.db for a path from the root\n"
    )


# waqai serve


def test_a_port_that_is_taken(run: Run) -> None:
    """Says so, and what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", "--port", str(port))
    assert result.exit_code == 2
    assert result.stderr == (
        f"Error: W501 127.0.0.1:{port}: another program listens there; end it, or choose "
        f"another port: waqai serve --port {port + 1}\n"
    )


def test_an_address_that_is_not_ours() -> None:
    """An address reserved for documentation, which no machine has."""
    with pytest.raises(SettingsError, match=r"192\.0\.2\.1:0: cannot listen there .*--host 127"):
        _listen("192.0.2.1", 0)


def test_a_free_port_listens() -> None:
    """Port 0 takes one, which accepts connections at once."""
    with _listen("127.0.0.1", 0) as listener:
        socket.create_connection(listener.getsockname()[:2], timeout=5).close()
