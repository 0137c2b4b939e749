"""The normalised view of a text, with a map back to every code point of the original.

Folded, each for a reason: vowel marks and tatweel (news writes them at will), the seats of
alif's hamza, alif maqsura and ta marbuta (writers differ), look-alikes of other Arabic
scripts, presentation forms (old converters), Eastern digits, zero-width and direction
signs (copied from pages), typographic quotes and dashes. ء ؤ ئ stay: they tell words apart.
Folding erases contrasts (علي / على, أن / إن); `agrees` checks those a text does write.

The text itself is never changed: `View.span` gives offsets of the original, and never ends
a span before a combining mark. `waqai.folding.fold` folds names the same way.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

_DROPPED = (
    *range(0x0610, 0x061B),
    0x0640,  # tatweel
    *range(0x064B, 0x0660),
    0x0670,  # dagger alif
    *range(0x06D6, 0x06DD),
    *range(0x06DF, 0x06E9),
    *range(0x06EA, 0x06EE),
    *range(0x08D3, 0x0900),
    *range(0x200B, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2060, 0x206A),
    0xFEFF,
    0x00AD,
)
_FOLDED = {
    "أ": "ا",  # alif with hamza above
    "إ": "ا",  # alif with hamza below
    "آ": "ا",  # alif with madda
    "ٱ": "ا",  # alif wasla
    "ى": "ي",  # alif maqsura
    "ی": "ي",  # Farsi yeh
    "ے": "ي",  # yeh barree
    "ة": "ه",  # ta marbuta
    "ە": "ه",  # Kurdish ae
    "ہ": "ه",  # heh goal
    "ھ": "ه",  # heh doachashmee
    "ک": "ك",  # keheh
    "ڪ": "ك",  # swash kaf
    **{chr(0x0660 + n): str(n) for n in range(10)},
    **{chr(0x06F0 + n): str(n) for n in range(10)},
    "٪": "%",
    "٫": ".",
    "٬": ",",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
    "\u3000": " ",
    "\t": " ",
}
_SAME_LENGTH = str.maketrans(_FOLDED)
_ALL = {**_SAME_LENGTH, **dict.fromkeys(_DROPPED, "")}
_CHANGES_LENGTH = re.compile(
    "[" + "".join(re.escape(chr(code)) for code in _DROPPED) + "\ufb50-\ufdff\ufe70-\ufefc]"
)
_MARKS = frozenset(chr(code) for code in (*range(0x064B, 0x0653), 0x0670))
_SHADDA = "\u0651"
_MADDA_PARTS = "\u0653\u0654\u0655"
"""Combining madda and hamza: part of their letter in decomposed text."""


@dataclass(frozen=True, slots=True)
class View:
    """A text and its folded form.

    Example:
        >>> view = make_view("مُؤتمــر")
        >>> view.norm, view.span(0, 5)
        ('مؤتمر', (0, 8))
    """

    text: str
    norm: str
    starts: Sequence[int] | None
    """Offset in `text` of each code point of `norm`; None where both have the same."""

    def at(self, position: int) -> int:
        """Offset in the text of position `position` of the view; its length at the end."""
        if self.starts is None:
            return position
        return self.starts[position] if position < len(self.starts) else len(self.text)

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the text of [first, last) of the view, marks on the last letter included."""
        if first >= last:
            return self.at(first), self.at(first)
        start = self.at(first)
        end = self.at(last - 1) + 1
        while end < len(self.text) and _is_joined(self.text[end]):
            end += 1
        return start, end

    def position(self, offset: int) -> int:
        """The position in the view of the first letter at or after an offset of the text."""
        if self.starts is None:
            return offset
        low, high = 0, len(self.starts)
        while low < high:
            middle = (low + high) // 2
            if self.starts[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return low


def _is_joined(char: str) -> bool:
    return char == "ـ" or unicodedata.combining(char) != 0 or unicodedata.category(char) == "Mn"


def make_view(text: str) -> View:
    """The view of a text; most texts need no map, and then none is made.

    Args:
        text: any text; it is kept as it is.
    """
    if _CHANGES_LENGTH.search(text) is None:
        return View(text, text.translate(_SAME_LENGTH), None)
    starts = array("q")
    pieces = []
    for offset, char in enumerate(text):
        folded = _fold_char(char)
        pieces.append(folded)
        starts.extend([offset] * len(folded))
    return View(text, "".join(pieces), starts)


def _fold_char(char: str) -> str:
    if "\ufb50" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufefc":
        char = unicodedata.normalize("NFKC", char)
    return char.translate(_ALL)


def normalise(text: str) -> str:
    """The folded form of a text; folding it again changes nothing.

    Example:
        >>> normalise("أُنقرة ٢٠٢٥")
        'انقره 2025'
    """
    if _CHANGES_LENGTH.search(text) is None:
        return text.translate(_SAME_LENGTH)
    return "".join(map(_fold_char, text))


def agrees(written: str, entry: str) -> bool:
    """Whether what a text writes may stand for a lexicon entry of the same folded letters.

    A hamza, a final ي or ة and a vowel that the text does write must be the entry's; what
    it leaves out decides nothing. An initial إ for a joining alif ("إجتماع") is so common
    that it agrees; أ there does not ("أستقبل" is "I receive"). Marks count only where the
    entry is marked, and never on the last letter, where they are case endings.

    Args:
        written: a word as in the text, marks included.
        entry: the entry as spelled in full.

    Example:
        >>> agrees("على", "علي"), agrees("علي", "على"), agrees("ان", "أن"), agrees("إن", "أن")
        (True, False, True, False)
    """
    if written == entry:
        return True
    ours, theirs = _letters(written), _letters(entry)
    if len(ours) != len(theirs):
        return True
    is_marked = any(marks for _, marks in theirs)
    for i, ((letter, marks), (wanted, wanted_marks)) in enumerate(zip(ours, theirs, strict=True)):
        if letter != wanted and not _letter_agrees(letter, wanted, is_first=i == 0):
            return False
        if is_marked and marks and i < len(ours) - 1 and not _marks_agree(marks, wanted_marks):
            return False
    return True


def _letters(word: str) -> list[tuple[str, str]]:
    letters: list[tuple[str, str]] = []
    for char in unicodedata.normalize("NFC", word) if _has_parts(word) else word:
        if char in _MARKS:
            if letters:
                letters[-1] = (letters[-1][0], letters[-1][1] + char)
        elif char != "ـ" and char.translate(_ALL):
            letters.append((char, ""))
    return letters


def _has_parts(word: str) -> bool:
    return any(part in word for part in _MADDA_PARTS)


def _letter_agrees(letter: str, wanted: str, *, is_first: bool) -> bool:
    if letter in "أإآ":
        if wanted in "أإآ":
            return False
        return not (is_first and letter == "أ")
    if letter == "ة":
        return wanted != "ه"
    if letter == "ي":
        return wanted != "ى"
    return True


def _marks_agree(marks: str, wanted: str) -> bool:
    """Shadda and short vowel of one letter, where the entry writes one there."""
    if _SHADDA in marks and _SHADDA not in wanted:
        return False
    if _SHADDA in wanted and _SHADDA not in marks:
        return False
    vowels = set(marks) - {_SHADDA}
    wanted_vowels = set(wanted) - {_SHADDA}
    return not (vowels and wanted_vowels and vowels != wanted_vowels)
