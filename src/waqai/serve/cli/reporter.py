"""What a run says on standard error: progress, what was quarantined, and the counts."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from waqai.outcome import NotCoded, Outcome, Quarantined

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

QUARANTINED = 1
"""Exit status of a run in which something was quarantined."""


class Reporter:
    """Tells how a run goes, outcome by outcome, and ends it with its counts.

    Progress is shown from the second document on, where standard error is a terminal and
    the records do not go to that terminal as well; in a pipe it is silent.
    """

    def __init__(self, sources: Sequence[str], *, records_on_screen: bool) -> None:
        """Prepare for some sources; the number of documents is known for text files alone."""
        is_counted = all(source.lower().endswith(".txt") for source in sources)
        self._n_expected = len(sources) if is_counted else None
        self._is_live = sys.stderr.isatty() and not records_on_screen
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._n_seen = 0
        self._n_quarantined = 0
        self._not_coded: Counter[str] = Counter()

    def __enter__(self) -> Self:
        """Begin; nothing is shown yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the progress off the screen."""
        if self._progress is not None:
            self._progress.stop()
            self._progress = None

    def show(self, outcome: Outcome) -> None:
        """Count an outcome and say what needs saying."""
        self._n_seen += 1
        if self._is_live and self._n_seen > 1:
            self._advance()
        if isinstance(outcome, Quarantined):
            self._n_quarantined += 1
            self._say(f"quarantined {outcome.message}")
        elif isinstance(outcome, NotCoded):
            self._not_coded[outcome.reason] += 1

    def finish(self, lines: Iterable[str]) -> None:
        """Say why documents were not coded and then the last lines; set the exit status."""
        for reason, n_documents in sorted(self._not_coded.items()):
            self._say(f"not coded {n_documents}: {reason}")
        for line in lines:
            self._say(line)
        if self._n_quarantined:
            click.get_current_context().exit(QUARANTINED)

    def _advance(self) -> None:
        if self._progress is None:
            self._progress, self._task = _start_progress(self._n_expected)
        assert self._task is not None
        self._progress.update(self._task, completed=self._n_seen)

    def _say(self, line: str) -> None:
        if self._progress is None:
            click.echo(line, err=True)
        else:
            self._progress.console.print(line, markup=False, highlight=False, soft_wrap=True)


def _start_progress(n_expected: int | None) -> tuple[Progress, TaskID]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    progress = Progress(
        TextColumn("documents"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = progress.add_task("documents", total=n_expected)
    progress.start()
    return progress, task
