"""Identities: which person, office or body a party is, on the day of the act.

In go a party, the day and everybody the document names in full; out comes an `Entity`.
Steps, the first that decides wins:

1. a name that only one identity bears is that identity;
2. a short name ("حفتر") goes to the one whom the same paragraph last named in full; else to
   the nearest paragraph before that names exactly one bearer; else to nobody, and the code
   stays only where all bearers share it;
3. "نجل X" goes to the person whom the base knows as X's son and the document names;
4. an office goes to its holder on the day, where one is known for certain, else to the seat.

Contested actors take code and sector from the policy of the day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from waqai.coding.focus import Party
from waqai.folding import fold
from waqai.knowledge import Knowledge, NameUse
from waqai.model import Entity

_PARENTS = frozenset({"father", "mother"})
_FORMER = frozenset(
    fold(word)
    for word in (
        "سابق", "السابق", "سابقة", "السابقة", "سابقا", "أسبق", "الأسبق",
        "المخلوع", "المعزول", "الراحل", "الراحلة",
    )
)  # fmt: skip
"""Words after a seat that tell of somebody who held it: former, ousted, late. "المستقيل" and
"المكلف" are not among them: both may be in office."""
_ELECT = frozenset(fold(word) for word in ("المنتخب", "المنتخبة"))
"""Words of somebody who is to hold the seat that another still holds."""


@dataclass(frozen=True, slots=True)
class FullMention:
    """A person named in full somewhere in the document."""

    person: str
    start: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Office:
    """An office a phrase names, with its holder where one is sure."""

    id: str
    holder: str | None
    sector: str
    other_sectors: tuple[str, ...]


class IdentityResolver:
    """Resolves the parties of one document."""

    def __init__(
        self,
        knowledge: Knowledge,
        heads: Mapping[tuple[str, str], tuple[str, ...]],
        mentions: Sequence[FullMention],
    ) -> None:
        """Keep what to ask.

        Args:
            knowledge: the base.
            heads: offices by words and country, made once by `office_heads`.
            mentions: the full names of the document, in the order of the text.
        """
        self._knowledge = knowledge
        self._heads = heads
        self._mentions = tuple(mentions)

    def resolve(self, party: Party, day: date | None) -> Entity:
        """The entity of a party on a day (None where it is not known)."""
        person = self._person(party)
        office = self._office(party, person, day)
        identity = person or (party.name.id if party.name and not party.uses else None)
        from_office = identity is None and office is not None
        if from_office and office is not None and party.name is None and not _is_named(party):
            identity = office.holder
        return self._entity(party, identity, office, day)

    def _entity(
        self, party: Party, identity: str | None, office: Office | None, day: date | None
    ) -> Entity:
        code, basis = party.code, party.code_basis
        sector, others = party.sector, party.other_sectors
        entry = self._knowledge.entities.get(identity or "")
        if entry is not None and entry.kind not in ("state", "person"):
            code, basis = entry.country, "knowledge"
            dated = entry.sectors_on(day)
            sector, others = (dated[0], dated[1:]) if dated else (sector, others)
        if entry is not None and entry.kind == "person" and office is None:
            code, basis = (code, basis) if code else (entry.country, "knowledge")
            dated = entry.sectors_on(day)
            if sector is None and dated:
                sector, others = dated[0], dated[1:]
        if office is not None and party.kind in ("office", "named"):
            sector, others = office.sector, office.other_sectors
        if party.uses and identity is None:
            shared = {self._knowledge.entities[use.id].country for use in party.uses}
            code = (
                code if basis == "text" and code else (shared.pop() if len(shared) == 1 else None)
            )
        policy = self._policy(identity, day)
        if policy is not None:
            code, basis, (sector, *rest) = policy[0], "knowledge", policy[1]
            others = tuple(rest)
        if code is None:
            basis = "text"
        return Entity(
            code=code,
            sector=sector,
            other_sectors=tuple(o for o in others if o != sector),
            span=party.span,
            mention=party.mention if party.mention != party.span else None,
            code_basis=basis,
            identity=identity,
            identifier_text=entry.name_en if entry else None,
            office=office.id if office else None,
        )

    def _person(self, party: Party) -> str | None:
        if party.kind == "kin" and not party.uses:
            return self._child_named(party) if _is_named(party) else self._relative(party)
        if not party.uses:
            return None
        full = [use for use in party.uses if use.kind == "name"]
        if len({use.id for use in full}) == 1:
            return full[0].id
        related = self._kin_of(party)
        return related or self._bearer(party.uses, party.span.start, party.paragraph)

    def _kin_of(self, party: Party) -> str | None:
        """ "بلقاسم نجل المشير خليفة حفتر": the bearer whom the base knows as his son."""
        if party.relative is None:
            return None
        found = {u.id for u in party.uses if self._is_child(u.id, party.relative.id)}
        return found.pop() if len(found) == 1 else None

    def _child_named(self, party: Party) -> str | None:
        """ "بلقاسم نجل المشير خليفة حفتر": the relative's one child of that first name."""
        if party.relative is None:
            return None
        first = fold(party.span.text).split()[0]
        found = [
            key
            for key in self._knowledge.entities
            if key.startswith("person/")
            and self._is_child(key, party.relative.id)
            and fold(self._knowledge.entities[key].name_ar).split()[0] == first
        ]
        return found[0] if len(found) == 1 else None

    def _is_child(self, person: str, parent: str) -> bool:
        kin = self._knowledge.entities[person].kin
        return any(k.other == parent and k.relation in _PARENTS for k in kin)

    def _relative(self, party: Party) -> str | None:
        """ "نجل قائد الجيش": the one child of anybody that the document has named before."""
        before = [m for m in self._mentions if m.start < party.span.start]
        children = [m.person for m in before if self._has_parent(m.person, party.relative)]
        return children[-1] if len(set(children)) == 1 else None

    def _has_parent(self, person: str, relative: NameUse | None) -> bool:
        kin = self._knowledge.entities[person].kin
        parents = {k.other for k in kin if k.relation in _PARENTS}
        return bool(parents) and (relative is None or relative.id in parents)

    def _bearer(self, uses: Sequence[NameUse], start: int, paragraph: int) -> str | None:
        bearers = {use.id for use in uses}
        before = [m for m in self._mentions if m.start < start and m.person in bearers]
        here = {m.person for m in before if m.paragraph == paragraph}
        if here:
            return here.pop() if len(here) == 1 else None
        if not before:
            return None
        nearest = before[-1].paragraph
        there = {m.person for m in before if m.paragraph == nearest}
        return there.pop() if len(there) == 1 else None

    def _office(self, party: Party, person: str | None, day: date | None) -> Office | None:
        """The seat a phrase names; of seats with one name the person's own, else none."""
        if party.office is None or party.code is None:
            return None
        words = fold(party.office.text).split()
        if _FORMER.intersection(words):
            return None
        elect = bool(_ELECT.intersection(words))
        for size in range(len(words), 0, -1):
            options = self._heads.get((" ".join(words[:size]), party.code), ())
            if options:
                office_id = self._seat(options, person, day)
                return (
                    None
                    if office_id is None
                    else self._described(office_id, None if elect else day)
                )
        return None

    def _seat(self, options: Sequence[str], person: str | None, day: date | None) -> str | None:
        if len(options) == 1:
            return options[0]
        if person is None or day is None:
            return None
        held = [o for o in options if person in dict(self._knowledge.holders(o, day))]
        return held[0] if len(held) == 1 else None

    def _described(self, office_id: str, day: date | None) -> Office:
        seat = self._knowledge.offices[office_id]
        holder = self._holder(office_id, day)
        return Office(office_id, holder, seat.sector, seat.other_sectors)

    def _holder(self, office_id: str, day: date | None) -> str | None:
        if day is None:
            return None
        sure = [p for p, how in self._knowledge.holders(office_id, day) if how == "holds"]
        return sure[0] if len(sure) == 1 else None

    def _policy(self, identity: str | None, day: date | None) -> tuple[str, tuple[str, ...]] | None:
        for rule in self._knowledge.policy:
            if rule.entity != identity:
                continue
            before = day is not None and rule.start is not None and day < rule.start
            after = day is not None and rule.end is not None and day >= rule.end
            if not before and not after and rule.sectors:
                return rule.code, rule.sectors
        return None


def _is_named(party: Party) -> bool:
    """A personal name stands in the phrase, known or not: the office's holder is not guessed."""
    return party.span != party.phrase


def office_heads(knowledge: Knowledge) -> dict[tuple[str, str], tuple[str, ...]]:
    """Offices by the folded words that name them and their country, each once.

    Two spellings of one seat ("الأفريقي", "الإفريقي") fold to one key.
    """
    found: dict[tuple[str, str], set[str]] = {}
    for office_id, office in knowledge.offices.items():
        for head in office.heads:
            found.setdefault((fold(head), office.country), set()).add(office_id)
    return {key: tuple(sorted(ids)) for key, ids in found.items()}
