"""Single times: a day, a month, a year or a part of one, against the day of publication.

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
from waqai.coding.days import back, days_of_part, month_days, safe_date, shift_unit
from waqai.coding.days import edge as edge_of
from waqai.coding.time_expression import Days, TimeExpression, exact, unresolved
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
        self._readers: tuple[Callable[[int, int], _Found], ...] = (
            self._earlier,
            self._vague,
            self._numeric,
            self._hijri,
            self._day_and_month,
            self._day_of_month,
            self._part_of_year,
            self._season,
            self._month,
            self._weekday,
            self._day_away,
            self._unit,
            self._year,
        )

    def at(self, i: int) -> _Found:
        """The expression that starts at word `i`, with what leads up to it."""
        start = self._clock(i) or self._lead(i)
        for reader in self._readers:
            hit = reader(i, start)
            if hit is not None:
                return hit
        return None

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

    def _vague(self, i: int, start: int) -> _Found:
        """ "مؤخرا" is within a month; "في وقت سابق" nobody knows when."""
        key = self.text.key_at(i, words.VAGUE_BY_FIRST)
        if key is None:
            return None
        first = back(self._day, "month", 1) if self._day and key in words.RECENTLY else None
        if first is None or self._day is None:
            return unresolved(i, i + len(key), words.VAGUE[key])
        days = (first, self._day)
        return TimeExpression(i, i + len(key), days, days, "month", "approximate")

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
        year, last, turn = self.year_after(last)
        if year is not None:
            return exact(i, last, safe_date(year, month, n_day))
        if self.published is None:
            return unresolved(i, last, "day")
        past, ahead = self._nearest(lambda y: safe_date(y, month, n_day))
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
        unit = self._unit(at, at) if self._is_unit(at) else None
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

    def _nearest(self, make: Callable[[int], date | None]) -> tuple[date | None, date | None]:
        """The last such day not after publication, and the first not before it."""
        assert self.published is not None
        anchor_last, anchor_first = self.published.last, self.published.first
        years = range(anchor_first.year - 4, anchor_last.year + 5)
        made = [day for day in map(make, years) if day is not None]
        past = [day for day in made if day <= anchor_last]
        ahead = [day for day in made if day >= anchor_first]
        return (past[-1] if past else None, ahead[0] if ahead else None)

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

    # Months, seasons, years ------------------------------------------------------------

    def year_after(self, i: int) -> tuple[int | None, int, str]:
        """A year or "الماضي / المقبل / الجاري" after a month: year, next word, direction."""
        text = self.text
        at = i + (text.word(i) == "من")
        at += text.word(at) in ("عام", "سنه", "العام", "السنه", "لعام", "لسنه")
        year = text.year(at)
        if year is not None:
            return year, at + 1, ""
        at = i + (text.word(i) == "من")
        unit = self._unit(at, at) if at < len(text.norms) else None
        if unit is not None and unit.granularity == "year" and unit.days is not None:
            return unit.days[0].year, unit.last, ""
        turn = text.turn(i)
        return None, i + 1 if turn else i, turn

    def _month(self, i: int, start: int) -> _Found:
        text = self.text
        edge = words.EDGES.get(text.face(i))
        at = i + 1 if edge else i
        has_lead = text.word(at) in ("شهر", "وشهر", "بشهر")
        at += 1 if has_lead else 0
        month, last = text.month(at)
        if month is None:
            return None
        year, end, turn = self.year_after(last)
        is_sure = bool(year or turn or has_lead or edge) or last - at > 1
        is_sure = is_sure or text.word(i - 1) in ("في", "وفي", "خلال", "منذ", "شهري")
        if text.face(at) in words.AMBIGUOUS_MONTHS and not is_sure:
            return None
        if year is None and self.published is None:
            return unresolved(i, end, "month")
        ahead_year: int | None = year
        if year is None:
            past, ahead = self._nearest(lambda y: date(y, month, 1))
            chosen = ahead if turn == "next" else past
            assert chosen is not None
            year, ahead_year = chosen.year, ahead.year if ahead else None
        days = edge_of(month_days(year, month), edge)
        later = edge_of(month_days(ahead_year, month), edge) if ahead_year else None
        return TimeExpression(i, end, days, later, "month", "approximate" if edge else "exact")

    def _unit(self, i: int, start: int) -> _Found:
        """ "العام الماضي", "الأسبوع الجاري", "نهاية هذا الشهر", "مطلع العام المقبل"."""
        text = self.text
        edge = words.EDGES.get(text.face(i))
        if edge:
            inner = self._unit(i + 1, i + 1)
            if inner is None or inner.days is None:
                return None
            part = edge_of(inner.days, edge)
            return TimeExpression(i, inner.last, part, part, inner.granularity, "approximate")
        is_this = text.word(i) in ("هذا", "هذه")
        at = i + 1 if is_this else i
        word = text.face(at)
        unit = words.UNITS.get(word[2:]) if word.startswith("ال") else None
        if unit not in ("week", "month", "year") or word[2:] in words.DUALS | words.PLURALS:
            return None
        last, step = at + 1, 0
        if not is_this:
            is_before_last = text.word(last) == "قبل" and text.turn(last + 1) == "past"
            turn = text.word(last + is_before_last)
            if turn not in words.STEPS:
                return None
            last, step = last + 1 + is_before_last, words.STEPS[turn] - is_before_last
        if self.published is None:
            return unresolved(i, last, unit)
        days = shift_unit(self.published, unit, step)
        return TimeExpression(i, last, days, days, unit, "exact" if days else "unresolved")

    def _year_of_part(self, i: int) -> tuple[int | None, int]:
        """The year that a part belongs to, and the word after it: "من عام 2024", "من العام"."""
        text = self.text
        year, last, turn = self.year_after(i)
        if year is not None:
            return year, last
        at = i + (text.word(i) == "من")
        if text.word(at) in ("العام", "السنه") and self.published and not turn:
            return None, at + 1
        return None, i

    def _part_of_year(self, i: int, start: int) -> _Found:
        """ "الربع الأول من 2024", "النصف الثاني من العام الماضي", "خلال الثلاثي الثالث"."""
        text = self.text
        n_parts = words.PARTS_OF_YEAR.get(text.face(i))
        which = words.ORDINALS.get(text.word(i + 1), 0)
        if n_parts is not None and text.word(i + 1) in ("الاخير", "الثاني") and n_parts == 2:
            which = 2
        elif n_parts is not None and text.word(i + 1) == "الاخير":
            which = n_parts
        if n_parts is None or not 1 <= which <= n_parts:
            return None
        granularity, kind = ("quarter", "exact") if n_parts == 4 else ("month", "range")
        year, last = self._year_of_part(i + 2)
        if year is not None:
            days = days_of_part(year, which, n_parts)
            return TimeExpression(i, last, days, days, granularity, kind)
        if last == i + 2 and text.word(i - 1) != "خلال":
            return None  # "الربع الأول من المباراة", "النصف الأول من الشهر"
        if text.word(last) == "من" or self.published is None:
            return None if self.published else unresolved(i, last, granularity)
        past, ahead = self._nearest(lambda y: days_of_part(y, which, n_parts)[0])
        found = days_of_part(past.year, which, n_parts) if past else None
        later = days_of_part(ahead.year, which, n_parts) if ahead else None
        return TimeExpression(i, last, found, later, granularity, kind)

    def _season(self, i: int, start: int) -> _Found:
        """ "صيف 2014", "خريف عام 2019", "الصيف الماضي"."""
        text = self.text
        word = text.face(i)
        season = words.SEASONS.get(word.removeprefix("ال"))
        if season is None:
            return None
        if not word.startswith("ال"):
            year, last, _ = self.year_after(i + 1)
            if year is None:
                return None
        else:
            step = words.STEPS.get(text.word(i + 1))
            if step is None or text.word(i + 1) in words.LAST_ONES or self.published is None:
                return None
            last, year = i + 2, self._season_year(season, step)
        days = _season_days(year, season)
        granularity = "year" if season[0] == 12 else "quarter"
        return TimeExpression(i, last, days, days, granularity, "approximate")

    def _season_year(self, season: tuple[int, int], step: int) -> int:
        """The year of the season that ended last, goes on now or comes next."""
        assert self.published is not None
        anchor = self.published.first
        if step < 0:
            return anchor.year if _season_days(anchor.year, season)[1] < anchor else anchor.year - 1
        if step > 0:
            return anchor.year if _season_days(anchor.year, season)[0] > anchor else anchor.year + 1
        return anchor.year

    def _year(self, i: int, start: int) -> _Found:
        """ "عام 2020", "في 2020", "سنة 2011", "مطلع 2019"."""
        text = self.text
        edge = words.EDGES.get(text.face(i))
        is_led = bool(edge) or text.word(i) in ("في", "وفي", "خلال")
        at = i + 1 if is_led else i
        is_named = text.face(at).removeprefix("ل") in words.YEAR_WORDS
        at += 1 if is_named else 0
        year = text.year(at)
        if year is None or not (is_named or is_led):
            return None
        if not is_named and self._is_counted(at + 1):
            return None
        days = edge_of((date(year, 1, 1), date(year, 12, 31)), edge)
        return TimeExpression(i, at + 1, days, days, "year", "approximate" if edge else "exact")

    def _is_counted(self, i: int) -> bool:
        """ "في 2020 مدرسة": after a bare year stands what it counts, one in the singular."""
        token = self.text.tokens[i] if i < len(self.text.tokens) else None
        return token is not None and token.kind == "word" and token.text.endswith(("ًا", "اً"))


def _with_weekday(day: date, wanted: int, *, is_ahead: bool) -> date:
    """The day near another that falls on a weekday; the other where none is near."""
    back = (day.weekday() - wanted) % 7
    forth = (wanted - day.weekday()) % 7
    if not is_ahead and back <= _MAX_DAYS_OFF:
        return day - timedelta(days=back)
    return day + timedelta(days=forth) if is_ahead and forth <= _MAX_DAYS_OFF else day


def _season_days(year: int, season: tuple[int, int]) -> Days:
    if season[0] == 12:
        return date(year - 1, 12, 1), date(year, 12, 31)
    return date(year, season[0], 1), month_days(year, season[1])[1]
