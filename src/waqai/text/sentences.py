"""Sentences, as spans of the original text.

1. Lines. A line break ends a sentence, unless the text is hard-wrapped (`_is_hard_wrapped`).
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

from waqai.text.letters import TATWEEL, is_mark
from waqai.text.view import View, past_marks

LONG = 1_500
"""Code points after which a stretch without a full stop is parted. Of 24,772 sentences of
Tunisian news one in a thousand is longer than 809, none longer than 1,421: what is longer is
no sentence anybody wrote."""
_SHORTEST_PART = LONG // 3
"""A long stretch is not parted earlier than this, so that no part is a scrap."""
_SHORTEST_TAIL = 200
_STOPS = re.compile(r"""[.!?؟…][.!?؟…"»”’)\]]*""")
_CLOSING = '"»”’)]'
_TITLES = frozenset(
    {"د", "أ", "ا", "م", "ص", "ج", "ت", "ه", "ق", "س", "ع", "ب", "و", "ر", "ن", "ك", "ف", "ط", "ش"}
    | {"ح", "ل", "ي", "ود", "لد", "وأ", "وم", "لأ"}
)
"""What stands before the full stop of a title or an initial, "and" and "to" included."""
_LONGEST_TITLE = 8
"""Code points of a title or an abbreviation, marks and tatweel included."""
_ABBREVIATIONS = frozenset(
    {"Dr", "Mr", "Mrs", "Ms", "St", "No", "vs", "Jr", "Sr", "Inc", "Ltd", "Co", "Gen", "Lt", "Col",
     "Prof", "Rep", "Sen", "Gov", "Sgt", "Capt", "Maj", "Hon", "Rev", "pp", "ed", "etc"}
)  # fmt: skip
_ITEM = re.compile(r"\s*[0-9٠-٩]{1,3}$")
_LIST_MARKS = frozenset("-•*–—▪●◦‣·0123456789٠١٢٣٤٥٦٧٨٩")
_MIN_WRAPPED_BREAKS = 3
_MIN_WRAPPED_SHARE = 0.5
_MIN_WRAP_WIDTH = 30
_MAX_WRAP_WIDTH = 200
"""Hard-wrapped text is some 60 to 100 code points wide; wider lines are paragraphs."""
_BREAK = re.compile(r"[؛،,\s]")
_SPACE = re.compile(r"\s")
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
    """Paragraph lines; in hard-wrapped text, the lines of a paragraph as one."""
    spans: list[tuple[int, int]] = []
    position = 0
    for line in text.splitlines(keepends=True):
        spans.append((position, position + len(line)))
        position += len(line)
    wrapped = _wrapped_breaks([text[start:end].strip() for start, end in spans])
    i = 0
    while i < len(spans):
        j = i
        while j in wrapped:
            j += 1
        yield spans[i][0], spans[j][1]
        i = j + 1


def _wrapped_breaks(lines: list[str]) -> frozenset[int]:
    """Indices of lines that go on in the next; none where the text is not hard-wrapped.

    A line is wrapped where the first word of the next would not have fit into the width of
    the text. Of lines that were never wrapped one in ten does so by chance; text counts as
    hard-wrapped from three such breaks on, when they are most of its breaks. Lines of
    unlike length, such as headlines and lists, stay apart.
    """
    width = max(map(len, lines), default=0)
    if not _MIN_WRAP_WIDTH <= width <= _MAX_WRAP_WIDTH:
        return frozenset()
    breaks = [i for i in range(len(lines) - 1) if lines[i] and lines[i + 1]]
    wrapped = [i for i in breaks if _is_wrapped(lines[i], lines[i + 1], width)]
    if len(wrapped) < max(_MIN_WRAPPED_BREAKS, len(breaks) * _MIN_WRAPPED_SHARE):
        return frozenset()
    return frozenset(wrapped)


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
    if match.start() < begin or match.end() >= end:
        return match.start() >= begin
    stops, after = match.group(), text[match.end()]
    if stops.startswith(".."):
        return bool(stops.lstrip(".").lstrip(_CLOSING))
    if stops.rstrip(_CLOSING) == ".":
        return _full_stop_ends(text, match, begin, after)
    if stops[-1] in _CLOSING and stops[0] != ".":
        return _goes_on_with_and(text, match.end(), end)
    if stops[-1] in "!?" and not after.isspace():
        return _is_arabic(after)  # otherwise an address: "/?id=3"
    return after not in "،,؛:"


def _goes_on_with_and(text: str, position: int, end: int) -> bool:
    """Whether no more than و or ف joins what follows to a closed question: "؟» وقال"."""
    rest = text[position : min(position + 4, end)].lstrip()
    return not rest or rest[0] in "وف"


def _full_stop_ends(text: str, match: re.Match[str], begin: int, after: str) -> bool:
    stop = match.start()
    if not after.isspace():
        if after in "«“([":
            return True
        return _is_arabic(after) and _has_arabic_word(text, stop)
    word = _word_before(text, stop, begin)
    if not word:
        return _ITEM.fullmatch(text[begin:stop]) is None
    return not (word in _TITLES or word in _ABBREVIATIONS or (len(word) == 1 and word.isupper()))


def _word_before(text: str, stop: int, begin: int) -> str:
    """The word right before a stop, its marks dropped; where it is long, only its end."""
    start = stop
    while start > max(begin, stop - _LONGEST_TITLE) and (
        text[start - 1].isalpha() or is_mark(text[start - 1])
    ):
        start -= 1
    return "".join(c for c in text[start:stop] if c != TATWEEL and not is_mark(c))


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
    for i in range(start, min(start + LONG, end - _SHORTEST_TAIL)):
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
    space = _SPACE.search(text, start + LONG, end)
    return past_marks(text, space.end()) if space else end


def _weight(text: str, i: int) -> int:
    """How well a stretch parts at `i`: semicolon, comma before و, comma, space."""
    char = text[i]
    if char == "؛":
        return 3
    if char in "،,":
        return 2 if text[i + 1 : i + 3].lstrip().startswith("و") else 1
    return 0
