"""Cells of other data sets read as days, numbers and codes; empty is None, nonsense is an error."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date

from waqai.errors import ExchangeError

EMPTY = frozenset({"", "None", "NULL", "NA", "NaN", "nan"})
"""What the released files write for nothing."""
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?", re.ASCII)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_SLASHES = re.compile(
    r"(\d{1,2})/(\d{1,2})/(\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?(?: [AP]M)?)?", re.ASCII
)


def read_day(cells: Mapping[str, str], column: str, order: str = "iso") -> str | None:
    """The day of a cell as ISO writes it.

    Args:
        cells: the row by column.
        column: which of them.
        order: how days with slashes are meant: mdy, dmy, or iso where there are none.

    Raises:
        ExchangeError: the cell is no day, or one with slashes whose order is not given.

    Example:
        >>> read_day({"SQLDATE": "20250404"}, "SQLDATE")
        '2025-04-04'
        >>> read_day({"Event Date": "4/5/2017"}, "Event Date", "mdy")
        '2017-04-05'
    """
    text = _told(cells, column)
    if text is None:
        return None
    hint = ""
    if found := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        year, month, day = (int(part) for part in found.groups()[:3])
    elif found := _SLASHES.fullmatch(text):
        first, second, year = (int(part) for part in found.groups()[:3])
        month, day = (first, second) if order == "mdy" else (second, first)
        if order == "iso":
            year, hint = 0, "say how it is meant, with --days mdy or --days dmy"
    else:
        year, month, day = 0, 0, 0
    try:
        return date(year, month, day).isoformat()
    except ValueError as err:
        raise ExchangeError.of_cell(column, cells[column], "a day", hint=hint) from err


def read_number(
    cells: Mapping[str, str], column: str, lowest: float, highest: float
) -> float | None:
    """The number of a cell.

    Raises:
        ExchangeError: it is none, or out of bounds.

    Example:
        >>> read_number({"Latitude": "32.9"}, "Latitude", -90, 90)
        32.9
    """
    text = _told(cells, column)
    if text is None:
        return None
    expected = f"a number from {lowest:g} to {highest:g}"
    try:
        number = float(text)
    except ValueError as err:
        raise ExchangeError.of_cell(column, cells[column], expected) from err
    if (
        not math.isfinite(number)
        or not lowest <= number <= highest
        or "_" in text
        or not text.isascii()
    ):
        raise ExchangeError.of_cell(column, cells[column], expected)
    return number


def read_whole(cells: Mapping[str, str], column: str, lowest: int, highest: int) -> int | None:
    """The whole number of a cell, "3" or "3.0".

    Raises:
        ExchangeError: it is none, or out of bounds.

    Example:
        >>> read_whole({"QuadClass": "4"}, "QuadClass", 1, 4)
        4
    """
    number = read_number(cells, column, lowest, highest)
    if number is None:
        return None
    if number != int(number):
        raise ExchangeError.of_cell(
            column, cells[column], f"a whole number from {lowest} to {highest}"
        )
    return int(number)


def read_text(cells: Mapping[str, str], column: str) -> str | None:
    """The text of a cell; None where it is empty or the file does not have the column."""
    return _told(cells, column)


def _told(cells: Mapping[str, str], column: str) -> str | None:
    text = cells.get(column, "").strip()
    return None if text in EMPTY else text
