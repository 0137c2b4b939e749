"""`waqai export`: records in the formats of the field, or an imported data set as it was."""

from __future__ import annotations

import sys
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from waqai.exchange.names import EXPORT_NAMES
from waqai.serve.cli.options import database_option, sources_or_standard_input
from waqai.serve.cli.output import OutputPath, open_output
from waqai.serve.cli.reporter import QUARANTINED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from waqai.exchange.contract import RecordFields
    from waqai.outcome import Quarantined

BINARY = "parquet"


@click.command()
@click.argument(
    "records", nargs=-1, metavar="[RECORDS]...", type=click.Path(dir_okay=False, allow_dash=True)
)
@click.option("--to", type=click.Choice(EXPORT_NAMES), help="The format to write.")
@click.option("-o", "--output", type=OutputPath(), help="Write here, not to standard output.")
@click.option("--bom", is_flag=True, help="Begin CSV with a byte order mark, for spreadsheets.")
@click.option("--dataset", metavar="NAME", help="Write an imported data set as its files were.")
@click.option("--file", metavar="FILE", help="One file of --dataset, by its name at the import.")
@database_option
def export(  # noqa: PLR0913 (click hands each option over by its name)
    *,
    records: tuple[str, ...],
    to: str | None,
    output: str | None,
    bom: bool,
    dataset: str | None,
    file: str | None,
    database: str,
) -> None:
    """Write records in a format of the field.

    RECORDS are JSON Lines as `waqai code` writes them, or - for standard input. What a
    format has no place for is left out and counted; docs/exchange.md lists what each keeps.
    With --dataset, rows that were imported are written again, cell by cell as they came.

    \b
    Examples:
      waqai export records.jsonl --to csv --bom -o records.csv
      waqai code articles.jsonl | waqai export - --to geojson -o map.geojson
      waqai export --dataset polecat-2023 -o again.tsv
    """  # noqa: D301 (click wants the character itself)
    if dataset is not None:
        if records or to or bom:
            raise click.UsageError(
                "--dataset stands alone: RECORDS, --to and --bom are for records"
            )
        _export_dataset(dataset, file, database, output)
        return
    if to is None or file is not None:
        raise click.UsageError("name the format with --to; --file is for --dataset")
    if bom and to != "csv":
        raise click.UsageError("--bom is for --to csv")
    if to == BINARY and output in (None, "-") and sys.stdout.isatty():
        raise click.UsageError("parquet is no text: name a file with -o, or pipe it on")
    _export_records(sources_or_standard_input(records), to, output, bom)


def _export_records(sources: tuple[str, ...], to: str, output: str | None, bom: bool) -> None:
    from waqai.exchange.formats import export_records

    options = {"with_bom": bom} if to == "csv" else {}
    with open_output(output) as stream:
        tally = export_records(_read(sources), to, stream, **options)
    for item in tally.quarantined:
        click.echo(f"quarantined {item.message}", err=True)
    click.echo(tally.summary, err=True)
    if tally.quarantined:
        click.get_current_context().exit(QUARANTINED)


def _read(sources: tuple[str, ...]) -> Iterator[RecordFields | Quarantined]:
    from waqai.errors import ExchangeError
    from waqai.exchange.contract import read_records

    for source in sources:
        with ExitStack() as stack:
            try:
                stream = _open(source, stack)
            except OSError as err:
                raise ExchangeError(
                    f"cannot be read ({err.strerror or err})",
                    where=source,
                    hint="check its name and its permissions",
                ) from err
            yield from read_records(stream, source)


def _open(source: str, stack: ExitStack) -> BinaryIO:
    return sys.stdin.buffer if source == "-" else stack.enter_context(Path(source).open("rb"))


def _export_dataset(dataset: str, file: str | None, database: str, output: str | None) -> None:
    from waqai.exchange.stored import write_dataset
    from waqai.store import open_store

    with closing(open_store(database)) as store, open_output(output) as stream:
        n_rows = write_dataset(store, dataset, file, stream)
    click.echo(f"rows {n_rows}", err=True)
