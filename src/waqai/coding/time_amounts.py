"""Times that are counted from publication: so long ago, within so long, the last so many.

"قبل نحو عامين", "منذ ثلاثة أيام", "بعد شهرين", "في غضون أسبوع", "الأيام الثلاثة الماضية",
"خلال الـ24 ساعة الأخيرة". A few days are up to a week, hours the day itself and the one
before it; some weeks, months or years are left unresolved.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from waqai.coding import calendar_words as words
from waqai.coding.days import back
from waqai.coding.time_expression import Days, TimeExpression, unresolved
from waqai.coding.time_words import TimeWords
from waqai.dates import Published
from waqai.text import number_words
from waqai.text.numbers import read_number

_FEW_DAYS = 7
"""Days that "أيام قليلة" may mean at most."""
_HOURS_PER_DAY = 24
_WITHIN = frozenset({"خلال", "غضون", "ظرف", "وخلال"})
_DAY_HOURS = frozenset({"الصباح", "الفجر", "المساء", "الظهر", "الليل", "الصبح", "النهار", "العصر"})
_GRANULARITY = {"hour": "day", "decade": "year"}


@dataclass(frozen=True, slots=True)
class Amount:
    """So many of a unit."""

    number: int | None
    """None where the text does not say ("أيام قليلة")."""
    unit: str
    """hour, day, week, month, year or decade."""
    last: int
    """The word after it."""

    @property
    def granularity(self) -> str:
        """How exact a day counted by this unit is."""
        return _GRANULARITY.get(self.unit, self.unit)


class AmountReader:
    """Reads counted times of one sentence against one day."""

    def __init__(self, text: TimeWords, published: Published | None) -> None:
        """Keep the sentence and the anchor."""
        self._text = text
        self._day = published.day if published else None

    def at(self, i: int) -> TimeExpression | None:
        """The counted time that starts at word `i`."""
        word = self._text.word(i).removeprefix("و")
        if word == "قبل" or (word == "من" and self._is_few(i + 1)):
            return self._ago(i)
        if word in words.SINCE:
            return self._since(i)
        if word == "بعد":
            return self._after(i)
        if word in _WITHIN:
            return self._last_ones(i + 1, i) or self._within(i)
        if word == "في" and self._text.word(i + 1) in _WITHIN:
            return self._within(i + 1)
        return self._last_ones(i, i)

    def amount(self, i: int) -> Amount | None:
        """So many of a unit at `i`: "ثلاثة أيام", "نحو عامين", "بضعة أشهر", "أيام قليلة"."""
        text = self._text
        at = i
        for phrase in number_words.BEFORE:
            if all(text.word(i + n) == part for n, part in enumerate(phrase)):
                at = i + len(phrase)
                break
        read = read_number(text.tokens, at) if at < len(text.tokens) else None
        number, at = (read.value, at + read.n_tokens) if read is not None else (1, at)
        word = text.word(at)
        unit = words.UNITS.get(word)
        if unit is None:
            return None
        last = at + 1
        if read is None and word in words.PLURALS:
            number = None
        elif word in words.DUALS:
            number = 2
        last += text.word(last) in words.FEW or text.word(last) in ("واحد", "واحده")
        return Amount(number, unit, last)

    def _is_few(self, i: int) -> bool:
        """ "من أيام قليلة": Tunisian for some days ago."""
        return self._text.word(i) in words.PLURALS and self._text.word(i + 1) in words.FEW

    def _names_unit(self, amount: Amount) -> bool:
        """ "قبل شهر رمضان", "قبل عام 2011": no amount but a month or a year by name."""
        text = self._text
        is_one = text.word(amount.last - 1) in ("شهر", "عام", "سنه")
        after = text.word(amount.last)
        is_month = text.month(amount.last)[0] is not None
        hijri = text.key_at(amount.last, words.HIJRI_BY_FIRST) is not None
        return is_one and (after.isdigit() or is_month or hijri)

    def _ago(self, i: int) -> TimeExpression | None:
        """ "قبل ثلاثة أيام"; "قبل يومين من صدور التقرير" counts from something else."""
        amount = self.amount(i + 1)
        if amount is None or self._names_unit(amount):
            return None
        if self._text.word(amount.last) == "من" and self._text.word(amount.last + 1) not in (
            "الان", "اليوم",
        ):  # fmt: skip
            return unresolved(i, amount.last, "day")
        few = self._few(amount)
        if few is not None:
            return TimeExpression(i, amount.last, few, few, _coarse(amount), "approximate")
        day = self._back(amount)
        if day is None:
            return unresolved(i, amount.last, amount.granularity)
        days = (day, day)
        return TimeExpression(i, amount.last, days, days, amount.granularity, "approximate")

    def _since(self, i: int) -> TimeExpression | None:
        """ "منذ شهرين": from then up to publication; "منذ أيام": a few days ago."""
        text = self._text
        if text.word(i + 1) in ("ساعات", "ساعه") and self._day is not None:
            for at in (i + 2, i + 3):
                if text.word(at) in _DAY_HOURS:
                    today = (self._day, self._day)
                    return TimeExpression(i, at + 1, today, today, "day", "approximate")
        amount = self.amount(i + 1)
        if amount is None or self._names_unit(amount):
            return None
        few = self._few(amount)
        if few is not None:
            return TimeExpression(
                i, amount.last, few, few, _coarse(amount), "approximate", is_since=True
            )
        day = self._back(amount)
        if day is None or self._day is None:
            return unresolved(i, amount.last, amount.granularity)
        days = (day, self._day)
        return TimeExpression(i, amount.last, days, days, amount.granularity, "range", True)

    def _after(self, i: int) -> TimeExpression | None:
        """ "بعد يومين": of what lies ahead, so long after publication; else it dates nothing."""
        amount = self.amount(i + 1)
        if amount is None or self._names_unit(amount):
            return None
        ahead = self._forth(amount) if self._text.word(amount.last) != "من" else None
        days = (ahead, ahead) if ahead else None
        return TimeExpression(
            i, amount.last, None, days, amount.granularity, "approximate", is_limit=True
        )

    def _within(self, i: int) -> TimeExpression | None:
        """ "خلال أسبوعين", "في غضون ثلاثة أيام": a term for what lies ahead."""
        amount = self.amount(i + 1)
        if amount is None or self._names_unit(amount) or amount.number is None:
            return None
        ahead = self._forth(amount) if self._text.word(amount.last) != "من" else None
        days = (self._day, ahead) if ahead and self._day else None
        return TimeExpression(
            i, amount.last, None, days, amount.granularity, "range", is_limit=True
        )

    # The last so many ------------------------------------------------------------------

    def _last_ones(self, i: int, first: int) -> TimeExpression | None:
        """ "الأشهر الثلاثة الماضية", "الأسبوعين الماضيين", "ال24 ساعة الماضية"."""
        counted = self._definite_amount(i)
        if counted is None:
            return None
        amount, turn = counted
        if self._day is None:
            return unresolved(first, amount.last, amount.granularity)
        if amount.number is None:
            days = self._span_of_few(amount, turn)
            if days is None:
                return unresolved(first, amount.last, amount.granularity)
            return TimeExpression(first, amount.last, days, days, _coarse(amount), "approximate")
        other = self._forth(amount) if turn == "next" else self._back(amount)
        if other is None:
            return unresolved(first, amount.last, amount.granularity)
        days = (self._day, other) if turn == "next" else (other, self._day)
        kind = "approximate" if amount.unit == "hour" else "range"
        return TimeExpression(first, amount.last, days, days, amount.granularity, kind)

    def _definite_amount(self, i: int) -> tuple[Amount, str] | None:
        text = self._text
        word = text.word(i).removeprefix("و")
        if word in ("ال", "اخر"):
            amount = self.amount(i + 1)
            if amount is None:
                return None
            turn = text.turn(amount.last)
            if not turn and word == "ال":
                return None
            return Amount(amount.number, amount.unit, amount.last + bool(turn)), turn or "past"
        unit = words.UNITS.get(word[2:]) if word.startswith("ال") else None
        if unit is None and word.startswith("ال"):
            return self._definite_count(i)
        if unit is None or word[2:] not in words.DUALS | words.PLURALS:
            return None
        at, number = i + 1, 2 if word[2:] in words.DUALS else None
        if number is None:
            number, at = self._definite_number(at)
        turn = text.turn(at)
        if turn not in ("past", "next"):
            return None
        if number is None and text.word(at) in words.FEW:
            at += 1
        return Amount(number, unit, at + 1), turn

    def _definite_count(self, i: int) -> tuple[Amount, str] | None:
        """ "الخمسة أشهر الماضية": the number with the article, the unit without."""
        number, at = self._definite_number(i)
        unit = words.UNITS.get(self._text.word(at)) if number is not None else None
        turn = self._text.turn(at + 1)
        if unit is None or turn not in ("past", "next"):
            return None
        return Amount(number, unit, at + 2), turn

    def _definite_number(self, i: int) -> tuple[int | None, int]:
        """ "الأربع والعشرين", "ال24", "القليلة": how many, and the word after."""
        text = self._text
        word = text.word(i)
        if word == "ال" and text.word(i + 1).isdigit():
            return int(text.word(i + 1)), i + 2
        if word.removeprefix("ال") in words.FEW:
            return None, i + 1
        unit = number_words.UNITS.get(word.removeprefix("ال"))
        tens = number_words.TENS.get(word.removeprefix("ال"))
        if unit is None:
            return (tens, i + 1) if tens else (None, i)
        after = number_words.TENS.get(text.word(i + 1).removeprefix("وال"))
        return (unit + after, i + 2) if after else (unit, i + 1)

    # Counting --------------------------------------------------------------------------

    def _few(self, amount: Amount) -> Days | None:
        """Days that hours or a few days ago may be; None for what is counted or longer ago."""
        if self._day is None or (amount.number is not None and amount.unit != "hour"):
            return None
        if amount.unit == "hour":
            n_days = max(1, -(-(amount.number or 1) // _HOURS_PER_DAY))
            return self._day - timedelta(days=n_days), self._day
        if amount.unit == "day":
            return self._day - timedelta(days=_FEW_DAYS), self._day - timedelta(days=1)
        return None

    def _span_of_few(self, amount: Amount, turn: str) -> Days | None:
        assert self._day is not None
        n_days = {"hour": 1, "day": _FEW_DAYS}.get(amount.unit)
        if n_days is None:
            return None
        if turn == "next":
            return self._day + timedelta(days=1), self._day + timedelta(days=n_days)
        return self._day - timedelta(days=n_days), self._day

    def _back(self, amount: Amount) -> date | None:
        if self._day is None or amount.number is None:
            return None
        if amount.unit == "hour":
            return self._day - timedelta(days=-(-amount.number // _HOURS_PER_DAY))
        if amount.unit == "decade":
            return back(self._day, "year", 10 * amount.number)
        return back(self._day, amount.unit, amount.number)

    def _forth(self, amount: Amount) -> date | None:
        if self._day is None or amount.number is None or amount.unit in ("hour", "decade"):
            return None
        return back(self._day, amount.unit, -amount.number)


def _coarse(amount: Amount) -> str:
    """A few days are known to the week."""
    return "week" if amount.unit == "day" else amount.granularity
