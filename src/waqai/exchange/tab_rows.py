"""Tab-separated files cut into rows whose cells are as written.

1. Lines end in LF or CR LF; each is decoded by itself, so that one that is in another
   encoding costs one row.
2. A line is cut at its tabs. With the right number of cells it is a row, whatever quotes it
   holds: files without quoting have stray ones.
3. With tabs too many, where all cells beyond the last column are empty, it is a row too; they
   are kept.
4. Else, in files that may be quoted, what follows an open quote belongs to its cell, further
   lines too, until the quotes are even; where that gives no row, each line stands for itself.
5. What still has another number of cells is quarantined. Nothing is moved to make it fit.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from waqai.errors import ExchangeError
from waqai.exchange.contract import MAX_LINE_BYTES

MAX_JOINED_LINES = 50
"""Lines that the quoted cells of one row may run over."""
BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file."""

    number: int
    raw: bytes
    """Without its end."""
    newline: str
    """LF, CR LF, or nothing at the end of a file."""


@dataclass(frozen=True, slots=True)
class CutRow:
    """The cells of one row."""

    number: int
    cells: tuple[str, ...]
    raw: bytes


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line that is no row, and why."""

    number: int
    error: ExchangeError
    raw: bytes


def read_lines(stream: BinaryIO) -> Iterator[Line]:
    """The lines of a stream; one that is too long is cut there, and what follows it passed over."""
    number = 0
    while raw := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        rest = raw
        while len(raw) > MAX_LINE_BYTES and rest and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_LINE_BYTES)
        if raw.endswith(b"\r\n"):
            yield Line(number, raw[:-2], "\r\n")
        elif raw.endswith(b"\n"):
            yield Line(number, raw[:-1], "\n")
        else:
            yield Line(number, raw, "")


def decode_line(line: Line, encoding: str) -> str:
    """The text of a line.

    Raises:
        ExchangeError: it is too long, or not in the encoding.
    """
    if len(line.raw) > MAX_LINE_BYTES:
        raise ExchangeError(f"has over {MAX_LINE_BYTES:,} bytes, expected a row")
    try:
        return line.raw.decode(encoding)
    except UnicodeDecodeError as err:
        raise ExchangeError(
            f"byte {err.start + 1} is no {encoding}",
            hint="name the file's encoding, such as --encoding latin-1",
        ) from err


def cut_rows(
    lines: Iterable[Line], encoding: str, n_columns: int, *, may_be_quoted: bool
) -> Iterator[CutRow | BadRow]:
    """The rows of some lines; blank lines are passed over.

    Args:
        lines: from `read_lines`.
        encoding: of the file.
        n_columns: how many cells a row has.
        may_be_quoted: whether a cell may run over tabs and lines within quotes.
    """
    waiting: deque[Line] = deque()
    source = iter(lines)
    while (line := waiting.popleft() if waiting else next(source, None)) is not None:
        if not line.raw.strip(b" "):
            continue
        try:
            cells = decode_line(line, encoding).split("\t")
        except ExchangeError as err:
            yield BadRow(line.number, err, line.raw)
            continue
        if fits(cells, n_columns):
            yield CutRow(line.number, tuple(cells), line.raw)
            continue
        joined = _join(line, source, waiting, encoding, n_columns) if may_be_quoted else None
        if joined is not None:
            yield joined
        else:
            yield BadRow(line.number, _wrong_width(len(cells), n_columns), line.raw)


def fits(cells: Sequence[str], n_columns: int) -> bool:
    """Whether there are as many cells as columns, empty ones at the end not counted.

    Example:
        >>> fits(["a", "b", ""], 2), fits(["a", "b", "c"], 2), fits(["a"], 2)
        (True, False, False)
    """
    return len(cells) >= n_columns and not any(cells[n_columns:])


def split_quoted(text: str) -> list[str]:
    r"""A line cut at the tabs that stand outside quotes; cells keep their quotes.

    Example:
        >>> split_quoted('a\t"b\tc"\td')
        ['a', '"b\tc"', 'd']
    """
    cells: list[str] = []
    pending = ""
    for part in text.split("\t"):
        pending = f"{pending}\t{part}" if pending else part
        if not is_open(pending):
            cells.append(pending)
            pending = ""
    return [*cells, pending] if pending else cells


def is_open(cell: str) -> bool:
    """Whether a cell begins with a quote that is not closed in it.

    Example:
        >>> is_open('"a ""b"" c'), is_open('"a"'), is_open('a "b')
        (True, False, False)
    """
    return cell.startswith('"') and cell.count('"') % 2 == 1


def unquote(cell: str) -> str:
    """What a cell says: without the quotes around it, doubled ones made one.

    Example:
        >>> unquote('"a"'), unquote('"a ""b"" c"'), unquote('a "b')
        ('a', 'a "b" c', 'a "b')
    """
    if len(cell) >= 2 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell


def _join(
    line: Line, source: Iterator[Line], waiting: deque[Line], encoding: str, n_columns: int
) -> CutRow | None:
    """The row of a line and of those that its open quote runs over.

    Returns:
        None where they make no row; the lines that were looked at then wait for their turn.
    """
    seen: list[Line] = []
    raw, text, newline = line.raw, line.raw.decode(encoding), line.newline
    while len(seen) < MAX_JOINED_LINES:
        cells = split_quoted(text)
        if not is_open(cells[-1]):
            if fits(cells, n_columns):
                return CutRow(line.number, tuple(cells), raw)
            break
        following = waiting.popleft() if waiting else next(source, None)
        if following is None:
            break
        seen.append(following)
        try:
            text += newline + decode_line(following, encoding)
        except ExchangeError:
            break
        raw += newline.encode() + following.raw
        newline = following.newline
    waiting.extendleft(reversed(seen))
    return None


def _wrong_width(n_cells: int, n_columns: int) -> ExchangeError:
    return ExchangeError(
        f"has {n_cells} cells, expected {n_columns}",
        hint="mend the row; nothing is moved to make it fit",
    )
