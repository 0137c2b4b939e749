"""`waqai evaluate`: the coder's scores on gold files."""

from __future__ import annotations

from pathlib import Path

import click

from waqai.serve.cli.output import OutputPath, open_output


@click.command()
@click.argument(
    "gold",
    nargs=-1,
    required=True,
    metavar="GOLD...",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--part",
    type=click.Choice(("development", "held-out", "all")),
    default="all",
    show_default=True,
    help="Every third document of a file is held out; use development while developing.",
)
@click.option("--errors", metavar="N", type=int, default=0, help="faults shown")
@click.option("-o", "--output", type=OutputPath(), help="Write here, not to standard output.")
def evaluate(gold: tuple[Path, ...], part: str, errors: int, output: str | None) -> None:
    """Score the coder on gold files.

    \b
    Example:
      waqai evaluate ../shared/gold/ar_articles.jsonl --part development --errors 20
    """  # noqa: D301 (click wants the character itself)
    from waqai.evaluate.reading import read_with
    from waqai.evaluate.report_text import render_text
    from waqai.evaluate.run import About
    from waqai.evaluate.run import evaluate as run
    from waqai.resolve.coder import load_coder
    from waqai.version import __version__

    coder = load_coder()
    about = About(__version__, coder.name, coder.hashes)
    found = run(gold, read_with(coder), about, part=part)
    with open_output(output) as stream:
        stream.write(render_text(found, n_faults=errors).encode())
