"""`waqai evaluate`: the coder's scores on gold files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from waqai.serve.cli.output import OutputPath, open_output

if TYPE_CHECKING:
    from waqai.evaluate.run import Evaluation


class _Errors(click.ParamType[int | str]):
    """How many faults to show of each file, or the file to write all of them to."""

    name = "number or file"

    def convert(
        self, value: int | str, param: click.Parameter | None, ctx: click.Context | None
    ) -> int | str:
        """A number where it is one, else a path that can be written."""
        if isinstance(value, int):
            return value
        if value.isdecimal():
            return int(value)
        return OutputPath().convert(value, param, ctx)


@click.command()
@click.argument(
    "gold",
    nargs=-1,
    required=True,
    metavar="GOLD...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "html")),
    default="text",
    show_default=True,
    help="text to read here, json to compare, html as a page of its own.",
)
@click.option(
    "--part",
    type=click.Choice(("development", "held-out", "all")),
    default="all",
    show_default=True,
    help="Every third document of a file is held out; read and mend with development.",
)
@click.option(
    "--errors",
    metavar="N|FILE",
    type=_Errors(),
    help="Show N misses and false alarms of each file, or write all to FILE (.jsonl or text).",
)
@click.option("-o", "--output", type=OutputPath(), help="Write here, not to standard output.")
def evaluate(
    gold: tuple[Path, ...], form: str, part: str, errors: int | str | None, output: str | None
) -> None:
    """Score the coder on gold files.

    GOLD is a JSON Lines file of annotated articles, of sentences with votes or with marked
    words; its kind is told by its fields. Without --errors, text lists no fault; json and
    html list all of the development part and none of the others.

    \b
    Examples:
      waqai evaluate ../shared/gold/ar_articles.jsonl --part development --errors 20
      waqai evaluate gold.jsonl --format html -o report.html
    """  # noqa: D301 (click wants the character itself)
    from waqai.evaluate.reading import read_with
    from waqai.evaluate.run import About
    from waqai.evaluate.run import evaluate as run
    from waqai.resolve.coder import load_coder
    from waqai.version import __version__

    coder = load_coder()
    found = run(gold, read_with(coder), About(__version__, coder.name, coder.hashes), part=part)
    if isinstance(errors, str):
        _write_faults(found, errors)
        errors = 0
    elif errors is None and (form == "text" or part != "development"):
        errors = 0
    report = _render(found, form, errors)
    with open_output(output) as stream:
        stream.write(report.encode("utf-8"))


def _render(found: Evaluation, form: str, n_faults: int | None) -> str:
    from waqai.evaluate.report_html import render_html
    from waqai.evaluate.report_json import render_json
    from waqai.evaluate.report_text import render_text

    renders = {"text": render_text, "json": render_json, "html": render_html}
    return renders[form](found, n_faults=n_faults)


def _write_faults(found: Evaluation, target: str) -> None:
    """Every fault of every file, as JSON Lines or as text by the name of the target."""
    from waqai.evaluate.report_json import render_fault_lines
    from waqai.evaluate.report_text import render_faults

    faults = [(file.name, fault) for file in found.files for fault in file.faults]
    is_json = target.lower().endswith((".jsonl", ".json"))
    text = render_fault_lines(faults) if is_json else render_faults(f for _, f in faults)
    with open_output(target) as stream:
        stream.write(text.encode("utf-8"))
