"""Persons: everybody whom a name may mean, with what speaks for each.

In go the uses of a name, where it stands and the day; out come candidates. What counts:

1. whether the words are his name in full or a short form ("حفتر");
2. where the text names a bearer in full: this paragraph, the nearest before, later;
3. whose son or brother he is said to be;
4. the seat he is said to hold, against the seats he held on that day;
5. the country and the sector that the words say, and the country of the report.

A nisba or state beside an office tells where the office is ("المبعوث الفرنسي إلى ليبيا"),
not whose he is; only without an office does another country speak against somebody.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from waqai.coding.focus import Party
from waqai.folding import fold
from waqai.knowledge import Knowledge, NameUse
from waqai.resolve.candidates import Candidate, Feature
from waqai.resolve.offices import OfficeFinder, is_former

_PARENTS = frozenset({"father", "mother"})

FULL_NAME = Feature(3.0, "his name in full")
SHARED_NAME = Feature(1.0, "a full name that others bear")
SHORT_NAME = Feature(-1.0, "a short name")
SAME_PARAGRAPH = Feature(4.0, "named in full in this paragraph")
NEAREST = Feature(3.0, "the nearest whom the text names in full before")
LATER = Feature(1.0, "named in full later")
ANOTHER_NEARER = Feature(-2.0, "another of the name stands nearer")
KIN = Feature(5.0, "the kin that the words say")
HOLDS = Feature(4.0, "holds the seat on the day")
MAY_HOLD = Feature(2.0, "may hold the seat on the day")
HELD = Feature(3.0, "held the seat before")
OTHER_DAYS = Feature(0.5, "held the seat on other days")
ANOTHER_HOLDS = Feature(-3.0, "another holds the seat on the day")
SAME_COUNTRY = Feature(1.0, "the country that the words say")
OTHER_COUNTRY = Feature(-3.0, "of another country than the words say")
COUNTRY_OF_REPORT = Feature(0.5, "of the country that the report is about")
SAME_SECTOR = Feature(0.5, "of the sector that the title says")
OTHER_SECTOR = Feature(-0.5, "of another sector than the title says")


@dataclass(frozen=True, slots=True)
class FullMention:
    """A person named in full somewhere in the document."""

    person: str
    start: int
    paragraph: int


class PersonFinder:
    """Finds whom a name may mean in one document."""

    def __init__(
        self,
        knowledge: Knowledge,
        offices: OfficeFinder,
        mentions: Sequence[FullMention],
        main: str | None,
    ) -> None:
        """Keep what to ask.

        Args:
            knowledge: the base.
            offices: its seats by their words.
            mentions: the full names of the document, in the order of the text.
            main: the country that the report is about; None where none prevails.
        """
        self._knowledge = knowledge
        self._offices = offices
        self._mentions = tuple(mentions)
        self._main = main

    def named(self, party: Party, day: date | None) -> tuple[Candidate, ...]:
        """Everybody whom the name of a party may mean, in the order of its uses."""
        full = {use.id for use in party.uses if use.kind == "name"}
        bearers = tuple(dict.fromkeys(use.id for use in party.uses))
        nearest = self._nearest(party, bearers)
        return tuple(
            Candidate(
                person,
                (
                    _name(person, full, len(bearers)),
                    *self._mentioned(person, party, bearers, nearest),
                    *self._said(person, party, day),
                ),
            )
            for person in bearers
        )

    def kin(self, party: Party) -> tuple[Candidate, ...]:
        """ "نجل قائد الجيش": the children of anybody whom the document has named before."""
        before = [m.person for m in self._mentions if m.start < party.span.start]
        children = [p for p in dict.fromkeys(before) if self._has_parent(p, party.relative)]
        return tuple(Candidate(child, (KIN,)) for child in children)

    def child_named(self, party: Party) -> tuple[Candidate, ...]:
        """ "بلقاسم نجل المشير خليفة حفتر": the children of that first name."""
        if party.relative is None:
            return ()
        first = fold(party.span.text).split()[0]
        children = sorted(self._children(party.relative.id))
        found = [
            c for c in children if fold(self._knowledge.entities[c].name_ar).split()[0] == first
        ]
        return tuple(Candidate(child, (KIN,)) for child in found)

    def _children(self, parent: str) -> Iterator[str]:
        inverse = {"son", "daughter"}
        for kin in self._knowledge.entities[parent].kin:
            if kin.relation in inverse:
                yield kin.other

    def _has_parent(self, person: str, relative: NameUse | None) -> bool:
        kin = self._knowledge.entities[person].kin
        parents = {k.other for k in kin if k.relation in _PARENTS}
        return bool(parents) and (relative is None or relative.id in parents)

    # Where the text names somebody ------------------------------------------------------

    def _nearest(self, party: Party, bearers: Sequence[str]) -> tuple[frozenset[str], bool]:
        """The bearers whom this paragraph, else the nearest before, names; and whether this."""
        before = [
            m for m in self._mentions if m.start < party.span.start and m.person in set(bearers)
        ]
        here = frozenset(m.person for m in before if m.paragraph == party.paragraph)
        if here or not before:
            return here, bool(here)
        paragraph = before[-1].paragraph
        return frozenset(m.person for m in before if m.paragraph == paragraph), False

    def _mentioned(
        self,
        person: str,
        party: Party,
        bearers: Sequence[str],
        nearest: tuple[frozenset[str], bool],
    ) -> Iterator[Feature]:
        people, is_here = nearest
        if person in people:
            yield SAME_PARAGRAPH if is_here else NEAREST
        elif people:
            yield ANOTHER_NEARER
        else:
            later = {m.person for m in self._mentions if m.person in bearers}
            if later == {person} and not any(m.start == party.span.start for m in self._mentions):
                yield LATER

    # What the words say of him ----------------------------------------------------------

    def _said(self, person: str, party: Party, day: date | None) -> Iterator[Feature]:
        entry = self._knowledge.entities[person]
        if party.relative is not None and self._has_parent(person, party.relative):
            yield KIN
        said = party.code if party.code_basis == "text" else None
        if party.office is not None:
            yield from self._seated(person, party.office.text, said, day)
        if said is not None and entry.country is not None:
            if said == entry.country:
                yield SAME_COUNTRY
            elif party.office is None:
                yield OTHER_COUNTRY
        if self._main is not None and entry.country == self._main:
            yield COUNTRY_OF_REPORT
        if party.said_sector is not None and party.office is None:
            sectors = entry.sectors_on(day)
            if sectors:
                yield SAME_SECTOR if party.said_sector in sectors else OTHER_SECTOR

    def _seated(
        self, person: str, words: str, said: str | None, day: date | None
    ) -> Iterator[Feature]:
        """What the words of an office say for somebody or against him."""
        seats = self._offices.held_by(person, words, said)
        how = {dict(self._offices.holders(seat, day)).get(person) for seat in seats} - {None}
        if is_former(words):
            if seats and not how:
                yield HELD
        elif "holds" in how:
            yield HOLDS
        elif how:
            yield MAY_HOLD
        elif seats:
            yield OTHER_DAYS
        elif said is not None:
            seat = self._offices.find(words, said, None, day)
            holders = self._offices.holders(seat.id, day) if seat else ()
            if any(held == "holds" for _, held in holders):
                yield ANOTHER_HOLDS


def _name(person: str, full: set[str], n_bearers: int) -> Feature:
    if person not in full:
        return SHORT_NAME
    return FULL_NAME if n_bearers == 1 or len(full) == 1 else SHARED_NAME
