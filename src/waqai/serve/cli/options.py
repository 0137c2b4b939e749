"""Arguments and options that several commands share."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from waqai.dates import Published
from waqai.errors import IngestError

if TYPE_CHECKING:
    from waqai.settings import Settings

Command = Callable[..., Any]


class _Day(click.ParamType[Published]):
    """A publication day at any precision."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Published:
        """The day, or a usage error before anything is read."""
        from waqai.ingest.fields import parse_published

        if isinstance(value, Published):
            return value
        try:
            return parse_published(value)
        except IngestError as err:
            self.fail(f"{err.what}; {err.hint}", param, ctx)


class _Language(click.ParamType[str]):
    """A language code or "auto"."""

    name = "code"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The code in lower case, or a usage error."""
        from waqai.ingest.fields import parse_language

        try:
            return parse_language(value)
        except IngestError as err:
            self.fail(f"{err.what}; {err.hint}", param, ctx)


def document_options(command: Command) -> Command:
    """Add FILE… and the options that say what documents do not say themselves.

    The command gets `sources`, the names of the files, and `given`, the options' values.
    """

    @functools.wraps(command)
    def with_given(
        *,
        files: tuple[str, ...],
        published: Published | None,
        outlet: str | None,
        title: str | None,
        language: str | None,
        **rest: Any,
    ) -> Any:
        from waqai.ingest.fields import Given

        given = Given(published, outlet, title, language or read_settings().language)
        return command(sources=files, given=given, **rest)

    for add in (
        click.option("--language", type=_Language(), help="ISO 639 code.  [default: auto]"),
        click.option("--title", help="Context for names and places; not coded itself."),
        click.option("--outlet", help="Who published it."),
        click.option(
            "--published",
            type=_Day(),
            help="Year, month, day or timestamp, such as 2025-04-04; kept as precise as given.",
        ),
        click.argument("files", nargs=-1, metavar="[FILE]..."),
    ):
        with_given = add(with_given)
    return with_given


def database_option(command: Command) -> Command:
    """Add --database; the command gets its URL as `database`."""

    @functools.wraps(command)
    def with_database(*, database: str | None, **rest: Any) -> Any:
        return command(database=database or read_settings().database, **rest)

    add = click.option(
        "--database", metavar="URL", help="Such as sqlite:///waqai.db, which is the default."
    )
    return add(with_database)


def sources_or_standard_input(sources: tuple[str, ...]) -> tuple[str, ...]:
    """The files, or standard input where none is named and something is piped in."""
    if sources:
        return sources
    if sys.stdin is None or sys.stdin.isatty():
        raise click.UsageError("no FILE: name a .txt or .jsonl file, or pipe a text in")
    return ("-",)


def read_settings() -> Settings:
    """The settings of the current folder and the environment."""
    from waqai.settings import load_settings

    return load_settings(Path.cwd())
