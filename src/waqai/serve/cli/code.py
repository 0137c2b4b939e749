"""`waqai code`: documents in, records out as JSON Lines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from waqai.serve.cli.options import document_options, sources_or_standard_input
from waqai.serve.cli.output import OutputPath, open_output
from waqai.serve.cli.reporter import Reporter

if TYPE_CHECKING:
    from waqai.ingest.fields import Given


@click.command()
@document_options
@click.option("-o", "--output", type=OutputPath(), help="Write here, not to standard output.")
def code(sources: tuple[str, ...], given: Given, output: str | None) -> None:
    """Write the records of documents as JSON Lines.

    FILE is a .txt file, one document whose id is the file's name; a .jsonl file, one
    document a line (text, and id, published, outlet, title, url, language where known); or
    - for standard input. Options hold for documents that do not say it themselves.

    \b
    Examples:
      waqai code article.txt --published 2025-04-04 --outlet "Example News"
      waqai code articles.jsonl -o records.jsonl
      cat article.txt | waqai code - --published 2025-04
    """  # noqa: D301 (click wants the character itself)
    from waqai.ingest.readers import read_sources
    from waqai.outcome import Coded
    from waqai.pipeline import Tally, code_documents, default_coder
    from waqai.record_json import to_json

    sources = sources_or_standard_input(sources)
    tally = Tally()
    on_screen = output in (None, "-") and sys.stdout.isatty()
    with (
        Reporter(sources, records_on_screen=on_screen) as reporter,
        open_output(output) as stream,
    ):
        for outcome in code_documents(tally.watch(read_sources(sources, given)), default_coder()):
            tally.add(outcome)
            reporter.show(outcome)
            if isinstance(outcome, Coded):
                for record in outcome.records:
                    stream.write(to_json(record).encode("utf-8") + b"\n")
    reporter.finish([tally.summary])
