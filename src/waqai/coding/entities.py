"""Who a phrase is: its country, sectors, name and head, read from its words.

In goes a stretch of words, out comes a `Described`. The head decides: a state or its
capital acts as the government; an office takes its sector from its complement and its
country from its nisba; an agent ("متظاهرون") brings its sector; a name brings what the
knowledge base holds. A head that is none of these names no actor: `kind` is "thing".
Which person a name or an office means on the day, `waqai.resolve` decides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from waqai.coding.agreement import (
    continues_name,
    ends_name,
    head_of,
    is_human_plural,
    is_partitive,
    is_unknown,
    opens_name,
    speaks_for,
)
from waqai.coding.names import NameMatch
from waqai.coding.surnames import bearing, is_linked, name_start
from waqai.coding.tagging import Tagged
from waqai.knowledge import Knowledge, NameUse
from waqai.lexicon.load import Agent, Lexicon, Title

_QUOTES = frozenset("«\"“'‘")
_CROWDS = frozenset({"عشرات", "مئات", "الاف", "ملايين"})
""" "شارك الآلاف": people in numbers."""
_PROCLITICS = "وفبلك"
"""A lone unknown word that starts so is rather a clitic before another unknown word."""
ANIMATE = frozenset({"state", "named", "office", "agent", "person", "kin", "counterpart"})
"""Kinds that can act; a place or a thing cannot."""
_COUNTERPARTS = frozenset({"نظير", "نظيره", "نظيري", "نظراء", "نظائر"})
""" "نظيره التركي": who holds the same office elsewhere."""
_TITLE_KINDS = {"office": "office", "rank": "person", "honorific": "person",
                "profession": "person", "kin": "kin"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Described:
    """What a phrase says of who it is."""

    first: int
    last: int
    """Words of the phrase."""
    kind: str
    """state, named, office, agent, person, kin, counterpart, place or thing."""
    name: NameUse | None = None
    """The known name it is called by; a short form still to be resolved."""
    uses: tuple[NameUse, ...] = ()
    """Everybody that name may mean, where it is a person's."""
    name_words: tuple[int, int] | None = None
    """The words of a personal name, known or not."""
    code: str | None = None
    code_basis: str = "text"
    sector: str | None = None
    said_sector: str | None = None
    """What a title says by itself, whoever bears it."""
    other_sectors: tuple[str, ...] = ()
    office_words: tuple[int, int] | None = None
    """The words of the office, its country included."""
    relative: NameUse | None = None
    """For "نجل X": whom he is kin to."""
    gender: str = ""
    number: str = ""


class Describer:
    """Describes phrases of one sentence."""

    def __init__(self, tags: Sequence[Tagged], lexicon: Lexicon, knowledge: Knowledge) -> None:
        """Keep the sentence and the resources."""
        self._tags = tags
        self._lexicon = lexicon
        self._knowledge = knowledge
        self._described: dict[tuple[int, int], Described] = {}

    def describe(self, first: int, last: int) -> Described:
        """Who the words [first, last) are; see the module for the order of the checks."""
        known = self._described.get((first, last))
        if known is None:
            known = self._described[(first, last)] = self._describe(first, last)
        return known

    def _describe(self, first: int, last: int) -> Described:
        whole = self._whole(first, last)
        if whole is not None:
            described = self.describe(whole, last)
            if described.kind in ANIMATE:
                return replace(described, first=first, last=last, number="p")
        head = head_of(self._tags, first, last)
        tag = self._tags[head]
        base = Described(first, last, "thing", gender=_of(tag, "gender"), number=_of(tag, "number"))
        if tag.tag == "nisba":
            return self._nisba(base, tag)
        if tag.tag == "name" and tag.name is not None:
            return self._named(base, tag.name, head)
        if tag.reading.pronoun and tag.reading.stem in _COUNTERPARTS:
            code, basis = self._country(first, last)
            words = self._name_after(head + 1, last)
            names = next((m for m in self._names(head + 1, last) if _people(m)), None)
            return replace(
                base,
                kind="counterpart",
                code=code,
                code_basis=basis,
                gender="m",
                number="s",
                uses=_people(names) if names else (),
                name=_people(names)[0] if names else None,
                name_words=(names.first, names.last) if names else words,
            )
        title = self._title(tag)
        if title is not None:
            return self._titled(base, head, title)
        agent = self._agent(head)
        if agent is not None:
            quoted = self._quoted(base, head)
            if quoted is not None:
                return quoted
            code, basis = self._country(first, last)
            return replace(
                base, kind="agent", sector=agent.sector, code=agent.code or code, code_basis=basis
            )
        return self._untitled(base, head)

    def _whole(self, first: int, last: int) -> int | None:
        """Where what a part is taken from starts: "عدد من | الجنود", "مئات | المهاجرين"."""
        if not is_partitive(self._tags[first]):
            return None
        for i in range(first + 1, min(first + 4, last - 1)):
            if self._tags[i].tag == "preposition" and self._tags[i].reading.stem == "من":
                return i + 1
        return None

    def _quoted(self, base: Described, head: int) -> Described | None:
        """ "تنظيم «داعش» الإرهابي", "حركة (فتح)": the body that the marks name."""
        is_marked = head + 2 < base.last and self._tags[head + 1].tag == "punct"
        match = self._tags[head + 2].name if is_marked else None
        use = match.use("name", "short") if match is not None else None
        if match is None or use is None or use.id.startswith("person/"):
            return None
        return replace(self._entity(base, match, use, head), number="s")

    def _untitled(self, base: Described, head: int) -> Described:
        """A head without title or entry: people by its shape, kin, an unknown name, a thing."""
        tag, last = self._tags[head], base.last
        if tag.reading.article and tag.reading.stem in _CROWDS:
            return replace(base, kind="agent", sector="CVL", number="p")
        if tag.reading.stem in self._lexicon.words_of("@craft"):
            code, basis = self._country(base.first, last)
            return replace(base, kind="agent", sector="MIL", code=code, code_basis=basis)
        if is_human_plural(tag):
            code, basis = self._country(base.first, last)
            return replace(base, kind="agent", code=code, code_basis=basis, gender="m", number="p")
        kin = next((i for i in range(head + 1, last) if self._is_kin(i)), None)
        if kin is not None and not tag.is_definite and tag.tag in ("noun", "latin"):
            return self._named_by_kin(base, head, kin)
        name = self._bare_name(head, last)
        if name is not None:
            return replace(base, kind="person", name_words=name)
        return self._by_inner_name(base)

    def _bare_name(self, head: int, last: int) -> tuple[int, int] | None:
        """The words of a name nobody knows, without a title: "مايكل فلين", "قالت روسيف".

        Two unknown words or more; one only right after a verb, whose subject it then is.
        """
        if head > 0 and self._tags[head - 1].tag == "verb" and self._is_surname(head):
            return (head, head + 1) if last == head + 1 else None
        starts = opens_name(self._tags, head)
        end = head + 1 if starts or is_unknown(self._tags[head]) else head
        while head < end < last and (starts or self._goes_on(end)):
            end += 1
        if end < last and self._tags[end].tag not in ("punct", "name"):
            return None
        if end - head == 1 and not starts:
            is_subject = self._follows_verb(head)
            if not is_subject or self._tags[head].token.norm[0] in _PROCLITICS:
                return None
        return (head, end) if end > head else None

    def _goes_on(self, i: int) -> bool:
        return continues_name(self._tags[i]) or is_linked(self._tags, i)

    def _follows_verb(self, head: int) -> bool:
        """Right after a verb, quotation marks aside: "رفضت «سينوبك» العرض"."""
        i = head - 1
        while i > 0 and self._tags[i].tag == "punct" and self._tags[i].token.text in _QUOTES:
            i -= 1
        return i >= 0 and self._tags[i].tag == "verb"

    def _is_surname(self, i: int) -> bool:
        """ "دعا الحاجي": an unknown word with the article that only a family name can be."""
        tag = self._tags[i]
        is_shaped = not tag.token.norm.endswith(("ه", "ات", "ون", "ين", "اء"))
        return tag.tag == "noun" and tag.reading.article and not tag.forms and is_shaped

    def _named_by_kin(self, base: Described, head: int, kin: int) -> Described:
        """ "بلقاسم نجل المشير خليفة حفتر": a first name, then whose kin he is."""
        code, basis = self._country(kin, base.last)
        return replace(
            base,
            kind="kin",
            name_words=(head, kin),
            code=code,
            code_basis=basis,
            relative=self._person_in(kin + 1, base.last),
        )

    def _nisba(self, base: Described, tag: Tagged) -> Described:
        """ "الليبيون": people of a country; "هجوم إسرائيلي": its state."""
        use = tag.name.use("nisba") if tag.name else None
        country = self._country_of(use)
        if tag.token.norm.endswith(("ون", "ين")):
            return replace(base, kind="agent", code=country, sector="CVL", number="p")
        return replace(base, kind="state", code=country, name=None, sector=None)

    def _named(self, base: Described, match: NameMatch, head: int) -> Described:
        person = match.use("name", "short")
        state = match.use("country", "capital")
        if person is not None and not (state and person.kind == "short"):
            return self._entity(base, match, person, head)
        if state is not None:
            code = self._country_of(state)
            basis = "text" if state.kind == "country" else "knowledge"
            return replace(
                base, kind="state", name=state, code=code, code_basis=basis, sector="GOV"
            )
        office = match.use("office")
        if office is not None:
            seat = self._knowledge.offices[office.id]
            name_words, people = self._person(match.last - 1, base.last)
            return replace(
                base, kind="named" if people else "office", code=seat.country,
                sector=seat.sector, other_sectors=seat.other_sectors,
                office_words=(match.first, match.last), name_words=name_words, uses=people,
                name=people[0] if people else None,
            )  # fmt: skip
        place = match.use("place")
        country = self._knowledge.places[place.id].country if place else None
        return replace(base, kind="place", name=place, code=country, code_basis="knowledge")

    def _entity(self, base: Described, match: NameMatch, use: NameUse, head: int) -> Described:
        entity = self._knowledge.entities[use.id]
        sectors = entity.sectors_on(None)
        code, basis = self._country(base.first, base.last)
        is_person = entity.kind == "person"
        relative = self._relative(match.last, base.last) if is_person else None
        return replace(
            base,
            kind="named",
            name=use,
            uses=_people(match),
            name_words=(match.first, match.last) if is_person else None,
            code=code if is_person and code and relative is None else entity.country,
            code_basis=basis if is_person and code and relative is None else "knowledge",
            sector=sectors[0] if sectors else None,
            other_sectors=sectors[1:],
            relative=relative,
        )

    def _relative(self, first: int, last: int) -> NameUse | None:
        """After "نجل" or "شقيق": whose."""
        kin = next((i for i in range(first, last) if self._is_kin(i)), None)
        return None if kin is None else self._person_in(kin + 1, last)

    def _is_kin(self, i: int) -> bool:
        return any(form.kind == "title" and form.type == "kin" for form in self._tags[i].forms)

    def _relative_match(self, head: int, last: int) -> NameMatch | None:
        """Whose kin the words say: the first person after "نجل", not the kin himself."""
        return next((m for m in self._names(head + 1, last) if _people(m)), None)

    def _person_in(self, first: int, last: int) -> NameUse | None:
        for match in self._names(first, last):
            use = match.use("name", "short")
            if use is not None and use.id.startswith("person/"):
                return use
        return None

    def _names(self, first: int, last: int) -> Iterator[NameMatch]:
        seen = -1
        for i in range(first, last):
            name = self._tags[i].name
            if name is not None and name.first > seen:
                seen = name.first
                yield name

    def _title(self, tag: Tagged) -> Title | None:
        if any(form.kind == "speech" and form.pos == "participle" for form in tag.forms):
            return None  # "مشيرا" goes on with what somebody said; it is no field marshal.
        ids = tag.entry_ids("title")
        return self._lexicon.titles[ids[0]] if ids else None

    def _titled(self, base: Described, head: int, title: Title) -> Described:
        relative = self._relative_match(head, base.last) if title.type == "kin" else None
        after = head if relative is None else relative.last - 1
        name_words, uses = self._person(after, base.last)
        person = uses[0] if uses else None
        office_last = name_words[0] if name_words else base.last
        kind = _TITLE_KINDS[title.type]
        sector = self._title_sector(title, head, office_last)
        code, basis = self._country(base.first, office_last)
        described = replace(
            base, kind=kind, sector=sector, said_sector=sector, code=code, code_basis=basis,
            name_words=name_words,
            office_words=(head, office_last) if kind == "office" else None,
            relative=relative.use("name", "short") if relative is not None else None,
        )  # fmt: skip
        if person is None:
            return described
        entity = self._knowledge.entities[person.id]
        known = entity.sectors_on(None)
        return replace(
            described,
            kind="named",
            name=person,
            uses=uses,
            code=code or entity.country,
            code_basis=basis if code else "knowledge",
            sector=sector or (known[0] if known else None),
        )

    def _title_sector(self, title: Title, head: int, last: int) -> str | None:
        stems = [self._tags[i].reading.stem for i in range(head + 1, last)]
        for words, sector in title.complements:
            for i in range(len(stems) - len(words) + 1):
                if tuple(stems[i : i + len(words)]) == words:
                    return sector
        inner = next(iter(self._names(head + 1, last)), None)
        use = inner.use("name") if inner else None
        if use is not None and use.id in self._knowledge.entities:
            sectors = self._knowledge.entities[use.id].sectors_on(None)
            if sectors and title.sector in (None, "GOV"):
                return sectors[0]
        return title.sector

    def _person(self, head: int, last: int) -> tuple[tuple[int, int] | None, tuple[NameUse, ...]]:
        """The personal name in a titled phrase: known, or unknown words after a closed title."""
        for match in self._names(head + 1, last):
            if _people(match):
                first = name_start(self._tags, match, head + 1)
                given = [self._tags[i].token.text for i in range(first, match.first)]
                return (first, match.last), bearing(_people(match), given, self._knowledge)
        return self._name_after(head + 1, last), ()

    def _name_after(self, first: int, last: int) -> tuple[int, int] | None:
        """Trailing words that no lexicon knows, after the phrase is closed."""
        closed = any(self._tags[i].is_definite for i in range(max(first - 1, 0), first))
        start: int | None = None
        for i in range(first, last):
            tag = self._tags[i]
            is_name = tag.tag in ("noun", "latin") and not tag.forms and not tag.reading.prep
            is_given = bool(tag.given) and not speaks_for(self._tags, i)
            is_name = is_name or is_given or (start is not None and ends_name(tag))
            is_name = is_name or (start is not None and is_linked(self._tags, i))
            is_surname = start is not None and is_name
            if closed and is_name and (not tag.reading.article or is_surname):
                start = i if start is None else start
            elif start is not None:
                return (start, i)
            if tag.is_definite or tag.tag == "nisba":
                closed = True
        return None if start is None else (start, last)

    def _agent(self, head: int) -> Agent | None:
        ids = self._tags[head].entry_ids("agent")
        return self._lexicon.agents[ids[0]] if ids else None

    def _by_inner_name(self, base: Described) -> Described:
        """An unknown head ("معسكر", "فصائل"): its country from a nisba, else a mere thing."""
        code, basis = self._country(base.first, base.last)
        return base if code is None else replace(base, code=code, code_basis=basis)

    def _country(self, first: int, last: int) -> tuple[str | None, str]:
        """Country code that the words say: a nisba, a state, a body, a place; and its basis."""
        by_knowledge: str | None = None
        for match in self._names(first, last):
            said = match.use("nisba", "country")
            if said is not None:
                return self._country_of(said), "text"
            other = match.use("name", "short", "capital", "place")
            if other is not None and by_knowledge is None and not other.id.startswith("person/"):
                by_knowledge = self._country_of(other)
        return by_knowledge, "knowledge" if by_knowledge else "text"

    def _country_of(self, use: NameUse | None) -> str | None:
        if use is None:
            return None
        if use.id in self._knowledge.entities:
            return self._knowledge.entities[use.id].country
        if use.id in self._knowledge.places:
            return self._knowledge.places[use.id].country
        return None


def _people(match: NameMatch) -> tuple[NameUse, ...]:
    """Persons that a name may mean, full names first."""
    people = [use for use in match.uses if use.id.startswith("person/")]
    return tuple(sorted(people, key=lambda use: (use.kind != "name", use.id)))


def _of(tag: Tagged, feature: str) -> str:
    if not tag.forms:
        return ""
    values = {getattr(form, feature) for form in tag.forms if form.pos != "verb"} - {""}
    return values.pop() if len(values) == 1 else ""
