"""Sentences, as spans of the original text.

1. Lines. A line break ends a sentence, unless the text is hard-wrapped (`_wrapped_runs`).
2. Stops. ".", "؟", "?", "!" and "…" end a sentence, with the quotes and brackets that close
   after them. They do not end one
   - after a title or an initial ("د.", "أ.د.", "ج. د. فانس"), a Latin abbreviation ("Dr.",
     "U.S.") or the number of a list item ("1. …"),
   - inside a number, a date or an address ("3.5", "4.4.2025", "example.org/a"),
   - as a row of dots: ".." and "..." are a pause in Arabic headlines ("ليبيا.. هدنة"),
   - as "؟" or "!" within quotes that the sentence goes on after ("برنامج «هل تعلم؟» على …").
   "؛" parts clauses, not sentences.
3. Length. News without full stops is left whole up to `LONG` code points; beyond, it is
   parted at the last semicolon, else comma before و, else comma, else space, outside
   quotes and brackets where there is such a place.

Together the sentences hold every visible character, in order; none ends before a combining
mark. Time is linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from waqai.text.view import View, past_marks

LONG = 1_500
"""Code points after which a stretch without a full stop is parted: news sentences that run
on reach some 900 (Tunisian news, the longest in a thousand)."""
_SHORTEST_PART = LONG // 3
"""A long stretch is not parted earlier than this, so that no part is a scrap."""
_STOPS = re.compile(r"""[.!?؟…][.!?؟…"»”’)\]]*""")
_CLOSING = frozenset("\"»”’)]")
_WORD_BEFORE = re.compile(r"[^\W\d_][^\W\d_\u064b-\u0652\u0640]*[\u064b-\u0652\u0640]*$")
_TITLES = frozenset(
    {"د", "أ", "ا", "م", "ص", "ج", "ت", "هـ", "ه", "ق", "س", "ع", "ب", "و", "ر", "ن", "ك", "ف"}
    | {"ط", "ش", "ح", "ل", "ي", "ود", "لد", "وأ", "وم", "ال"}
)
"""What stands before the full stop of a title or an initial, "and" and "to" included."""
_ABBREVIATIONS = frozenset(
    {"Dr", "Mr", "Mrs", "Ms", "St", "No", "vs", "Jr", "Sr", "Inc", "Ltd", "Co", "Gen", "Lt", "Col",
     "Prof", "Rep", "Sen", "Gov", "Sgt", "Capt", "Maj", "Hon", "Rev", "pp", "ed", "etc"}
)  # fmt: skip
_ITEM = re.compile(r"\s*[0-9٠-٩]{1,3}$")
_LIST_MARKS = frozenset("-•*–—▪●◦‣·0123456789٠١٢٣٤٥٦٧٨٩")
_MIN_WRAPPED_LINES = 3
_MIN_WRAP_WIDTH = 30
_MAX_WRAP_WIDTH = 200
"""Hard-wrapped text is some 60 to 100 code points wide; wider lines are paragraphs."""
_WEIGHTS = (("؛", 3), ("،", 1), (",", 1))
_BREAK = re.compile(r"[؛،,\s]")
_OPENS = frozenset("«“(")
_SHUTS = frozenset("»”)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document: its number and its offsets, white space trimmed."""

    index: int
    """Position in the document, from 0."""
    start: int
    end: int


def split_sentences(source: View | str) -> tuple[Sentence, ...]:
    """The sentences of a text in order; together they hold every visible character.

    Args:
        source: the text, or a view of it.

    Example:
        >>> text = "وصل د. علي إلى طرابلس. ثم غادر"
        >>> [text[s.start : s.end] for s in split_sentences(text)]
        ['وصل د. علي إلى طرابلس.', 'ثم غادر']
    """
    text = source if isinstance(source, str) else source.text
    found: list[Sentence] = []
    for line_start, line_end in _lines(text):
        for stop_start, stop_end in _stops(text, line_start, line_end):
            for part_start, part_end in _parts(text, stop_start, stop_end):
                start, end = _trim(text, part_start, part_end)
                if start < end:
                    found.append(Sentence(len(found), start, end))
    return tuple(found)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Paragraph lines; lines of a hard-wrapped paragraph are one."""
    block: list[tuple[int, int]] = []
    position = 0
    for line in text.splitlines(keepends=True):
        span = (position, position + len(line))
        position = span[1]
        if line.strip():
            block.append(span)
        else:
            yield from _joined(text, block)
            block = []
    yield from _joined(text, block)


def _joined(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The lines of a block without empty lines, runs of wrapped ones joined.

    A line is wrapped where the first word of the next would not have fit into the width of
    the block. By chance this holds for one line break in ten at most, so three lines that
    agree are no chance; lines of unlike length, such as headlines, stay apart.
    """
    lines = [text[start:end].strip() for start, end in block]
    width = max(map(len, lines), default=0)
    i = 0
    while i < len(block):
        j = i + 1
        if _MIN_WRAP_WIDTH <= width <= _MAX_WRAP_WIDTH:
            while j < len(block) and _is_wrapped(lines[j - 1], lines[j], width):
                j += 1
        if j - i >= _MIN_WRAPPED_LINES:
            yield block[i][0], block[j - 1][1]
        else:
            yield from block[i:j]
        i = j


def _is_wrapped(line: str, following: str, width: int) -> bool:
    if following[0] in _LIST_MARKS:
        return False
    return len(line) + 1 + len(following.split(None, 1)[0]) > width


def _stops(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _STOPS.finditer(text, start, end):
        if _ends(text, match, begin, end):
            stop = past_marks(text, match.end())
            yield begin, stop
            begin = stop
    if begin < end:
        yield begin, end


def _ends(text: str, match: re.Match[str], begin: int, end: int) -> bool:
    """Whether a run of stops, with what closes after it, ends its sentence."""
    if match.end() >= end or match.start() < begin:
        return match.start() >= begin
    stops, after = match.group(), text[match.end()]
    first = stops[0]
    is_closed = stops[-1] in _CLOSING
    if first == ".":
        if len(stops) > 1 and stops.rstrip("".join(_CLOSING)) != ".":
            return any(stop in "!?؟" for stop in stops) or is_closed
        return _full_stop_ends(text, match, begin, after)
    if first == "…" or not is_closed:
        return after.isspace() or after not in "،,؛:"
    return _opens_anew(text, match.end(), end)


def _opens_anew(text: str, position: int, end: int) -> bool:
    """Whether what follows a closed question is joined to it by no more than و: "؟» وقال"."""
    rest = text[position : min(position + 4, end)].lstrip()
    return not rest or rest[0] in "وف"


def _full_stop_ends(text: str, match: re.Match[str], begin: int, after: str) -> bool:
    if not after.isspace():
        if after in "\"«“([":
            return True
        return after.isalpha() and _is_arabic(after) and _has_arabic_word(text, match.start())
    before = _WORD_BEFORE.search(text, max(begin, match.start() - 20), match.start())
    if before is None:
        return _ITEM.fullmatch(text[begin : match.start()]) is None
    word = before.group()
    if word in _TITLES or word in _ABBREVIATIONS:
        return False
    return not (len(word) == 1 and word.isupper())


def _is_arabic(char: str) -> bool:
    return "\u0621" <= char <= "\u0652"


def _has_arabic_word(text: str, stop: int) -> bool:
    """Whether three Arabic letters stand before a full stop without a space: "انتهى.وقال"."""
    before = text[max(stop - 3, 0) : stop]
    return len(before) == 3 and all(map(_is_arabic, before))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONG:
        cut = _cut(text, start, end)
        yield start, cut
        start = cut
    yield start, end


def _cut(text: str, start: int, end: int) -> int:
    """Where a long stretch is parted: the best break before `LONG`, the last of equals."""
    best, best_weight = 0, -1
    depth, is_quoted = 0, False
    for i in range(start, start + LONG):
        char = text[i]
        if char in _OPENS:
            depth += 1
        elif char in _SHUTS:
            depth = max(depth - 1, 0)
        elif char == '"':
            is_quoted = not is_quoted
        elif i >= start + _SHORTEST_PART and _BREAK.match(char):
            weight = _weight(text, i) + (0 if depth or is_quoted else 4)
            if weight >= best_weight and past_marks(text, i + 1) == i + 1:
                best, best_weight = i + 1, weight
    if best:
        return best
    space = re.compile(r"\s(?!\s)").search(text, start + LONG, end)
    return past_marks(text, space.end()) if space else end


def _weight(text: str, i: int) -> int:
    """How well a stretch parts at `i`: semicolon, comma before و, comma, space."""
    char = text[i]
    if char == "؛":
        return 3
    if char in "،,":
        return 2 if text[i + 1 : i + 3].lstrip().startswith("و") else 1
    return 0
