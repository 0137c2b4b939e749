"""Time expressions: found in the words, resolved against the publication day.

In go the tagged words of a sentence and the document's `Published`; out come
`TimeExpression`s in order, none overlapping. A weekday is the nearest one not after
publication, and the next one for coming acts; a month without a year is the nearest one
not after it; without a publication day what is relative stays unresolved and says so. The
clock is never asked. Left out: hours of the day (kept in the span) and Hijri dates.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from waqai.coding import calendar_words as words
from waqai.coding.days import FIRST_YEAR, LAST_YEAR, back, month_days, safe_date, shift_unit
from waqai.coding.days import edge as edge_of
from waqai.dates import Published
from waqai.text.numbers import read_number
from waqai.text.tokens import Token

_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words [first, last) that name a time, and the days they name."""

    first: int
    last: int
    days: tuple[date, date] | None
    """First and last day, or None where it cannot be resolved."""
    ahead: tuple[date, date] | None
    """The days it names when the act lies ahead ("الجمعة" of a coming visit)."""
    granularity: str
    """day, week, month, quarter or year."""
    type: str
    """exact, approximate, range or unresolved."""


_Found = TimeExpression | None


def find_times(tokens: Sequence[Token], published: Published | None) -> tuple[TimeExpression, ...]:
    """All time expressions of a sentence.

    Args:
        tokens: the words of one sentence.
        published: the publication day at its precision, or None.
    """
    finder = _Finder(tokens, published)
    found: list[TimeExpression] = []
    i = 0
    while i < len(tokens):
        hit = finder.at(i) if _may_start(tokens[i]) else None
        if hit is None:
            i += 1
        else:
            found.append(hit)
            i = hit.last
    return tuple(found)


class _Finder:
    """One sentence and its anchor day."""

    def __init__(self, tokens: Sequence[Token], published: Published | None) -> None:
        self._norms = [token.norm for token in tokens]
        self._tokens = tokens
        self._day = published.day if published else None
        self._published = published

    def at(self, i: int) -> _Found:
        """The expression that starts at word `i`, with what leads up to it."""
        if self._tokens[i].kind == "punct":
            return None
        start = self._lead(i)
        readers: tuple[Callable[[int, int], _Found], ...] = (
            self._vague,
            self._numeric,
            self._day_and_month,
            self._month,
            self._weekday,
            self._day_away,
            self._unit,
            self._ago,
            self._year,
        )
        for reader in readers:
            hit = reader(i, start)
            if hit is not None:
                return hit
        return None

    def _word(self, i: int) -> str:
        return self._norms[i] if 0 <= i < len(self._norms) else ""

    def _lead(self, i: int) -> int:
        """Position of the time word proper: parts of the day may stand before it."""
        j = i
        while self._bare(j) in words.DAY_PARTS and j - i < 4 and not self._is_day_word(j):
            j += 1
        is_ordinal = self._face(j) in words.ORDINALS and self._day_number(j)[0] is not None
        return j if is_ordinal or self._is_day_word(j) or self._is_weekday(j) else i

    def _bare(self, i: int) -> str:
        """The word without a one-letter conjunction or preposition."""
        word = self._word(i)
        if word[:1] in "وفبل" and word[1:] in words.DAY_PARTS:
            return word[1:]
        return word

    def _is_day_word(self, i: int) -> bool:
        return self._key_at(i, words.DAYS_AWAY_BY_FIRST) is not None

    def _key_at(self, i: int, keys: words.Keys) -> tuple[str, ...] | None:
        """The first key whose words stand at `i`."""
        for key in keys.get(self._face(i), ()):
            if all(self._face(i + n) == part for n, part in enumerate(key)):
                return key
        return None

    def _face(self, i: int) -> str:
        word = self._word(i)
        return word[1:] if word[:1] in "وب" and word[1:] in words.PEELED else word

    def _is_weekday(self, i: int) -> bool:
        return self._weekday_of(i) is not None

    def _weekday_of(self, i: int) -> int | None:
        word = self._word(i).removeprefix("و")
        if not word.startswith("ال"):
            return None
        return words.WEEKDAYS.get(word[2:])

    def _vague(self, i: int, start: int) -> _Found:
        key = self._key_at(i, words.VAGUE_BY_FIRST)
        if key is None:
            return None
        return TimeExpression(i, i + len(key), None, None, "month", "unresolved")

    def _numeric(self, i: int, start: int) -> _Found:
        joined = "".join(self._norms[i : i + 5])
        match = _NUMERIC.match(joined) if self._tokens[i].kind == "number" else None
        if match is None:
            return None
        day, month, year, year2, month2, day2 = (int(g) if g else 0 for g in match.groups())
        found = safe_date(year or year2, month or month2, day or day2)
        last = i
        length = 0
        while length < match.end():
            length += len(self._norms[last])
            last += 1
        return _exact(i, last, found) if found and length == match.end() else None

    def _day_and_month(self, i: int, start: int) -> _Found:
        """ "4 أبريل 2025", "الرابع من آب 1990", "4 أكتوبر/تشرين الأول الماضي"."""
        n_day, at = self._day_number(start)
        if n_day is None:
            return None
        month, last = self._month_at(at)
        if month is None or not 1 <= n_day <= calendar.monthrange(2024, month)[1]:
            return None
        year, last, turn = self._year_after(last)
        if year is not None:
            found = safe_date(year, month, n_day)
            return _exact(i, last, found) if found else None
        if self._published is None:
            return TimeExpression(i, last, None, None, "day", "unresolved")
        past, ahead = self._nearest(lambda y: safe_date(y, month, n_day))
        chosen = ahead if turn == "next" else past
        if turn == "now":
            chosen = safe_date(self._published.first.year, month, n_day)
        days = (chosen, chosen) if chosen else None
        other = (ahead, ahead) if ahead else None
        return TimeExpression(i, last, days, other, "day", _type(days))

    def _day_number(self, i: int) -> tuple[int | None, int]:
        """A day of the month in digits or as an ordinal with من, and the word after it."""
        if i < len(self._tokens) and self._norms[i].isdigit():
            return int(self._norms[i]), i + 1
        day = words.ORDINALS.get(self._face(i))
        if day is None:
            return None, i
        tens = words.ORDINAL_TENS.get(self._word(i + 1), 0)
        at = i + (2 if tens else 1)
        return (day + tens, at + 1) if self._word(at) == "من" else (None, i)

    def _nearest(self, make: Callable[[int], date | None]) -> tuple[date | None, date | None]:
        """The last such day not after publication, and the first not before it."""
        assert self._published is not None
        anchor_last, anchor_first = self._published.last, self._published.first
        years = range(anchor_first.year - 4, anchor_last.year + 5)
        made = [day for day in map(make, years) if day is not None]
        past = [day for day in made if day <= anchor_last]
        ahead = [day for day in made if day >= anchor_first]
        return (past[-1] if past else None, ahead[0] if ahead else None)

    def _month_at(self, i: int) -> tuple[int | None, int]:
        """Month number and the word after it, a twin after a slash included."""
        for size in (2, 1):
            key = tuple(self._face(i + n) for n in range(size))
            month = words.MONTHS.get(key)
            if month is not None:
                last = i + size
                if self._word(last) in ("/", "(", "-"):
                    twin, after = self._month_at(last + 1)
                    if twin == month:
                        last = after + (1 if self._word(after) == ")" else 0)
                return month, last
        return None, i

    def _year_after(self, i: int) -> tuple[int | None, int, str]:
        """A year or "الماضي / المقبل / الجاري" after a month: year, next word, direction."""
        j = i
        if self._word(j) in ("من", "عام", "سنه", "العام", "لعام", "لسنه"):
            j += 1
            if self._word(j) in ("عام", "سنه", "العام", "السنه"):
                j += 1
        year = self._year_number(j)
        if year is not None:
            return year, j + 1, ""
        if j == i + 1 and self._word(j) in words.PAST and self._published:
            return self._published.first.year - 1, j + 1, ""
        for turn, group in (("past", words.PAST), ("next", words.NEXT), ("now", words.CURRENT)):
            if self._word(i) in group and self._word(i) not in ("هذا", "هذه"):
                return None, i + 1, turn
        return None, i, ""

    def _year_number(self, i: int) -> int | None:
        word = self._word(i)
        is_year = word.isdigit() and len(word) == 4 and FIRST_YEAR <= int(word) <= LAST_YEAR
        return int(word) if is_year else None

    def _month(self, i: int, start: int) -> _Found:
        at = i
        edge = words.EDGES.get(self._word(at).removeprefix("و"))
        if edge:
            at += 1
        has_lead = self._word(at) in ("شهر", "وشهر")
        at += 1 if has_lead else 0
        month, last = self._month_at(at)
        if month is None:
            return None
        year, end, turn = self._year_after(last)
        word = self._face(at)
        certain = bool(year) or bool(turn) or has_lead or last - at > 1
        if word in words.AMBIGUOUS_MONTHS and not certain:
            return None
        if year is None and self._published is None:
            return TimeExpression(i, end, None, None, "month", "unresolved")
        if year is None:
            past, ahead = self._nearest(lambda y: date(y, month, 1))
            chosen = ahead if turn == "next" else past
            assert chosen is not None
            year, ahead_year = chosen.year, ahead.year if ahead else None
        else:
            ahead_year = year
        days = edge_of(month_days(year, month), edge)
        later = edge_of(month_days(ahead_year, month), edge) if ahead_year else None
        kind = "approximate" if edge else "exact"
        return TimeExpression(i, end, days, later, "month", kind)

    def _weekday(self, i: int, start: int) -> _Found:
        wanted = self._weekday_of(start)
        if wanted is None:
            return None
        last = start + 1
        bracket = self._word(last) == "("
        at = last + (1 if bracket else 0)
        dated = self._day_and_month(at, at)
        if dated is not None:
            end = dated.last + (1 if bracket and self._word(dated.last) == ")" else 0)
            return TimeExpression(i, end, dated.days, dated.ahead, "day", dated.type)
        turn = self._word(last)
        last += 1 if turn in words.PAST | words.NEXT | words.CURRENT else 0
        if self._day is None:
            return TimeExpression(i, last, None, None, "day", "unresolved")
        back = (self._day.weekday() - wanted) % 7
        past = self._day - timedelta(days=back or (7 if turn in words.PAST else 0))
        ahead = self._day + timedelta(days=(-back) % 7 or (7 if turn in words.NEXT else 0))
        chosen = ahead if turn in words.NEXT else past
        return TimeExpression(i, last, (chosen, chosen), (ahead, ahead), "day", "exact")

    def _day_away(self, i: int, start: int) -> _Found:
        key = self._key_at(start, words.DAYS_AWAY_BY_FIRST)
        if key is None:
            return None
        last = start + len(key)
        offset = words.DAYS_AWAY[key]
        if key == ("الليله",) and self._word(last) in words.PAST:
            last, offset = last + 1, -1
        if self._is_weekday(last):
            last += 1
        if self._day is None:
            return TimeExpression(i, last, None, None, "day", "unresolved")
        day = self._day + timedelta(days=offset)
        return TimeExpression(i, last, (day, day), (day, day), "day", "exact")

    def _unit(self, i: int, start: int) -> _Found:
        """ "العام الماضي", "الأسبوع الجاري", "نهاية هذا الشهر", "مطلع العام المقبل"."""
        edge = words.EDGES.get(self._word(i).removeprefix("و"))
        if edge:
            inner = self._unit(i + 1, i + 1)
            if inner is None or inner.days is None:
                return None
            part = edge_of(inner.days, edge)
            return TimeExpression(i, inner.last, part, part, inner.granularity, "approximate")
        at = i + 1 if self._word(i) in ("هذا", "هذه") else i
        word = self._face(at)
        unit = words.UNITS.get(word.removeprefix("ال")) if word.startswith("ال") else None
        turn = self._word(at + 1) if at == i else "هذا"
        if unit not in ("week", "month", "year") or turn not in words.STEPS:
            return None
        last = at + (2 if at == i else 1)
        if self._published is None:
            return TimeExpression(i, last, None, None, unit, "unresolved")
        days = shift_unit(self._published, unit, words.STEPS[turn])
        return TimeExpression(i, last, days, days, unit, "exact" if days else "unresolved")

    def _ago(self, i: int, start: int) -> _Found:
        """ "قبل ثلاثة أيام", "منذ سنتين", "بعد أسبوع"."""
        lead = self._word(i).removeprefix("و")
        if lead not in ("قبل", "منذ"):
            return None
        number, at = 1, i + 1
        read = read_number(self._tokens, at) if at < len(self._tokens) else None
        vague = read is not None and read.value is None
        if read is not None:
            number, at = read.value or 0, at + read.n_tokens
        word = self._word(at)
        unit = words.UNITS.get(word)
        if unit is None:
            return None
        if word in words.DUALS:
            number = 2
        is_plural = read is None and word in ("ايام", "اسابيع", "اشهر", "شهور", "سنوات", "اعوام")
        if self._day is None or vague or is_plural or unit in ("hour", "decade"):
            kind = "year" if unit in ("year", "decade") else "day"
            return TimeExpression(i, at + 1, None, None, kind, "unresolved")
        day = back(self._day, unit, number)
        if day is None:
            return TimeExpression(i, at + 1, None, None, "year", "unresolved")
        days = (day, self._day) if lead == "منذ" else (day, day)
        kind = "range" if lead == "منذ" else "approximate"
        return TimeExpression(i, at + 1, days, days, unit, kind)

    def _year(self, i: int, start: int) -> _Found:
        """ "عام 2020", "في 2020", "سنة 2011", "2014-2020" is left out."""
        at = i
        edge = words.EDGES.get(self._word(at).removeprefix("و"))
        at += 1 if edge else 0
        named = self._face(at).removeprefix("ل") in (
            "عام", "سنه", "العام", "السنه", "صيف", "خريف", "عامي",
        )  # fmt: skip
        at += 1 if named else 0
        year = self._year_number(at)
        prep = self._word(at - 1) in ("في", "منذ", "وفي", "ومنذ", "خلال")
        if year is None or not (named or prep):
            return None
        until = self._year_number(at + 1) or self._year_number_after_and(at + 1)
        if self._face(i).removeprefix("ل") == "عامي" and until is not None and until > year:
            span = (date(year, 1, 1), date(until, 12, 31))
            return TimeExpression(i, at + 2, span, span, "year", "range")
        days = edge_of((date(year, 1, 1), date(year, 12, 31)), edge)
        kind = "approximate" if edge else "exact"
        return TimeExpression(i, at + 1, days, days, "year", kind)

    def _year_number_after_and(self, i: int) -> int | None:
        """ "و2014": the number with its conjunction."""
        word = self._word(i).removeprefix("و")
        is_year = word.isdigit() and len(word) == 4 and FIRST_YEAR <= int(word) <= LAST_YEAR
        return int(word) if is_year else None


def _may_start(token: Token) -> bool:
    """Whether an expression can start at a word; most words are left here."""
    norm = token.norm
    return token.kind == "number" or norm in words.STARTS or norm[1:] in words.STARTS


def _exact(first: int, last: int, day: date | None) -> _Found:
    if day is None:
        return None
    return TimeExpression(first, last, (day, day), (day, day), "day", "exact")


def _type(days: tuple[date, date] | None) -> str:
    return "exact" if days else "unresolved"
