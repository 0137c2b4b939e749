"""`waqai explain`: every step of coding a document, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from waqai.outcome import NotCoded, Quarantined
from waqai.serve.cli.options import document_options, sources_or_standard_input
from waqai.serve.cli.reporter import QUARANTINED

if TYPE_CHECKING:
    from waqai.ingest.fields import Given


@click.command()
@document_options
def explain(sources: tuple[str, ...], given: Given) -> None:
    """Show every step of coding a document.

    Sentences, tokens with their clitics, the triggers found and those passed over with the
    check that stopped them, phrases, roles and records. FILE and options are those of
    `waqai code`.

    \b
    Example:
      waqai explain article.txt --published 2025-04-04
    """  # noqa: D301 (click wants the character itself)
    from waqai.ingest.readers import read_sources
    from waqai.pipeline import default_coder, explain_document

    n_quarantined = 0
    found: str | NotCoded | Quarantined
    for item in read_sources(sources_or_standard_input(sources), given):
        found = item if isinstance(item, Quarantined) else explain_document(item, default_coder())
        match found:
            case Quarantined():
                n_quarantined += 1
                click.echo(f"quarantined {found.message}", err=True)
            case NotCoded(document, reason):
                click.echo(f"not coded {document.id}: {reason}", err=True)
            case str():
                click.echo(found)
    if n_quarantined:
        click.get_current_context().exit(QUARANTINED)
