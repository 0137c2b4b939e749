"""The commands in a process of their own: pipes, and a terminal to show progress on."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

NEWS = "زار الوزير طرابلس، ثم زار بنغازي."
PROGRAM = (
    "from waqai import pipeline; from conftest import WordCoder\n"
    "pipeline.default_coder = WordCoder\n"
    "from waqai.serve.cli.main import main; main()"
)
SUMMARY = "quarantined 0 (records"


def command(*arguments: str) -> list[str]:
    """`waqai` with the coder of one word."""
    return [sys.executable, "-c", PROGRAM, *arguments, "--language", "ar"]


def environment() -> dict[str, str]:
    """This one, with the tests' coder to be found."""
    paths = [str(Path(__file__).parents[1]), *sys.path]
    return os.environ | {"PYTHONPATH": os.pathsep.join(paths), "TERM": "xterm"}


@pytest.fixture
def names(tmp_path: Path) -> list[str]:
    """Three text files."""
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(NEWS, "utf-8")
    return [str(tmp_path / f"{name}.txt") for name in "abc"]


def read_terminal(descriptor: int) -> str:
    """All that was written to a terminal until its last writer closed it."""
    parts = []
    try:
        while part := os.read(descriptor, 65_536):
            parts.append(part)
    except OSError:  # how Linux says that no writer is left
        pass
    finally:
        os.close(descriptor)
    return b"".join(parts).decode("utf-8")


def run_on_terminal(*arguments: str, is_screen: bool = False) -> str:
    """What a terminal shows as standard error, and where asked as standard output too."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        command(*arguments),
        stdin=subprocess.DEVNULL,
        stdout=theirs if is_screen else subprocess.DEVNULL,
        stderr=theirs,
        env=environment(),
    )
    os.close(theirs)
    shown = read_terminal(ours)
    assert process.wait(timeout=60) == 0
    return shown


def test_progress_on_a_terminal(names: list[str], tmp_path: Path) -> None:
    """For more than one document: how many of how many; then the counts alone."""
    shown = run_on_terminal("code", *names, "-o", str(tmp_path / "out.jsonl"))
    assert "documents" in shown
    assert "3/3" in shown
    assert SUMMARY in shown


def test_no_progress_for_one_document(names: list[str], tmp_path: Path) -> None:
    """There is nothing to wait for."""
    shown = run_on_terminal("code", names[0], "-o", str(tmp_path / "out.jsonl"))
    assert shown.startswith("in 1 = out 1 + ")
    assert "documents" not in shown


def test_no_progress_among_the_records(names: list[str]) -> None:
    """Where records run over the same screen, they are the progress."""
    shown = run_on_terminal("code", *names, is_screen=True)
    assert shown.count('"event"') == 6
    assert "3/3" not in shown
    assert SUMMARY in shown


def test_silent_in_a_pipe(names: list[str]) -> None:
    """One line at the end, and no codes for a terminal."""
    ran = subprocess.run(
        command("code", *names), capture_output=True, text=True, env=environment(), check=True
    )
    assert ran.stderr == "in 3 = out 3 + quarantined 0 (records 6, not coded 0, repeated 0)\n"
    assert len(ran.stdout.splitlines()) == 6


def test_a_reader_that_stops_early_is_no_error(names: list[str]) -> None:
    """`waqai code … | head -1` ends without a traceback."""
    process = subprocess.Popen(
        command("code", *names), stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    errors = process.stderr.read().decode()
    process.stderr.close()
    process.wait(timeout=60)
    assert "Traceback" not in errors
    assert "BrokenPipe" not in errors


def test_pages_are_served_until_interrupted(names: list[str], tmp_path: Path) -> None:
    """The address is printed first and answers at once; Ctrl-C ends it without a traceback."""
    database = f"sqlite:///{tmp_path}/a.db"
    subprocess.run(
        command("ingest", *names, "--database", database),
        check=True,
        capture_output=True,
        env=environment(),
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "waqai", "serve", "--port", "0", "--database", database],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment() | {"PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        assert line.startswith(f"Waqai shows {database} at http://127.0.0.1:")
        with urllib.request.urlopen(line.split()[-1], timeout=30) as page:
            shown = page.read().decode("utf-8")
        assert "/documents/a" in shown
    finally:
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert "Traceback" not in errors
