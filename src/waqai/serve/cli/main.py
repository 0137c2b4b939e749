"""The entry point: `waqai`, which imports a command when it is called and not before.

Exit status: 0 where all went well; 1 where the run came to its end but something was
quarantined; 2 where it could not begin or go on (usage, settings, database).
"""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import Any

import click

from waqai.errors import WaqaiError
from waqai.serve.cli.registry import COMMANDS, Entry
from waqai.version import __version__

STOPPED = 2
"""Exit status of a run that an error stopped."""


class _Stopped(click.ClickException):
    """A `WaqaiError` as click shows it: its message, no traceback."""

    exit_code = STOPPED


class LazyGroup(click.Group):
    """A group whose commands are named in a registry and imported at their first use."""

    def __init__(self, *args: Any, registry: Mapping[str, Entry], **kwargs: Any) -> None:
        """Keep the registry beside what click needs."""
        super().__init__(*args, **kwargs)
        self._registry = registry

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the registry."""
        return list(self._registry)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now; None where there is none."""
        entry = self._registry.get(cmd_name)
        if entry is None:
            return None
        module, _, attribute = entry.target.partition(":")
        found = getattr(importlib.import_module(module), attribute)
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the registry, importing none."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in self._registry.items()])

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error raised on purpose is shown without its traceback."""
        try:
            return super().invoke(ctx)
        except WaqaiError as err:
            raise _Stopped(str(err)) from err


@click.group(
    cls=LazyGroup, registry=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="waqai")
def main() -> None:
    """From Arabic news to sourced political event data.

    \b
    Example:
      waqai code article.txt --published 2025-04-04 --outlet "Example News"

    \b
    Exit status: 0 all went well, 1 something was quarantined, 2 stopped by an error.
    """  # noqa: D301 (click wants the character itself)
