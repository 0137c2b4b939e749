"""Single times: a day, or a period (`time_periods`), against the day of publication.

In go the words of a sentence and the `Published` of its document; out comes what starts at a
word, as a `TimeExpression`, or None. A weekday is the nearest one not after publication, and
the next one for coming acts; a month without a year is the nearest one not after it; without
a publication day what is relative stays unresolved. What joins several of them stands in
`waqai.coding.times`, what is counted ("قبل يومين") in `waqai.coding.time_amounts`.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from waqai.coding import calendar_words as words
from waqai.coding.days import safe_date, shift_unit
from waqai.coding.time_expression import TimeExpression, exact, unresolved
from waqai.coding.time_periods import PeriodReader
from waqai.coding.time_words import TimeWords
from waqai.dates import Published

_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})|(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})")
_MAX_LEAD = 7
"""Words that may lead up to a day: "في الساعات الأولى من صباح يوم الخميس"."""
_MAX_DAYS_OFF = 3
"""Days by which a weekday may correct "اليوم" or "أمس": what is read on Saturday is often
written on Friday."""
_TWIN_JOINTS = frozenset({"،", ",", "(", "الموافق", "الموافقه", "ل", "للموافق", "المصادف", "/"})
"""Between a weekday or a Hijri date and the date that says the same again."""
_CLOCK = frozenset({"الساعه", "الساعات"})
_Found = TimeExpression | None


class PointReader:
    """Reads single times of one sentence against one anchor."""

    def __init__(self, text: TimeWords, published: Published | None) -> None:
        """Keep the sentence and the anchor."""
        self.text = text
        self.published = published
        self._day = published.day if published else None
        self._periods = PeriodReader(text, published)
        self._readers: tuple[Callable[[int, int], _Found], ...] = (
            self._earlier,
            self._numeric,
            self._hijri,
            self._day_and_month,
            self._day_of_month,
            self._weekday,
            self._day_away,
        )

    def at(self, i: int) -> _Found:
        """The expression that starts at word `i`, with what leads up to it."""
        start = self._clock(i) or self._lead(i)
        for reader in self._readers:
            hit = reader(i, start)
            if hit is not None:
                return hit
        return self._periods.at(i)

    def anchored(self, day: date) -> PointReader:
        """The same sentence read against another day."""
        return PointReader(self.text, Published(day.isoformat(), "day", day, day))

    # What leads up to a day ------------------------------------------------------------

    def _lead(self, i: int) -> int:
        """Position of the time word proper: parts of the day may stand before it."""
        j = i
        while self._is_part(j) and j - i < _MAX_LEAD and self.text.day_away(j) is None:
            j += 1
        return j if self._is_day(j) else i

    def _is_part(self, i: int) -> bool:
        word = self.text.word(i)
        bare = word[1:] if word[:1] in "وفبل" and word[1:] in words.DAY_PARTS else word
        if bare in ("بعد", "قبل"):
            return self.text.word(i + 1) in ("ظهر", "الظهر", "منتصف")
        return bare in words.DAY_PARTS

    def _is_day(self, j: int) -> bool:
        text = self.text
        if text.day_away(j) is not None or text.weekday(j) is not None:
            return True
        number, at = text.day_number(j)
        return number is not None and (text.month(at)[0] is not None or self._is_unit(at))

    def _is_unit(self, i: int) -> bool:
        return self.text.word(i) in ("هذا", "الشهر")

    def _clock(self, i: int) -> int | None:
        """ "الساعة 14:30 من يوم الثلاثاء": the day after an hour."""
        if self.text.word(i) not in _CLOCK:
            return None
        for j in range(i + 1, min(i + 9, len(self.text.norms))):
            if self.text.word(j) in ("،", ".", "؛"):
                return None
            if self.text.word(j) in ("من", "يوم", "صباح", "مساء", "فجر", "ظهر", "عصر"):
                start = self._lead(j)
                if start != j or self._is_day(j):
                    return start
        return None

    # Days ------------------------------------------------------------------------------

    def _earlier(self, i: int, start: int) -> _Found:
        """ "في وقت سابق من هذا الشهر": from its start up to publication."""
        text = self.text
        if text.word(i) != "وقت" or text.word(i + 1) not in ("سابق", "متاخر", "مبكر"):
            return None
        at = i + 3 if text.word(i + 2) in ("من", "في") else i + 2
        inner = self.at(at) if at < len(text.norms) and text.word(at) != "وقت" else None
        if inner is None or inner.days is None or self.published is None:
            return None
        if inner.granularity == "day":
            return replace(inner, first=i)
        last = min(inner.days[1], self.published.last)
        days = (inner.days[0], max(inner.days[0], last))
        return TimeExpression(i, inner.last, days, days, inner.granularity, "approximate")

    def _numeric(self, i: int, start: int) -> _Found:
        text = self.text
        if i >= len(text.tokens) or text.tokens[i].kind != "number":
            return None
        joined = "".join(text.norms[i : i + 5])
        match = _NUMERIC.match(joined)
        if match is None:
            return None
        day, month, year, year2, month2, day2 = (int(g) if g else 0 for g in match.groups())
        found = safe_date(year or year2, month or month2, day or day2)
        last = i
        length = 0
        while length < match.end():
            length += len(text.norms[last])
            last += 1
        return exact(i, last, found) if found and length == match.end() else None

    def _hijri(self, i: int, start: int) -> _Found:
        """ "15 رمضان 1445 هـ": unresolved, but for a twin in our calendar after it."""
        text = self.text
        number, at = text.day_number(start)
        key = text.key_at(at, words.HIJRI_BY_FIRST) if number is not None else None
        if key is None:
            return None
        last = at + len(key)
        while text.word(last) in words.HIJRI_SIGNS or text.word(last).isdigit():
            last += 1
        twin = self._twin(last)
        return replace(twin, first=i) if twin is not None else unresolved(i, last, "day")

    def _twin(self, i: int) -> _Found:
        """The same day said again: "(25 مارس)", "الموافق ل25 مارس"."""
        at = i
        while self.text.word(at) in _TWIN_JOINTS and at - i < 3:
            at += 1
        dated = self._day_and_month(at, at) or self._numeric(at, at)
        if dated is None or self.text.word(i) != "(" or self.text.word(dated.last) != ")":
            return dated
        return replace(dated, last=dated.last + 1)

    def _day_and_month(self, i: int, start: int) -> _Found:
        """ "4 أبريل 2025", "الرابع من آب 1990", "4 أكتوبر/تشرين الأول الماضي"."""
        n_day, at = self.text.day_number(start)
        if n_day is None:
            return None
        at += self.text.word(at) in ("شهر", "من")
        month, last = self.text.month(at)
        if month is None or not 1 <= n_day <= calendar.monthrange(2024, month)[1]:
            return None
        year, last, turn = self._periods.year_after(last)
        if year is not None:
            return exact(i, last, safe_date(year, month, n_day))
        if self.published is None:
            return unresolved(i, last, "day")
        past, ahead = self._periods.nearest(lambda y: safe_date(y, month, n_day))
        chosen = ahead if turn == "next" else past
        if turn == "now":
            chosen = ahead = safe_date(self.published.first.year, month, n_day)
        days = (chosen, chosen) if chosen else None
        other = (ahead, ahead) if ahead else None
        return TimeExpression(i, last, days, other, "day", "exact" if days else "unresolved")

    def _day_of_month(self, i: int, start: int) -> _Found:
        """ "السابع من الشهر الماضي", "15 من هذا الشهر", "5 الجاري"."""
        text = self.text
        n_day, at = text.day_number(start)
        if n_day is None:
            return None
        unit = self._periods.unit(at) if self._is_unit(at) else None
        if unit is None and text.word(at) in ("الجاري", "المنصرم") and text.word(at - 1) != "من":
            step = words.STEPS[text.word(at)]
            days = shift_unit(self.published, "month", step) if self.published else None
            unit = TimeExpression(at, at + 1, days, days, "month", "exact")
        if unit is None or unit.granularity != "month":
            return None
        if unit.days is None:
            return unresolved(i, unit.last, "day")
        month = unit.days[0]
        return exact(i, unit.last, safe_date(month.year, month.month, n_day))

    def _weekday(self, i: int, start: int) -> _Found:
        wanted = self.text.weekday(start)
        if wanted is None:
            return None
        last = start + 1
        dated = self._twin(last)
        if dated is not None and self._is_same(dated, wanted, last):
            return replace(dated, first=i)
        turn = self.text.turn(last)
        last += 1 if turn else 0
        dated = self._twin(last) if turn else None
        if dated is not None and self._is_same(dated, wanted, last):
            return replace(dated, first=i)
        if self._day is None:
            return unresolved(i, last, "day")
        back = (self._day.weekday() - wanted) % 7
        past = self._day - timedelta(days=back or (7 if turn == "past" else 0))
        ahead = self._day + timedelta(days=(-back) % 7 or (7 if turn == "next" else 0))
        chosen = ahead if turn == "next" else past
        return TimeExpression(i, last, (chosen, chosen), (ahead, ahead), "day", "exact")

    def _is_same(self, dated: TimeExpression, wanted: int, at: int) -> bool:
        """Whether a date after a weekday says the same day; after a comma it must fall on it."""
        if self.text.word(at) not in ("،", ","):
            return True
        return dated.days is not None and dated.days[0].weekday() == wanted

    def _day_away(self, i: int, start: int) -> _Found:
        text = self.text
        key = text.day_away(start)
        if key is None:
            return None
        last = start + len(key)
        offset = words.DAYS_AWAY[key]
        if key == ("الليله",):
            if text.turn(last) == "past":
                last, offset = last + 1, -1
            elif text.word(last) in ("الفاصله", "التي"):
                return None
        at = last + 1 if text.word(last) in ("،", ",", "(") else last
        at += text.word(at) == "يوم"
        wanted = text.weekday(at)
        if wanted is not None:
            whole = self._weekday(at, at)
            if whole is not None and whole.last > at + 1:
                return replace(whole, first=i)
            last = at + 1 + (text.word(at + 1) == ")")
        if self._day is None:
            return unresolved(i, last, "day")
        day = self._day + timedelta(days=offset)
        if wanted is not None:
            day = _with_weekday(day, wanted, is_ahead=offset > 0)
        return exact(i, last, day)


def _with_weekday(day: date, wanted: int, *, is_ahead: bool) -> date:
    """The day near another that falls on a weekday; the other where none is near."""
    back = (day.weekday() - wanted) % 7
    forth = (wanted - day.weekday()) % 7
    if not is_ahead and back <= _MAX_DAYS_OFF:
        return day - timedelta(days=back)
    return day + timedelta(days=forth) if is_ahead and forth <= _MAX_DAYS_OFF else day
