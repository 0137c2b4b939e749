"""`waqai import`: files of other data sets, kept in tables of their own."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from waqai.exchange.names import DAY_ORDERS, ENCODINGS, IMPORT_NAMES
from waqai.serve.cli.options import database_option
from waqai.serve.cli.reporter import QUARANTINED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from waqai.exchange.imports import ImportOptions
    from waqai.exchange.rows import ImportedRow
    from waqai.outcome import Quarantined
    from waqai.store import ImportCounts, Store


@click.command("import")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    metavar="FILE...",
    type=click.Path(exists=True, dir_okay=False),
)
@click.option("--as", "form", type=click.Choice(IMPORT_NAMES), required=True, help="Its format.")
@click.option("--dataset", metavar="NAME", required=True, help="The data set that it belongs to.")
@click.option(
    "--encoding",
    type=click.Choice(ENCODINGS),
    default="utf-8",
    show_default=True,
    help="Of the files; lines in another are quarantined.",
)
@click.option(
    "--days",
    type=click.Choice(DAY_ORDERS),
    default="iso",
    show_default=True,
    help="How days with slashes are meant, such as 4/5/2017.",
)
@database_option
def import_rows(
    files: tuple[str, ...], form: str, dataset: str, encoding: str, days: str, database: str
) -> None:
    """Keep data sets of others in the database.

    FILE is unpacked, as PLOVER, POLECAT, ICEWS or GDELT are published. Every cell is kept as
    written; rows never mix with records. Importing a file again replaces its rows.

    \b
    Examples:
      waqai import polecat.tsv --as polecat --dataset polecat-2023 --encoding latin-1
      waqai import 20250404*.export.CSV --as gdelt --dataset gdelt
    """  # noqa: D301 (click wants the character itself)
    from waqai.exchange.imports import ImportOptions
    from waqai.store import open_store

    options = ImportOptions(encoding, days)
    n_rows = n_quarantined = 0
    with closing(open_store(database)) as store:
        for file in files:
            counts = _import_file(store, file, (form, dataset), options)
            n_rows += counts.n_rows
            n_quarantined += counts.n_quarantined
        click.echo(f"stored in {store.url} as {dataset}", err=True)
    n_all = n_rows + n_quarantined
    click.echo(f"in {n_all} = out {n_rows} + quarantined {n_quarantined}", err=True)
    if n_quarantined:
        click.get_current_context().exit(QUARANTINED)


def _import_file(
    store: Store, file: str, kind: tuple[str, str], options: ImportOptions
) -> ImportCounts:
    """Import one file as (format, data set), telling what it is and what was quarantined."""
    from waqai.exchange.imports import read_rows
    from waqai.exchange.stored import layout_to_json, store_items
    from waqai.ingest.readers import printable
    from waqai.store import ImportedFile

    form, dataset = kind
    name = printable(file)
    with Path(file).open("rb") as stream:
        layout, rows = read_rows(stream, name, form, options)
        unknown = f", unknown columns kept: {', '.join(layout.unknown)}" if layout.unknown else ""
        click.echo(f"{name}: {layout.vintage}{unknown}", err=True)
        place = ImportedFile(dataset, name, form, layout.vintage, layout_to_json(layout))
        return store.save_import(place, store_items(_tell(rows)))


def _tell(rows: Iterable[ImportedRow | Quarantined]) -> Iterator[ImportedRow | Quarantined]:
    """Rows as they are; what is quarantined is told as it passes."""
    from waqai.outcome import Quarantined

    for row in rows:
        if isinstance(row, Quarantined):
            click.echo(f"quarantined {row.message}", err=True)
        yield row
