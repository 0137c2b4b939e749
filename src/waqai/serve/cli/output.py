"""Where records are written: standard output, or a file that is whole or not there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click


class OutputPath(click.ParamType[str]):
    """A file to write, whose folder exists; "-" is standard output."""

    name = "file"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The path, or a usage error before anything is read."""
        path = Path(value)
        if path.is_dir():
            self.fail(f"{value} is a folder; name a file in it", param, ctx)
        if not path.parent.is_dir():
            self.fail(f"the folder {path.parent} does not exist; make it first", param, ctx)
        if not os.access(path.parent, os.W_OK):
            self.fail(f"the folder {path.parent} cannot be written", param, ctx)
        return value


@contextmanager
def open_output(target: str | None) -> Iterator[BinaryIO]:
    """A stream for the bytes of a run.

    A file is written beside its place and moved there at the end; where the run breaks
    off, what was there before stays as it was. What is no plain file (a pipe, a device)
    is written directly.
    """
    if target is None or target == "-":
        stream = sys.stdout.buffer
        yield stream
        stream.flush()
        return
    path = Path(target).resolve()
    if path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with draft.open("xb") as stream:
            yield stream
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
