"""Quotations over several sentences: where one opens and is not closed, and where it ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_OPENING = frozenset("«“")
_CLOSING = frozenset("»”")
_STRAIGHT = '"'
_MAX_QUOTED_CHARS = 600
"""A mark that is not closed within so much was rather forgotten than left open."""


@dataclass(frozen=True, slots=True)
class Quotes:
    """The open ends of a sentence's quotations."""

    opens_at: int | None
    """The mark that opens a quotation the sentence does not close; None where there is none."""
    closes_at: int
    """The mark that closes what an earlier sentence opened, else the number of words."""


def find_quotes(texts: Sequence[str], *, is_open: bool) -> Quotes:
    """Read the quotation marks of a sentence.

    Args:
        texts: its words.
        is_open: whether it begins inside a quotation.

    Example:
        >>> find_quotes(["قال", ":", '"', "نحن", "بخير"], is_open=False)
        Quotes(opens_at=2, closes_at=5)
        >>> find_quotes(["سنبقى", '"', "."], is_open=True)
        Quotes(opens_at=None, closes_at=1)
    """
    opened: int | None = -1 if is_open else None
    closes_at = len(texts)
    for i, text in enumerate(texts):
        closes = text in _CLOSING or (text == _STRAIGHT and opened is not None)
        if closes and opened is not None:
            closes_at = i if opened == -1 else closes_at
            opened = None
        elif text in _OPENING or text == _STRAIGHT:
            opened = i
    return Quotes(opened if opened is not None and opened >= 0 else None, closes_at)


def closes_soon(text: str, start_char: int) -> bool:
    """Whether the mark at a place of the text is closed in its paragraph.

    Args:
        text: the whole text.
        start_char: where the opening mark stands.

    Example:
        >>> closes_soon("قال: «نحن بخير. سنبقى».", 5), closes_soon("قال: «نحن بخير.", 5)
        (True, False)
    """
    end = text.find("\n", start_char)
    rest = text[start_char + 1 : end if end >= 0 else len(text)][:_MAX_QUOTED_CHARS]
    if text[start_char] == _STRAIGHT:
        return rest.count(_STRAIGHT) % 2 == 1
    closing = min((rest.find(c) for c in _CLOSING if c in rest), default=-1)
    opening = min((rest.find(c) for c in _OPENING if c in rest), default=len(rest))
    return 0 <= closing < opening
