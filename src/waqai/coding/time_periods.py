"""Periods: a month, a season, a part of a year, a year, against the day of publication.

"أواخر مارس", "الربع الأول من 2024", "الصيف الماضي", "العام قبل الماضي", "في 2011". A month or a
quarter without a year is the nearest one not after publication. What is vague stands here
too: "مؤخرا" is within a month, "في وقت سابق" nobody knows when.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from waqai.coding import calendar_words as words
from waqai.coding.days import back, days_of_part, month_days, shift_unit
from waqai.coding.days import edge as edge_of
from waqai.coding.time_expression import Days, TimeExpression, unresolved
from waqai.coding.time_words import TimeWords
from waqai.dates import Published

_Found = TimeExpression | None
_DECEMBER = 12


class PeriodReader:
    """Reads periods of one sentence against one anchor."""

    def __init__(self, text: TimeWords, published: Published | None) -> None:
        """Keep the sentence and the anchor."""
        self.text = text
        self.published = published
        self._day = published.day if published else None
        self._readers: tuple[Callable[[int], _Found], ...] = (
            self._vague,
            self._part_of_year,
            self._season,
            self._month,
            self.unit,
            self._year,
        )

    def at(self, i: int) -> _Found:
        """The period that starts at word `i`."""
        for reader in self._readers:
            hit = reader(i)
            if hit is not None:
                return hit
        return None

    def _vague(self, i: int) -> _Found:
        """ "مؤخرا" is within a month; "في وقت سابق" nobody knows when."""
        key = self.text.key_at(i, words.VAGUE_BY_FIRST)
        if key is None:
            return None
        first = back(self._day, "month", 1) if self._day and key in words.RECENTLY else None
        if first is None or self._day is None:
            return unresolved(i, i + len(key), words.VAGUE[key])
        days = (first, self._day)
        return TimeExpression(i, i + len(key), days, days, "month", "approximate")

    def nearest(self, make: Callable[[int], date | None]) -> tuple[date | None, date | None]:
        """The last such day not after publication, and the first not before it."""
        assert self.published is not None
        anchor_last, anchor_first = self.published.last, self.published.first
        years = range(anchor_first.year - 4, anchor_last.year + 5)
        made = [day for day in map(make, years) if day is not None]
        past = [day for day in made if day <= anchor_last]
        ahead = [day for day in made if day >= anchor_first]
        return (past[-1] if past else None, ahead[0] if ahead else None)

    def year_after(self, i: int) -> tuple[int | None, int, str]:
        """A year or "الماضي / المقبل / الجاري" after a month: year, next word, direction."""
        text = self.text
        at = i + (text.word(i) == "من")
        at += text.word(at) in ("عام", "سنه", "العام", "السنه", "لعام", "لسنه")
        year = text.year(at)
        if year is not None:
            return year, at + 1, ""
        at = i + (text.word(i) == "من")
        unit = self.unit(at) if at < len(text.norms) else None
        if unit is not None and unit.granularity == "year" and unit.days is not None:
            return unit.days[0].year, unit.last, ""
        turn = text.turn(i)
        return None, i + 1 if turn else i, turn

    def _month(self, i: int) -> _Found:
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
            past, ahead = self.nearest(lambda y: date(y, month, 1))
            chosen = ahead if turn == "next" else past
            assert chosen is not None
            year, ahead_year = chosen.year, ahead.year if ahead else None
        days = edge_of(month_days(year, month), edge)
        later = edge_of(month_days(ahead_year, month), edge) if ahead_year else None
        return TimeExpression(i, end, days, later, "month", "approximate" if edge else "exact")

    def unit(self, i: int) -> _Found:
        """ "العام الماضي", "الأسبوع الجاري", "نهاية هذا الشهر", "مطلع العام المقبل"."""
        text = self.text
        edge = words.EDGES.get(text.face(i))
        if edge:
            inner = self.unit(i + 1)
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

    def _part_of_year(self, i: int) -> _Found:
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
        past, ahead = self.nearest(lambda y: days_of_part(y, which, n_parts)[0])
        found = days_of_part(past.year, which, n_parts) if past else None
        later = days_of_part(ahead.year, which, n_parts) if ahead else None
        return TimeExpression(i, last, found, later, granularity, kind)

    def _season(self, i: int) -> _Found:
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
        granularity = "year" if season[0] == _DECEMBER else "quarter"
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

    def _year(self, i: int) -> _Found:
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


def _season_days(year: int, season: tuple[int, int]) -> Days:
    if season[0] == _DECEMBER:
        return date(year - 1, 12, 1), date(year, 12, 31)
    return date(year, season[0], 1), month_days(year, season[1])[1]
