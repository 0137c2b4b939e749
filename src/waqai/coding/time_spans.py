"""Times that are joined: from one to another, between two, one and another.

"بين 26 و27 مارس", "من الأحد إلى الثلاثاء", "يومي 3 و4 مايو", "ليل الجمعة السبت", "أواخر عام
2014 وبداية عام 2015". The second is read as it stands; the first is read against it, so that
it takes its month or its year from it and a weekday is the one before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from waqai.coding import calendar_words as words
from waqai.coding.days import safe_date, year_days
from waqai.coding.time_expression import Days, TimeExpression, unresolved
from waqai.coding.time_points import PointReader
from waqai.coding.time_words import TimeWords

_DASHES = frozenset({"-", "–", "/"})
_UNTIL = frozenset({"الي", "حتي", "لغايه"})
_BARE = {"bare day": "day", "bare year": "year"}
_MAX_OPENING = 5
"""Words that may lead up to "بين" or "من": "في الليلة الفاصلة بين"."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The first of two times."""

    start: int
    kind: str
    """Its granularity; "bare day" or "bare year" for a number alone."""
    last: int


class SpanReader:
    """Reads joined times of one sentence."""

    def __init__(self, text: TimeWords, points: PointReader) -> None:
        """Keep the sentence and what reads single times."""
        self._text = text
        self._points = points

    def opened(self, i: int) -> TimeExpression | None:
        """What starts with a word that two times follow: بين, من, يومي, ليلة."""
        start, opener = self._opener(i)
        if not opener:
            return None
        head = self._part(start, is_open=True)
        if head is None:
            return None
        if opener == "night" and self._text.weekday(start) is not None:
            night = self._night(i, head)
            if night is not None:
                return night
        return self._with_tail(i, head, opener)

    def joined(self, point: TimeExpression) -> TimeExpression | None:
        """What a single time goes on to be: "الثلاثاء والأربعاء", "3 مارس - 5 مارس"."""
        head = _Part(point.first, point.granularity, point.last)
        return self._with_tail(point.first, head, "")

    def listed(self, i: int) -> TimeExpression | None:
        """ "3 و4 مايو": a number of a day that has its month after the next one."""
        if self._text.word(i + 1) not in (*_DASHES, "و") and not self._text.word(i + 1).startswith(
            "وال"
        ):
            return None
        number, at = self._text.day_number(i, needs_of=False)
        return self._with_tail(i, _Part(i, "bare day", at), "") if number is not None else None

    def _opener(self, i: int) -> tuple[int, str]:
        """Where the first of what is joined stands, and the kind of word before it."""
        text = self._text
        at = i + (text.word(i) in ("في", "خلال", "وفي", "وخلال"))
        is_night = text.face(at) in ("ليل", "ليله", "الليله")
        while text.face(at) in words.STRETCHES and at - i < _MAX_OPENING:
            at += 1
        opener = {"بين": "between", "من": "from"}.get(text.word(at).removeprefix("و"), "")
        if opener:
            at += 1
            return at + (text.face(at) in words.PAIRS), opener
        if is_night:
            return at + (text.word(at) == "يوم"), "night"
        at = i + (text.word(i) in ("في", "خلال", "وفي", "وخلال"))
        is_pair = text.face(at) in words.PAIRS or text.word(at)[1:] in words.PAIRS
        return (at + 1, "pair") if is_pair else (at, "")

    def _part(self, i: int, *, is_open: bool) -> _Part | None:
        """The first of two; a number alone takes its month from the second."""
        text = self._text
        if i >= len(text.norms) or text.tokens[i].kind == "punct":
            return None
        point = self._points.at(i)
        if point is not None:
            return _Part(i, point.granularity, point.last)
        if is_open and text.year(i) is not None:
            return _Part(i, "bare year", i + 1)
        number, at = text.day_number(i, needs_of=False)
        return _Part(i, "bare day", at) if number is not None else None

    def _joint(self, i: int, opener: str) -> int | None:
        """The word after what joins, None where nothing does."""
        word = self._text.word(i)
        if opener not in {"between", ""} and word in _UNTIL:
            return i + 2 if self._text.word(i + 1) == "غايه" else i + 1
        if word in _DASHES or (word == "و" and opener != "from"):
            return i + 1
        return i if word.startswith("و") and len(word) > 2 and opener != "from" else None

    def _with_tail(self, i: int, head: _Part, opener: str) -> TimeExpression | None:
        joint = self._joint(head.last, opener)
        if joint is None or joint >= len(self._text.norms):
            return None
        tail = self._points.at(joint)
        if tail is None and opener not in ("between", "from"):
            tail = self.listed(joint)
        if tail is None and opener:
            tail = self._bare_year(joint)
        return self._span(i, head, tail, is_open=bool(opener)) if tail is not None else None

    def _bare_year(self, i: int) -> TimeExpression | None:
        year = self._text.year(i)
        if year is None:
            return None
        days = year_days(year)
        return TimeExpression(i, i + 1, days, days, "year", "exact")

    def _span(
        self, i: int, head: _Part, tail: TimeExpression, *, is_open: bool
    ) -> TimeExpression | None:
        """From the first part to the second, the first read against the second."""
        granularity = _BARE.get(head.kind, head.kind)
        if granularity != tail.granularity:
            return None
        if granularity == "year" and not is_open and tail.type == "exact":
            return None  # "عام 2011 وعام 2014" are two years
        if tail.days is None:
            return unresolved(i, tail.last, granularity)
        days, ahead = self._days(head, tail.days), self._days(head, tail.ahead)
        if days is None:
            return None
        return TimeExpression(i, tail.last, days, ahead or days, granularity, "range")

    def _days(self, head: _Part, tail: Days | None) -> Days | None:
        """The days from the first part to the last of the second; None where it is later."""
        if tail is None:
            return None
        if head.kind == "bare year":
            year = self._text.year(head.start)
            first = year_days(year)[0] if year else None
        elif head.kind == "bare day":
            number, _ = self._text.day_number(head.start, needs_of=False)
            first = safe_date(tail[0].year, tail[0].month, number) if number else None
        else:
            is_fixed = self._text.day_away(head.start) is not None
            reader = self._points if is_fixed else self._points.anchored(tail[1])
            read = reader.at(head.start)
            first = read.days[0] if read is not None and read.days is not None else None
        return (first, tail[1]) if first is not None and first <= tail[1] else None

    def _night(self, i: int, head: _Part) -> TimeExpression | None:
        """ "ليل الجمعة السبت": from the first day to the second."""
        text = self._text
        at = head.last + (text.word(head.last) in (*_DASHES, "الي", "علي"))
        first, second = text.weekday(head.start), text.weekday(at)
        if first is None or second is None or (first + 1) % 7 != second:
            return None
        tail = self._points.at(at)
        if tail is None or tail.days is None:
            return tail if tail is None else unresolved(i, tail.last, "day")
        days, ahead = _and_before(tail.days), _and_before(tail.ahead or tail.days)
        return TimeExpression(i, tail.last, days, ahead, "day", "range")


def _and_before(days: Days) -> Days:
    return days[0] - timedelta(days=1), days[1]
