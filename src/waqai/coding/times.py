"""Time expressions: found in the words, resolved against the publication day.

In go the words of a sentence and the document's `Published`; out come `TimeExpression`s in
order, none overlapping. How:

1. what is counted is read first (`time_amounts`: "قبل يومين"), then what is joined
   (`time_spans`: "بين 26 و27 مارس"), then a single time (`time_points`: "مساء السبت");
2. "منذ" reaches up to publication; what "قبل", "حتى" or "بحلول" precede is a limit;
3. a name ("كتيبة 17 فبراير") or a dateline is marked as one (`time_names`): its words hang
   together all the same, so that "مارس" of "حركة 23 مارس" is no verb.

The clock is never asked. Left out: hours of the day (kept in the span) and Hijri dates,
which are found and stay unresolved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waqai.coding import calendar_words as words
from waqai.coding.days import year_days
from waqai.coding.time_amounts import AmountReader
from waqai.coding.time_expression import TimeExpression
from waqai.coding.time_names import is_dateline, is_name
from waqai.coding.time_points import PointReader
from waqai.coding.time_spans import SpanReader
from waqai.coding.time_words import TimeWords
from waqai.dates import Published
from waqai.text import number_words
from waqai.text.tokens import Token

_Found = TimeExpression | None
_PRAYERS = frozenset({"صلاه", "خطبه"})
_AFTER = frozenset({"بعد", "عقب", "اثر"})
_OPENERS = frozenset(
    opener
    for word in ("من", "في", "خلال", "بعد", "قبل", "حتي", "ما", "بين", "منذ", "عقب", "هذا", "هذه")
    for opener in (word, "و" + word)
)
"""Frequent words that open a time only before another word of time or a number."""
_AFTER_NUMBER = (
    {key[0] for key in (*words.MONTHS, *words.HIJRI_MONTHS)}
    | words.UNTIL
    | {"من", "شهر", "الجاري", "المنصرم"}
)
_FOLLOWERS = (
    words.STARTS
    | words.UNITS.keys()
    | words.ABOUT
    | number_words.UNITS.keys()
    | number_words.TENS.keys()
    | number_words.HUNDREDS.keys()
    | number_words.ELEVEN_OPENS.keys()
    | number_words.SOME.keys()
    | {phrase[0] for phrase in number_words.BEFORE}
    | _PRAYERS
    | {"الصباح", "المساء"}
)


def find_times(tokens: Sequence[Token], published: Published | None) -> tuple[TimeExpression, ...]:
    """All time expressions of a sentence.

    Args:
        tokens: the words of one sentence.
        published: the publication day at its precision, or None.

    Example:
        >>> from waqai.text.tokens import tokenize
        >>> from waqai.text.view import make_view
        >>> words = tokenize(make_view("من 3 إلى 7 مارس"), 0, 15)
        >>> [time.days[1].isoformat() for time in find_times(words, Published.parse("2025-04-04"))]
        ['2025-03-07']
    """
    reader: _TimeReader | None = None
    found: list[TimeExpression] = []
    i = 0
    while i < len(tokens):
        if not _may_start(tokens, i):
            i += 1
            continue
        reader = reader or _TimeReader(tokens, published)
        hit = reader.at(i)
        if hit is None:
            i += 1
            continue
        is_no_day = is_name(reader.text, hit) or is_dateline(reader.text, hit)
        found.append(replace(hit, is_name=True) if is_no_day else hit)
        i = hit.last
    return tuple(found)


class _TimeReader:
    """One sentence and its anchor."""

    def __init__(self, tokens: Sequence[Token], published: Published | None) -> None:
        self.text = TimeWords(tokens)
        self._published = published
        self._points = PointReader(self.text, published)
        self._amounts = AmountReader(self.text, published)
        self._spans = SpanReader(self.text, self._points)

    def at(self, i: int) -> _Found:
        """The expression that starts at word `i`."""
        if self.text.day_away(i) is None:
            counted = self._amounts.at(i)
            if counted is not None:
                return counted
        word = self.text.word(i)
        bare = word[1:] if word[:1] == "و" else word
        if bare in words.SINCE:
            return self._since(i)
        if bare in words.FROM_ON and self.text.word(i + 1) == "من":
            inner = self._single(i + 2)
            return replace(inner, first=i) if inner else None
        return self._spans.opened(i) or self._single(i) or self._bounded(i, bare)

    def _single(self, i: int) -> _Found:
        """A single time, or what it goes on to be."""
        if i >= len(self.text.norms):
            return None
        point = self._points.at(i)
        if point is None:
            return self._spans.listed(i)
        return self._spans.joined(point) or point

    def _since(self, i: int) -> _Found:
        """ "منذ أكتوبر الماضي", "منذ 2011": from its first day up to publication."""
        inner = self._single(i + 1) or self._bare_year(i + 1)
        if inner is None:
            return None
        if inner.days is None or self._published is None:
            return replace(inner, first=i, is_since=True)
        first, last = inner.days[0], self._published.last
        if first > last:
            return replace(inner, first=i)
        days = (first, last)
        return replace(inner, first=i, days=days, ahead=days, type="range", is_since=True)

    def _bounded(self, i: int, bare: str) -> _Found:
        """ "عقب صلاة الجمعة" is that Friday; "حتى الأحد", "بحلول 2030" are no day of an act."""
        text = self.text
        if bare in _AFTER and text.word(i + 1) in _PRAYERS and text.weekday(i + 2) is not None:
            friday = self._points.at(i + 2)
            return replace(friday, first=i) if friday else None
        if bare not in words.LIMITS:
            return None
        inner = self._single(i + 1) or self._bare_year(i + 1)
        return replace(inner, first=i, is_limit=True) if inner else None

    def _bare_year(self, i: int) -> _Found:
        year = self.text.year(i)
        if year is None:
            return None
        days = year_days(year)
        return TimeExpression(i, i + 1, days, days, "year", "exact")


def _may_start(tokens: Sequence[Token], i: int) -> bool:
    """Whether an expression can start at a word; most words are left here."""
    norm = tokens[i].norm
    if tokens[i].kind == "number":
        after = tokens[i + 1] if i + 1 < len(tokens) else None
        is_alone = after is None or (after.kind == "word" and not _may_go_on(after.norm))
        return not is_alone or not norm.isdigit()
    if norm in _OPENERS:
        return i + 1 < len(tokens) and _may_follow(tokens[i + 1])
    return norm in words.STARTS or (len(norm) > 3 and norm[1:] in words.STARTS)


def _may_go_on(norm: str) -> bool:
    """Whether a word can stand after the number of a day."""
    return norm in _AFTER_NUMBER or norm[:1] == "و"


def _may_follow(token: Token) -> bool:
    """Whether a word can stand after one that only opens a time ("في", "من", "قبل")."""
    norm = token.norm
    return token.kind == "number" or norm in _FOLLOWERS or norm[1:] in _FOLLOWERS
