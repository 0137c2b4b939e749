"""Values as cells of delimited text, safe to open in a spreadsheet.

A cell of text that a spreadsheet could take for a formula gets an apostrophe before it. The
rule is total and can be undone: a text that begins with an apostrophe itself gets one too,
so that dropping the first apostrophe of a cell gives the text back.
"""

from __future__ import annotations

import re

from waqai.exchange.columns import Cell

_RISKY = frozenset("=+-@＝＋－＠'\"")
"""Signs that begin a formula, their full-width twins, and quotes, which begin a quoted cell."""
_BREAKS = re.compile(r"[\t\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def defuse(text: str) -> str:
    """A text as a cell that no spreadsheet runs.

    Blanks before the sign do not help it: some spreadsheets cut them off.

    Example:
        >>> defuse("=1+1"), defuse("وقع"), defuse("'أ")
        ("'=1+1", 'وقع', "''أ")
    """
    is_risky = text.lstrip()[:1] in _RISKY and bool(text.strip())
    return f"'{text}" if is_risky or text[:1] in ("\t", "\r", "\n") else text


def undo_defuse(cell: str) -> str:
    """The text of a cell that `defuse` made.

    Example:
        >>> undo_defuse("'=1+1"), undo_defuse("وقع")
        ('=1+1', 'وقع')
    """
    return cell.removeprefix("'")


def flatten(text: str) -> str:
    r"""A text on one line and without tabs, for tables that have no quoting.

    Example:
        >>> flatten("أول\n\tثان")
        'أول ثان'
    """
    return _BREAKS.sub(" ", text)


def plain(value: Cell) -> str:
    """A value that is no free text as a cell: numbers, codes, true and false.

    Example:
        >>> plain(True), plain(-9.0), plain(None)
        ('true', '-9.0', '')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def tab_line(cells: list[str]) -> bytes:
    """A row of a tab-separated table; no cell holds a tab or a line end."""
    return "\t".join(cells).encode("utf-8") + b"\n"


def tab_cell(value: Cell) -> str:
    r"""A value as a cell of a tab-separated table: text flattened and defused, numbers plain.

    Example:
        >>> tab_cell("-أ\tب"), tab_cell(-9.0)
        ("'-أ ب", '-9.0')
    """
    return defuse(flatten(value)) if isinstance(value, str) else plain(value)
