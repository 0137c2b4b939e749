"""The normalised view of a text, with a map back to every code point of the original.

Folded, each for a reason: vowel marks and tatweel (news writes them at will), the seats of
alif's hamza, alif maqsura and ta marbuta (writers differ), look-alikes of other Arabic
scripts, presentation forms (old converters), Eastern digits, zero-width and direction
signs (copied from pages), typographic quotes and dashes. ء ؤ ئ stay: they tell words apart.
The tables are in `waqai.text.letters`. Folding erases contrasts (علي / على, أن / إن);
`agrees`, of `waqai.text.spelling`, checks those that a text does write.

The text itself is never changed: `View.span` gives offsets of the original, and never ends
a span before a combining mark. `waqai.folding.fold` folds names the same way.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from waqai.text.letters import (
    FIRST_MARK,
    HAMZA_ABOVE,
    HAMZA_SEATS,
    MAY_CHANGE_LENGTH,
    SAME_LENGTH,
    TATWEEL,
    fold_char,
    is_mark,
)
from waqai.text.spelling import agrees

__all__ = ["View", "agrees", "make_view", "normalise"]

_MAY_CHANGE_LENGTH = re.compile(f"[{MAY_CHANGE_LENGTH}]")


@dataclass(frozen=True, slots=True)
class View:
    """A text and its folded form.

    Example:
        >>> view = make_view("مُؤتمــر")
        >>> view.norm, view.span(0, 5)
        ('مؤتمر', (0, 8))
    """

    text: str
    """As given; never changed."""
    norm: str
    """As folded."""
    starts: Sequence[int] | None
    """Offset in `text` of each code point of `norm`; None where both have the same."""

    def at(self, position: int) -> int:
        """Offset in the text of position `position` of the view; its length at the end."""
        if self.starts is None:
            return position
        return self.starts[position] if position < len(self.starts) else len(self.text)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the text of [first, last) of the view, marks on the last letter included."""
        start = self.at(first)
        if first >= last:
            return start, start
        end = self.at(last - 1) + 1
        # Most words stand before a space; what lies below the first mark is none.
        if end < len(self.text) and self.text[end] < FIRST_MARK:
            return start, end
        return start, past_marks(self.text, end)

    def position(self, offset: int) -> int:
        """The position in the view of the first letter at or after an offset of the text."""
        return offset if self.starts is None else bisect_left(self.starts, offset)


def past_marks(text: str, end: int) -> int:
    """The first offset at or after `end` that does not cut a letter from its marks.

    A tatweel belongs to its letter, and so do the marks on it.

    Example:
        >>> past_marks("كتبـَ", 3)
        5
    """
    while end < len(text) and (text[end] == TATWEEL or is_mark(text[end])):
        end += 1
    return end


def make_view(text: str) -> View:
    """The view of a text; a text without marks needs no map, and then none is made.

    Args:
        text: any text; it is kept as it is.

    Example:
        >>> view = make_view("وصلــوا يومَ ٥")
        >>> view.norm, view.norm[6:9], view.span(6, 9)
        ('وصلوا يوم 5', 'يوم', (8, 12))
    """
    starts = array("I")
    norm = _folded(text, starts)
    if norm is None:
        return View(text, text.translate(SAME_LENGTH), None)
    return View(text, norm, starts)


def normalise(text: str) -> str:
    """The folded form of a text; folding it again changes nothing.

    Example:
        >>> normalise("أُنقرة ٢٠٢٥")
        'انقره 2025'
    """
    norm = _folded(text, array("I"))
    return text.translate(SAME_LENGTH) if norm is None else norm


def _folded(text: str, starts: array[int]) -> str | None:
    """The folded form, its map written to `starts`; None where no length may change."""
    pieces: list[str] = []
    done = 0
    for match in _MAY_CHANGE_LENGTH.finditer(text):
        offset = match.start()
        if done < offset:
            pieces.append(text[done:offset].translate(SAME_LENGTH))
            starts.extend(range(done, offset))
        done = offset + 1
        folded = fold_char(match.group())
        if folded:
            pieces.append(folded)
            starts.extend([offset] * len(folded))
        elif match.group() == HAMZA_ABOVE and pieces:
            seat = HAMZA_SEATS.get(pieces[-1][-1])
            if seat is not None:
                pieces[-1] = pieces[-1][:-1] + seat
    if not done:
        return None
    pieces.append(text[done:].translate(SAME_LENGTH))
    starts.extend(range(done, len(text)))
    return "".join(pieces)
