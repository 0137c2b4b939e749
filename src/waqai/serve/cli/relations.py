"""`waqai relations`: how two sides stand to each other over time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from waqai.errors import RelationError
from waqai.outcome import Quarantined
from waqai.serve.cli.options import sources_or_standard_input
from waqai.serve.cli.output import OutputPath, open_output
from waqai.serve.cli.reporter import QUARANTINED

if TYPE_CHECKING:
    from waqai.relate.events import RelatedEvent
    from waqai.relate.relation import Relation


@click.command()
@click.argument("first", metavar="FIRST")
@click.argument("second", metavar="SECOND")
@click.argument("files", nargs=-1, metavar="[RECORDS]...")
@click.option(
    "--by",
    "unit",
    type=click.Choice(("day", "week", "month")),
    default="month",
    show_default=True,
    help="Length of a period; a week begins on Monday.",
)
@click.option(
    "--actors",
    "level",
    type=click.Choice(("code", "identity")),
    help="What the sides are read as.  [default: by their form]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "csv")),
    default="text",
    show_default=True,
    help="text to read here, json with all figures and events, csv with the series.",
)
@click.option("-o", "--output", type=OutputPath(), help="Write here, not to standard output.")
def relations(  # noqa: PLR0913, PLR0917 (click gives each its own)
    first: str,
    second: str,
    files: tuple[str, ...],
    unit: str,
    level: str | None,
    form: str,
    output: str | None,
) -> None:
    """Show how two sides stand to each other over time.

    FIRST and SECOND are countries (LBY) or identities (person/khalifa-haftar). RECORDS are
    files of records as `waqai code` writes them, of any actors, or - for standard input;
    each record counts as one event.

    \b
    Examples:
      waqai relations LBY TUR records.jsonl
      waqai relations person/khalifa-haftar state/TUR records.jsonl --by week --format json
      waqai code articles.jsonl | waqai relations LBY TUR - --format csv -o series.csv
    """  # noqa: D301 (click wants the character itself)
    from waqai.relate.dyads import Dyad
    from waqai.relate.relation import relate

    dyad = Dyad.parse(first, second, level)
    events: list[RelatedEvent] = []
    n_quarantined = 0
    for item in _read(sources_or_standard_input(files)):
        if isinstance(item, Quarantined):
            click.echo(f"quarantined {item.message}", err=True)
            n_quarantined += 1
        else:
            events.append(item)
    report = _render(relate(events, dyad, unit), form, n_quarantined, output)
    with open_output(output) as stream:
        stream.write(report.encode("utf-8"))
    if n_quarantined:
        click.get_current_context().exit(QUARANTINED)


def _read(sources: tuple[str, ...]) -> Iterator[RelatedEvent | Quarantined]:
    from waqai.relate.events import read_events

    for source in sources:
        lines = sys.stdin.buffer if source == "-" else _lines_of(source)
        yield from read_events(lines, source)


def _lines_of(source: str) -> Iterator[bytes]:
    """The lines of a file.

    Raises:
        RelationError: it cannot be read; without it the figures would be others.
    """
    try:
        with Path(source).open("rb") as stream:
            yield from stream
    except OSError as err:
        hint = "name a file of records, as `waqai code` writes them"
        raise RelationError(f"cannot be read ({err.strerror})", where=source, hint=hint) from err


def _render(relation: Relation, form: str, n_quarantined: int, output: str | None) -> str:
    if form == "json":
        from waqai.relate.report_json import render_json

        return render_json(relation, n_quarantined)
    if form == "csv":
        from waqai.relate.report_csv import render_csv

        return render_csv(relation)
    import shutil

    from waqai.relate.report_text import PLAIN_WIDTH, render_text

    if output in (None, "-") and sys.stdout.isatty():
        width = shutil.get_terminal_size().columns
        return render_text(relation, n_quarantined, width=width, is_coloured=True)
    return render_text(relation, n_quarantined, width=PLAIN_WIDTH)
