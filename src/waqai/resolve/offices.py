"""Offices: which seat the words of a phrase name, and who held it on the day.

In go words such as "وزير الدفاع التركي" and a country, out comes the seat. Words that tell
of somebody who held a seat before ("السابق") name none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from waqai.folding import fold
from waqai.knowledge import Knowledge

_FORMER = frozenset(
    fold(word)
    for word in (
        "سابق", "السابق", "سابقة", "السابقة", "سابقا", "أسبق", "الأسبق",
        "المخلوع", "المعزول", "الراحل", "الراحلة",
    )
)  # fmt: skip
"""Words after a seat that tell of somebody who held it: former, ousted, late. "المستقيل" is not
among them: he may be in office."""
_ELECT = frozenset(fold(w) for w in ("المنتخب", "المنتخبة", "المكلف", "المكلفة", "المعين"))
"""Words of somebody who is to hold the seat that another still holds. "المكلف" may also be who
holds it for a time: a bare one is put to nobody."""
_QUALIFIERS = _FORMER | _ELECT | frozenset(
    fold(w)
    for w in (
        "الحالي", "الحالية", "الجديد", "الجديدة", "المستقيل", "المستقيلة", "المؤقت", "المؤقتة",
        "الانتقالي", "الانتقالية", "المنتهية", "الأسبق", "بالنيابة", "بالوكالة", "المنصرف",
    )
)  # fmt: skip
"""What may stand between a seat and its country or holder."""
_PLACING = frozenset(fold(w) for w in ("في", "لدى", "إلى", "عن", "من"))


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat that a phrase names."""

    id: str
    sector: str
    other_sectors: tuple[str, ...]
    is_elect: bool
    """Somebody who is to hold it is meant, not its holder."""


def is_former(words: str) -> bool:
    """Whether the words of an office tell of somebody who held it before.

    Example:
        >>> is_former("الرئيس السابق"), is_former("الرئيس")
        (True, False)
    """
    return not _FORMER.isdisjoint(fold(words).split())


class OfficeFinder:
    """Finds seats by their words; made once for a knowledge base."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Index the words of all seats.

        Two spellings of one seat ("الأفريقي", "الإفريقي") fold to one key.
        """
        self._knowledge = knowledge
        found: dict[tuple[str, str], set[str]] = {}
        for office_id, office in knowledge.offices.items():
            for head in office.heads:
                found.setdefault((fold(head), office.country), set()).add(office_id)
        self._heads: Mapping[tuple[str, str], tuple[str, ...]] = {
            key: tuple(sorted(ids)) for key, ids in found.items()
        }

    def find(self, words: str, country: str, person: str | None, day: date | None) -> Seat | None:
        """The seat that words name in a country.

        Args:
            words: of the office, its country included: "وزير الدفاع التركي".
            country: alpha-3 or an international code.
            person: who is said to hold it; of several seats with one name his is meant.
            day: on which he holds it.

        Returns:
            None where no seat is called so, where several are, and of former holders.
        """
        folded = fold(words).split()
        if not _FORMER.isdisjoint(folded):
            return None
        for size in range(len(folded), 0, -1):
            options = self._heads.get((" ".join(folded[:size]), country), ())
            if options:
                if not self._may_follow(folded[size:]):
                    return None
                chosen = self._choose(options, person, day)
                if chosen is None:
                    return None
                seat = self._knowledge.offices[chosen]
                is_elect = not _ELECT.isdisjoint(folded[size:])
                return Seat(chosen, seat.sector, seat.other_sectors, is_elect)
        return None

    def _choose(self, options: Sequence[str], person: str | None, day: date | None) -> str | None:
        if len(options) == 1:
            return options[0]
        if person is None or day is None:
            return None
        held = [o for o in options if person in dict(self._knowledge.holders(o, day))]
        return held[0] if len(held) == 1 else None

    def holders(self, office_id: str, day: date | None) -> tuple[tuple[str, str], ...]:
        """Who holds or may hold a seat on a day; nobody where the day is not known."""
        return self._knowledge.holders(office_id, day) if day is not None else ()

    def held_by(self, person: str, words: str, country: str | None) -> tuple[str, ...]:
        """The seats of a person that words may mean, each once, in the order of tenures.

        Args:
            person: his id.
            words: of the office; the country may be left out: "الرئيس".
            country: that the text says; None where it says none.
        """
        folded = fold(words).split()
        return tuple(
            dict.fromkeys(
                tenure.office
                for tenure in self._knowledge.held_by(person)
                if self._is_called(tenure.office, folded, country)
            )
        )

    def _is_called(self, office_id: str, folded: Sequence[str], country: str | None) -> bool:
        office = self._knowledge.offices[office_id]
        if country is not None and office.country != country:
            return False
        heads = [fold(head).split() for head in office.heads]
        fitting = [head for head in heads if list(folded[: len(head)]) == head]
        longest = max(fitting, key=len, default=None)
        return longest is not None and self._may_follow(folded[len(longest) :])

    def _may_follow(self, rest: Sequence[str]) -> bool:
        """Whether words may stand after a seat's own: "الرئيس | التنفيذي" is another seat.

        A country, place or body in any form may, with a preposition or without; so may what
        says that he holds it now, held it, is to hold it.
        """
        if not rest or rest[0] in _QUALIFIERS:
            return True
        first = rest[0]
        openings = [first, first[1:]] if first[:1] in "لب" else [first]
        openings += ["ال" + first[2:]] if first.startswith("لل") else []
        return first in _PLACING or any(self._opens_name(word, rest[1:]) for word in openings)

    def _opens_name(self, first: str, rest: Sequence[str]) -> bool:
        words = [first, *rest]
        return any(self._knowledge.uses(" ".join(words[:size])) for size in range(1, 5))
