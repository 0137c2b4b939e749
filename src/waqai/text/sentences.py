"""Sentences, as spans of the original text.

A line break ends a sentence, unless the text is hard-wrapped. So do ".", "؟", "!", "…",
but not after a title ("د."), an initial, within a number, a date, an address or an
abbreviation; closing quotes stay with their sentence. A stretch that runs on for more than
`LONG` code points is parted at a semicolon or at a comma before و, outside quotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from waqai.text.view import View

LONG = 1_500
"""Code points after which a stretch without a full stop is parted."""
_STOPS = re.compile(r"[.!?؟…]+[\"»”’)\]]*")
_TITLES = frozenset(
    {"د", "أ", "ا", "م", "ص", "ج", "ت", "هـ", "ه", "ق", "س", "ع", "ب", "و", "ر", "ن", "ك", "ف"}
)
"""Single letters before a full stop are titles and initials: "د.", "أ.د.", "ج. د. فانس"."""
_ABBREVIATIONS = frozenset({"Dr", "Mr", "Mrs", "Ms", "St", "No", "vs", "Jr", "Inc", "Ltd", "Co"})
_WORD_BEFORE = re.compile(r"[^\W\d_]+[\u064b-\u0652\u0640]*$")
_BREAK = re.compile(r"؛|[،,](?=\s+و)")
_MIN_WRAPPED_LINES = 4
_WRAP_TOLERANCE = 25
"""Lines of hard-wrapped text differ by less than a long word and its neighbours."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document: its number and its offsets, white space trimmed."""

    index: int
    start: int
    end: int


def split_sentences(source: View | str) -> tuple[Sentence, ...]:
    """The sentences of a text in order; together they hold every visible character.

    Example:
        >>> [s.end for s in split_sentences("وصل د. علي. ثم غادر")]
        [11, 19]
    """
    text = source if isinstance(source, str) else source.text
    spans: list[tuple[int, int]] = []
    for start, end in _lines(text):
        for a, b in _stops(text, start, end):
            spans += _parts(text, a, b)
    found: list[Sentence] = []
    for start, end in spans:
        a, b = _trim(text, start, end)
        if a < b:
            found.append(Sentence(len(found), a, b))
    return tuple(found)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    a = start + len(piece) - len(piece.lstrip())
    b = end - (len(piece) - len(piece.rstrip()))
    return a, b


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Paragraph lines; lines of one hard-wrapped block are joined."""
    lines = []
    position = 0
    for line in text.splitlines(keepends=True):
        lines.append((position, position + len(line)))
        position += len(line)
    i = 0
    while i < len(lines):
        j = i + 1
        while j < len(lines) and _is_wrapped(text, lines[j - 1], lines[j]):
            j += 1
        if j - i >= _MIN_WRAPPED_LINES:
            yield lines[i][0], lines[j - 1][1]
        else:
            yield from lines[i:j]
        i = j


def _is_wrapped(text: str, before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Whether a line goes on in the next: full, without a stop, and no list item follows."""
    line = text[before[0] : before[1]].strip()
    following = text[after[0] : after[1]].strip()
    if not line or not following or line[-1] in '.؟!?…:؛"»”':
        return False
    if following[0] in "-•*–—0123456789٠١٢٣٤٥٦٧٨٩":
        return False
    return len(line) >= 40 and len(following) <= len(line) + _WRAP_TOLERANCE


def _stops(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _STOPS.finditer(text, start, end):
        if match.end() < end and not _ends(text, match, begin):
            continue
        yield begin, match.end()
        begin = match.end()
    if begin < end:
        yield begin, end


def _ends(text: str, match: re.Match[str], begin: int) -> bool:
    """Whether a run of stops ends its sentence."""
    after = text[match.end()]
    if match.group()[0] != ".":
        return True
    if not after.isspace() and after not in '"»”’([«“':
        return after.isalpha() and _is_arabic_word_end(text, match.start(), after)
    if match.group().startswith("..") or len(match.group()) > 1:
        return True
    before = _WORD_BEFORE.search(text, max(begin, match.start() - 20), match.start())
    word = before.group() if before else ""
    if word in _TITLES or word in _ABBREVIATIONS:
        return False
    return not (len(word) == 1 and word.isupper())


def _is_arabic_word_end(text: str, stop: int, after: str) -> bool:
    """ "انتهى.وقال": a full stop without a space between two Arabic words."""
    before = text[max(stop - 3, 0) : stop]
    is_word = len(before) == 3 and all("\u0621" <= c <= "\u0652" for c in before)
    return is_word and "\u0621" <= after <= "\u064a"


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    if end - start <= LONG:
        yield start, end
        return
    begin, depth, position = start, 0, start
    for match in _BREAK.finditer(text, start, end):
        depth += _depth(text, position, match.start())
        position = match.start()
        if match.end() - begin >= LONG // 2 and depth <= 0:
            yield begin, match.end()
            begin, depth = match.end(), 0
    if begin < end:
        yield begin, end


def _depth(text: str, start: int, end: int) -> int:
    """How many quotes open in a stretch, less those that close."""
    piece = text[start:end]
    opened = piece.count("«") + piece.count("“") + piece.count("(")
    return opened - piece.count("»") - piece.count("”") - piece.count(")")
