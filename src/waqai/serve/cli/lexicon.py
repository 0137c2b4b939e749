"""`waqai lexicon lint`: every fault of the lexicon's files at once."""

from __future__ import annotations

from pathlib import Path

import click

LINTED = "{n} files, no fault"


@click.group()
def lexicon() -> None:
    """Check the words that name acts, people and marks.

    \b
    Example:
      waqai lexicon lint
    """  # noqa: D301 (click wants the character itself)


@lexicon.command()
@click.argument("files", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.pass_context
def lint(ctx: click.Context, files: tuple[Path, ...]) -> None:
    """Name every fault of lexicon files: file, line, key, value, what is allowed.

    Without FILES all shipped files are checked. Exit status 1 where there is a fault.

    \b
    Example:
      waqai lexicon lint my-triggers.yaml
    """  # noqa: D301 (click wants the character itself)
    from waqai.lexicon.compile import source_files
    from waqai.lexicon.lint import lint as find_faults
    from waqai.serve.codes import lexicon_codes

    shipped = source_files()
    own = [path for path in files if path.resolve() not in shipped]
    faults = find_faults([*shipped, *own], lexicon_codes())
    names = {path.name for path in files}
    shown = [fault for fault in faults if not names or fault.file in names]
    for fault in shown:
        click.echo(str(fault))
    if shown:
        ctx.exit(1)
    click.echo(LINTED.format(n=len(files) or len(shipped)), err=True)
