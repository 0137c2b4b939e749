"""The words of one sentence as the readers of times ask for them."""

from __future__ import annotations

from collections.abc import Sequence

from waqai.coding import calendar_words as words
from waqai.coding.days import FIRST_YEAR, LAST_YEAR
from waqai.text.tokens import Token


class TimeWords:
    """Folded words by position, with what of the calendar stands where."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """Keep the sentence."""
        self.tokens = tokens
        self.norms = [token.norm for token in tokens]

    def word(self, i: int) -> str:
        """The folded word at `i`; "" beyond either end."""
        return self.norms[i] if 0 <= i < len(self.norms) else ""

    def face(self, i: int) -> str:
        """The word without و or ب, where a word of the calendar is left ("والأحد", "بالأمس")."""
        word = self.word(i)
        if word[:1] not in ("و", "ب", "ل") or len(word) < 3:
            return word
        rest = word[1:]
        if rest in words.PEELED or (rest.startswith("ال") and rest[2:] in words.WEEKDAYS):
            return rest
        return word

    def key_at(self, i: int, keys: words.Keys) -> tuple[str, ...] | None:
        """The longest key whose words stand at `i`."""
        first = self.face(i)
        for key in keys.get(first, ()):
            if all(self.word(i + n) == part for n, part in enumerate(key) if n):
                return key
        return None

    def weekday(self, i: int) -> int | None:
        """The weekday that stands at `i`, as `datetime.date.weekday` counts."""
        face = self.face(i)
        return words.WEEKDAYS.get(face[2:]) if face.startswith("ال") else None

    def day_away(self, i: int) -> tuple[str, ...] | None:
        """The words of a day counted from publication that stand at `i` ("أول من أمس").

        "اليوم الثالث من القمة", "في اليوم", "اليوم العالمي" name none, nor does a bare "غد".
        """
        key = self.key_at(i, words.DAYS_AWAY_BY_FIRST)
        if key is None or (key == ("غد",) and not self._is_of_day_part(i)):
            return None
        if key == ("الامس",) and self.word(i) == "الامس" and not self._is_of_day_part(i):
            return None
        return key

    def _is_of_day_part(self, i: int) -> bool:
        before = self.word(i - 1)
        return before in words.DAY_PARTS or before[1:] in words.DAY_PARTS

    def year(self, i: int) -> int | None:
        """A year in four digits."""
        word = self.word(i)
        is_year = word.isdigit() and len(word) == 4 and FIRST_YEAR <= int(word) <= LAST_YEAR
        return int(word) if is_year else None

    def day_number(self, i: int, *, needs_of: bool = True) -> tuple[int | None, int]:
        """A day of the month in digits or as an ordinal, and the word after it.

        Args:
            i: where it starts.
            needs_of: an ordinal must go on with من, which is passed over.
        """
        word = self.word(i)
        if word.isdigit():
            number = int(word) if len(word) <= 2 else 0
            at = i + 2 if self.word(i + 1) == "من" and needs_of else i + 1
            return (number, at) if 1 <= number <= 31 else (None, i)
        if word in ("اول", "فاتح") and self.month(i + 1)[0] is not None:
            return 1, i + 1  # "أول نوفمبر", "فاتح ماي": the first of the month
        day = words.ORDINALS.get(self.face(i))
        if day is None:
            return None, i
        tens = words.ORDINAL_TENS.get(self.word(i + 1), 0)
        at = i + (2 if tens else 1)
        if self.word(at) == "من":
            return day + tens, at + 1
        return (None, i) if needs_of else (day + tens, at)

    def month(self, i: int) -> tuple[int | None, int]:
        """Month number and the word after it, a twin after a slash included."""
        for size in (2, 1):
            key = (self.face(i), *(self.word(i + n) for n in range(1, size)))
            month = words.MONTHS.get(key)
            if month is None:
                continue
            last = i + size
            if self.word(last) in ("/", "(", "-", "–"):
                twin, after = self.month(last + 1)
                if twin == month:
                    last = after + (1 if self.word(after) == ")" else 0)
            return month, last
        return None, i

    def turn(self, i: int) -> str:
        """The direction of "الماضي / المقبل / الجاري" at `i`: past, next, now or ""."""
        word = self.word(i)
        if word in ("هذا", "هذه"):
            return ""
        for turn, group in (("past", words.PAST), ("next", words.NEXT), ("now", words.CURRENT)):
            if word in group:
                return turn
        return ""
