"""Identities: which person, office or body a party is, on the day of the act.

In go a party and the day; out come an `Entity` and how it was decided. The steps, the first
that applies:

1. a personal name that the base knows: everybody who bears it is a candidate
   (`waqai.resolve.persons`), and the points decide (`waqai.resolve.candidates`);
2. kin: "نجل X" goes to the person whom the base knows as X's son and the document names;
3. the name of a body, a force, a party, a state is that one, and so is the state of an
   adjective ("هجوم تركي") or of "بلاده";
4. an office goes to its holder on the day, where one is known for certain, else to the seat;
5. a personal name that nobody in the base bears is somebody new
   (`waqai.resolve.provisional`); anybody else is nobody in particular.

Contested actors take code and sector from the policy of the day.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from waqai.coding.focus import Party
from waqai.knowledge import EntityEntry, Knowledge
from waqai.model import Entity
from waqai.resolve.candidates import NOBODY, Candidate, Feature, Resolution, decide
from waqai.resolve.context import CountryContext
from waqai.resolve.offices import OfficeFinder, Seat
from waqai.resolve.persons import HOLDS, FullMention, PersonFinder

BODY_NAME = Feature(3.0, "called by this name")
STATE_WORDS = Feature(3.0, "the state of these words")
MAY_HOLD_ALONE = Feature(1.0, "may hold the seat on the day")
"""Too little for a bare "وزير الدفاع": it must not be put to a doubtful holder."""
COUNTRY_OF_REPORT = Feature(-1.5, "its country is the report's, not said")
COUNTRY_OF_SENTENCE = Feature(-3.0, "its country is not said, nor surely the report's")
"""More doubt: a minister who speaks in Berlin need not be a German one, nor in a paper of
Tunis that writes of Libya a Libyan one."""


@dataclass(frozen=True, slots=True)
class Identified:
    """A party with who it is."""

    party: Party
    entity: Entity
    resolution: Resolution


class IdentityResolver:
    """Resolves the parties of one document."""

    def __init__(
        self,
        knowledge: Knowledge,
        offices: OfficeFinder,
        mentions: Sequence[FullMention],
        context: CountryContext,
    ) -> None:
        """Keep what to ask.

        Args:
            knowledge: the base.
            offices: its seats by their words.
            mentions: the full names of the document, in the order of the text.
            context: the countries of the document.
        """
        self._knowledge = knowledge
        self._offices = offices
        self._context = context
        self._persons = PersonFinder(knowledge, offices, mentions, context.main)

    def resolve(
        self, party: Party, day: date | None, doubts: tuple[Feature, ...] = ()
    ) -> Identified:
        """Who a party is on a day.

        Args:
            party: its words, and what they say.
            day: of the act; None where it is not known.
            doubts: what speaks against every holder of its seat.
        """
        resolution = self._decide(party, day, doubts)
        seat = self._seat(party, resolution.identity, day)
        entity = self._entity(party, resolution.identity, seat, day)
        return Identified(party, entity, resolution)

    def resolve_seat(self, who: Identified, code: str, day: date | None) -> Identified:
        """An office whose words name no country, in that of the report or of the act.

        Args:
            who: the office as resolved without a country.
            code: the country filled in.
            day: of the act.
        """
        if who.party.office is None or who.party.uses:
            return who
        doubt = COUNTRY_OF_REPORT if self._context.is_about(code) else COUNTRY_OF_SENTENCE
        placed = replace(who.party, code=code, code_basis="context")
        return replace(self.resolve(placed, day, (doubt,)), party=who.party)

    def _decide(self, party: Party, day: date | None, doubts: tuple[Feature, ...]) -> Resolution:
        if party.kind == "kin" and not party.uses:
            children = self._persons.child_named(party) if party.is_named else ()
            children = children or (() if party.is_named else self._persons.kin(party))
            return decide(children) if children or party.is_named else NOBODY
        if party.uses:
            return decide(self._persons.named(party, day))
        if party.name is not None:
            return Resolution("match", party.name.id, (Candidate(party.name.id, (BODY_NAME,)),))
        state = f"state/{party.code}"
        if party.kind == "state" and party.sector == "GOV" and state in self._knowledge.entities:
            return decide((Candidate(state, (STATE_WORDS,)),))
        if party.is_named:
            return decide(())
        seat = self._seat(party, None, day)
        if seat is None or seat.is_elect:
            return NOBODY
        holders = [
            Candidate(person, (HOLDS if how == "holds" else MAY_HOLD_ALONE, *doubts))
            for person, how in self._offices.holders(seat.id, day)
        ]
        return decide(holders) if holders else NOBODY

    def _seat(self, party: Party, person: str | None, day: date | None) -> Seat | None:
        """The seat that a phrase names; where its words name no country, the person's own."""
        if party.office is None:
            return None
        words = party.office.text
        if party.code is not None:
            return self._offices.find(words, party.code, person, day)
        if person is None:
            return None
        countries = {
            self._knowledge.offices[office].country
            for office in self._offices.held_by(person, words, None)
        }
        country = countries.pop() if len(countries) == 1 else None
        return self._offices.find(words, country, person, day) if country else None

    def _entity(
        self, party: Party, identity: str | None, seat: Seat | None, day: date | None
    ) -> Entity:
        code, basis = party.code, party.code_basis
        sector, others = party.sector, party.other_sectors
        entry = self._knowledge.entities.get(identity or "")
        if entry is not None and entry.kind not in ("state", "person"):
            code, basis = entry.country, "knowledge"
            sector, others = _dated(entry, day) or (sector, others)
        if entry is not None and entry.kind == "person" and seat is None:
            code, basis = (code, basis) if code else (entry.country, "knowledge")
            sector, others = (sector, others) if sector else (_dated(entry, day) or (None, ()))
        if seat is not None and party.kind in ("office", "named"):
            sector, others = seat.sector, seat.other_sectors
            if code is None:
                code, basis = self._knowledge.offices[seat.id].country, "knowledge"
        if party.uses and identity is None and not (basis == "text" and code):
            code = self._shared_country(party)
        policy = self._policy(identity, day)
        if policy is not None:
            code, basis, (sector, *rest) = policy[0], "knowledge", policy[1]
            others = tuple(rest)
        return Entity(
            code=code,
            sector=sector,
            other_sectors=tuple(o for o in others if o != sector),
            span=party.span,
            mention=party.mention if party.mention != party.span else None,
            code_basis=basis if code is not None else "text",
            identity=identity,
            identifier_text=entry.name_en if entry else None,
            office=seat.id if seat else None,
        )

    def _shared_country(self, party: Party) -> str | None:
        """The country of all who bear a name, where it is one."""
        shared = {self._knowledge.entities[use.id].country for use in party.uses}
        return shared.pop() if len(shared) == 1 else None

    def _policy(self, identity: str | None, day: date | None) -> tuple[str, tuple[str, ...]] | None:
        for rule in self._knowledge.policy:
            if rule.entity != identity:
                continue
            before = day is not None and rule.start is not None and day < rule.start
            after = day is not None and rule.end is not None and day >= rule.end
            if not before and not after and rule.sectors:
                return rule.code, rule.sectors
        return None


def _dated(entry: EntityEntry, day: date | None) -> tuple[str, tuple[str, ...]] | None:
    """The sectors of an entity on a day, primary apart; None where it has none."""
    dated = entry.sectors_on(day)
    return (dated[0], dated[1:]) if dated else None
