"""What the knowledge base holds, as frozen data: entities, offices, tenures, places, names.

Built once by `waqai.knowledge.load`; nothing here reads a file. Days are half-open where a
first and a last are given ("from", "to"), and every day carries the precision it is known
to: a year that is all one knows is kept as a year.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

T = TypeVar("T")

ENTITY_KINDS = (
    "state", "body", "force", "group", "party", "person", "organisation", "company", "medium",
    "people",
)  # fmt: skip
NAME_KINDS = ("country", "name", "capital", "place", "office", "nisba", "short")
"""In the order of what a name means first where it means several things."""
WEAK_PLACE = "an ordinary word; a place only where the words before it say so"
SMALL_PLACE = "a small place, which few texts mean"
"""Reasons that let a place's name count only where the text shows that a place is meant."""


@dataclass(frozen=True, slots=True)
class SectorSpan:
    """A PLOVER sector and the days it holds for."""

    code: str
    """PLOVER sector, such as MIL."""
    start: date | None
    """First day; None where it always held."""
    end: date | None
    """The day it no longer holds; None where it still does."""


@dataclass(frozen=True, slots=True)
class Kin:
    """A relative whom texts name a person by ("نجل قائد الجيش")."""

    relation: str
    """father, mother, son, daughter, brother, sister, husband, wife: what `other` is to him."""
    other: str
    """Entity id."""


@dataclass(frozen=True, slots=True)
class EntityEntry:
    """Somebody who acts: a state, a body, a force, a group, a party, a person, a medium."""

    id: str
    """"person/saddam-haftar"; stable, never used again for another."""
    kind: str
    """One of `ENTITY_KINDS`."""
    name_en: str
    name_ar: str
    names: tuple[str, ...]
    """Arabic names, fully spelled, that mean it anywhere in a text; `name_ar` first."""
    names_en: tuple[str, ...]
    """English names, `name_en` first."""
    short: tuple[str, ...]
    """Short forms that count only after a full mention in the same document."""
    country: str | None
    """Alpha-3, KOS, or one of IGO, UNO, EUR, NGO, ISM, IMG, MNC."""
    sectors: tuple[SectorSpan, ...]
    """Primary first."""
    parent: str | None = None
    """Id of the body it belongs to."""
    kin: tuple[Kin, ...] = ()
    redirects: tuple[str, ...] = ()
    """Ids that it had before."""

    def sectors_on(self, day: date | None) -> tuple[str, ...]:
        """Sector codes on a day, primary first; all of them where the day is not known."""
        found: dict[str, None] = {}
        for span in self.sectors:
            before = day is not None and span.start is not None and day < span.start
            after = day is not None and span.end is not None and day >= span.end
            if not before and not after:
                found[span.code] = None
        return tuple(found)


@dataclass(frozen=True, slots=True)
class Office:
    """A seat that persons hold in turn, such as the minister of defence of Türkiye."""

    id: str
    """"office/tur-minister-of-defence"."""
    name_en: str
    name_ar: str
    heads: tuple[str, ...]
    """The words that name the seat without its country: "وزير الدفاع"."""
    country: str
    """Alpha-3 or an international code."""
    body: str | None
    """Entity id of the body that the seat belongs to."""
    sector: str
    """Primary PLOVER sector of its holder."""
    other_sectors: tuple[str, ...]
    seat: str
    """"single": one holder at a time; "many": several, such as a deputy or an envoy."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held by a person from a day to a day."""

    person: str
    office: str
    start: date | None
    """First day it may have begun; None where that is not known."""
    end: date | None
    """First day of the stretch in which it ended; None where open or not known."""
    start_precision: str
    """day, month, year or unknown."""
    end_precision: str
    """day, month, year, open (held when last attested) or unknown."""
    attested: date | None
    """For an open tenure, the last day that the source speaks for."""
    status: str
    """held, acting or claimed."""
    source: str
    """Title or address of the page."""
    looked_up: date

    def on(self, day: date) -> str | None:
        """Whether the office was held on a day.

        Returns:
            "holds" where the source leaves no doubt, "may hold" where its dates are too
            coarse to tell, on the day of leaving, and after the last day that an open tenure
            is attested for; None where it was not held.
        """
        begun = _begun(self.start, self.start_precision, day)
        if begun is None:
            return None
        left = self._left(day)
        if left is None:
            return None
        return "holds" if begun == "surely" and left == "not yet" else "may hold"

    def _left(self, day: date) -> str | None:
        """ "not yet", "perhaps", or None where it had ended before the day."""
        if self.end_precision == "open":
            return "not yet" if self.attested is None or day <= self.attested else "perhaps"
        if self.end is None:
            return "perhaps"
        if day < self.end:
            return "not yet"
        return "perhaps" if day <= _last_day(self.end, self.end_precision) else None


def _begun(start: date | None, precision: str, day: date) -> str | None:
    """ "surely", "perhaps", or None where it had not begun on the day."""
    if start is None:
        return "perhaps"
    if day < start:
        return None
    last = _last_day(start, precision)
    return "surely" if day >= last else "perhaps"


def _last_day(first: date, precision: str) -> date:
    """The last day of the year, month or day that begins on `first`."""
    if precision == "year":
        return date(first.year, 12, 31)
    if precision == "month":
        nxt = date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return date.fromordinal(nxt.toordinal() - 1)
    return first


@dataclass(frozen=True, slots=True)
class NameUse:
    """One thing that a name may mean."""

    id: str
    """Id of an entity, a place or an office."""
    form: str
    """The name as spelled in full, to check a written hamza or shadda against."""
    kind: str
    """One of `NAME_KINDS`."""
    ambiguous: str | None = None
    """Why the same letters also mean something ordinary; None where they hardly do."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map; a country has the id of its state."""

    id: str
    name_en: str
    name_ar: str
    names: tuple[str, ...]
    """Arabic names, `name_ar` first; empty where only the English one is known."""
    country: str
    """Alpha-3 or KOS."""
    country_name: str
    province: str | None
    city: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    resolution: int
    """5 within a city, 4 city, 3 district, 2 province, 1 country."""
    population: int
    """0 where not known."""
    capital_of: str | None
    """Alpha-3 of the state whose capital it is."""


@dataclass(frozen=True, slots=True)
class PolicyRule:
    """Under which code and sectors a contested actor is counted, from a day to a day."""

    entity: str
    code: str
    sectors: tuple[str, ...]
    start: date | None
    end: date | None
    reason: str


class LazyRows(Mapping[str, T]):
    """Compiled rows by key, each made into its type when first asked for.

    Most entries occur in no document: making all at start would cost more than coding one
    article does. Keys are in the order of the compiled file, which is sorted.
    """

    __slots__ = ("_made", "_make", "_rows")

    def __init__(self, rows: Mapping[str, Any], make: Callable[[str, Any], T]) -> None:
        """Keep the rows and what turns a key and its row into a value."""
        self._rows = rows
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        """The value of a key."""
        made = self._made.get(key)
        if made is None:
            made = self._make(key, self._rows[key])
            self._made[key] = made
        return made

    def __contains__(self, key: object) -> bool:
        """Whether there is a row; makes nothing."""
        return key in self._rows

    def __iter__(self) -> Iterator[str]:
        """Keys in order."""
        return iter(self._rows)

    def __len__(self) -> int:
        """Number of rows."""
        return len(self._rows)
