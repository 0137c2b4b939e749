"""`waqai ingest`: documents in, records into the database."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack, closing
from importlib import resources
from typing import TYPE_CHECKING

import click

from waqai.serve.cli.options import database_option, document_options, sources_or_standard_input
from waqai.serve.cli.reporter import Reporter

if TYPE_CHECKING:
    from waqai.ingest.fields import Given
    from waqai.store import Store


@click.command()
@document_options
@database_option
@click.option("--demo", is_flag=True, help="Take the articles that come with Waqai as well.")
def ingest(sources: tuple[str, ...], given: Given, database: str, demo: bool) -> None:
    """Code documents into the database.

    FILE and options are those of `waqai code`. The database is made where there is none.
    Coding the same documents again changes nothing but the list of runs; another text
    under a known id becomes a new version, whose records replace the old ones.

    \b
    Examples:
      waqai ingest articles.jsonl
      waqai ingest --demo --database sqlite:///demo.db
    """  # noqa: D301 (click wants the character itself)
    from waqai.store import open_store

    with ExitStack() as stack:
        if demo:
            packaged = resources.files("waqai") / "demo" / "articles.jsonl"
            sources = (str(stack.enter_context(resources.as_file(packaged))), *sources)
        sources = sources_or_standard_input(sources)
        reporter = stack.enter_context(Reporter(sources, records_on_screen=False))
        store = stack.enter_context(closing(open_store(database)))
        lines = _ingest(store, sources, given, reporter)
    reporter.finish(lines)


def _ingest(
    store: Store, sources: tuple[str, ...], given: Given, reporter: Reporter
) -> tuple[str, str]:
    """Code sources into a store as one run; returns the last lines to say."""
    from waqai import __version__
    from waqai.ingest.readers import read_sources
    from waqai.pipeline import Tally, code_documents, default_coder, store_outcomes

    coder = default_coder()
    tally = Tally()
    changes: Counter[str] = Counter()
    run = store.start_run(waqai=__version__, coder=coder.name)
    outcomes = code_documents(tally.watch(read_sources(sources, given)), coder)
    for outcome, change in store_outcomes(store, outcomes):
        tally.add(outcome)
        reporter.show(outcome)
        if change is not None:
            changes[change] += 1
    stored = {f"n_{name}": n_documents for name, n_documents in sorted(changes.items())}
    store.finish_run(run, tally.counts | stored, tally.resources)
    states = ", ".join(f"{changes[name]} {name}" for name in ("new", "changed", "unchanged"))
    return f"stored in {store.url}: {states}", tally.summary
