"""Triggers: the words that name an act, and why others were passed over.

In go a parse and the lexicon; out come `Candidate`s in the order of the words: each a
word, the entry it fires, its slots, and either no objection or the check that stopped it.
Entries compete for a word: one whose `needs` are met beats one that needs nothing; among
equals the first id wins, so that the same text always gives the same entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from waqai.coding.agreement import head_of, is_human_plural
from waqai.coding.clauses import Parse
from waqai.coding.prospects import Prospects
from waqai.coding.roles import Argument, RoleFinder, Slots
from waqai.coding.tagging import Tagged
from waqai.folding import fold
from waqai.lexicon.load import PARTY, Form, Lexicon, Trigger

_EMPTY = frozenset({"سراح", "سبيل"})
"""Words of set phrases that name nothing by themselves: "إطلاق سراح", "إخلاء سبيل"."""


_FORCES = frozenset({"MIL", "COP", "REB", "UAF", "GOV", "SPY", "PRM", "JUD"})
"""Sectors that act on people by force or by law."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word that may name an act."""

    word: int
    entry: str
    pos: str
    """verb, noun or participle."""
    slots: Slots
    extra: tuple[int, ...]
    """Words of a set phrase beside the trigger ("النار" of "فتح النار")."""
    stopped_by: str | None = None
    """The check that passed it over; None where it fires."""
    of: str | None = None
    """What the iḍāfa of its noun is to the act; None for other parts of speech."""


class TriggerFinder:
    """Finds the candidates of one sentence."""

    def __init__(self, parse: Parse, lexicon: Lexicon, prospects: Prospects | None = None) -> None:
        """Keep the sentence and its slots.

        Args:
            parse: the sentence.
            lexicon: the entries.
            prospects: where given, candidates whose needs no word can meet are left out, for
                they only stand in an explanation.
        """
        self._parse = parse
        self._prospects = prospects
        self._lexicon = lexicon
        self._near_words: dict[int, Sequence[int]] = {}
        self.roles = RoleFinder(parse, lexicon)

    def find(self) -> tuple[Candidate, ...]:
        """All candidates: at most one that fires for each word, then those stopped."""
        found: list[Candidate] = []
        for i, tag in enumerate(self._parse.tags):
            if tag.tag not in ("verb", "noun") or not tag.forms:
                continue
            found += self._at(i, tag)
        return tuple(found)

    def _at(self, i: int, tag: Tagged) -> Iterator[Candidate]:
        by_entry: dict[str, list[Form]] = {}
        for form in tag.forms:
            if form.kind == "trigger" and _fits_tag(form, tag) and self._may_fire(form.entry):
                by_entry.setdefault(form.entry, []).append(form)
        if not by_entry or self._takes_up(i, tag):
            return
        candidates = [
            self._candidate(i, entry, [f for f in forms if f.person in (0, 3)] or forms)
            for entry, forms in by_entry.items()
        ]
        firing = [c for c in candidates if c.stopped_by is None]
        firing.sort(key=lambda c: (-self._n_needs(c), c.entry))
        yield from firing[:1]
        for loser in firing[1:]:
            yield Candidate(
                loser.word, loser.entry, loser.pos, loser.slots, (), f"yields to {firing[0].entry}"
            )
        yield from (c for c in candidates if c.stopped_by is not None)

    def _may_fire(self, entry: str) -> bool:
        return self._prospects is None or self._prospects.can_meet(entry, self._faces)

    @cached_property
    def _faces(self) -> Set[str]:
        """All spellings under which `_is_one` may find a word of the sentence."""
        faces: set[str] = set()
        for tag in self._parse.tags:
            faces |= {tag.reading.stem, tag.token.norm}
            if tag.tag == "name":
                faces.add(tag.reading.stem.removeprefix("ال"))
            elif tag.tag == "verb":
                faces.update([fold(form.lemma) for form in tag.forms])
        return faces

    def _takes_up(self, i: int, tag: Tagged) -> bool:
        """ "زيارة أداها الوزير": the light verb of the act before it, not another act."""
        if tag.tag != "verb" or not tag.reading.pronoun or not tag.entry_ids("light"):
            return False
        clause = self._parse.clauses[self._parse.clause_of[self._parse.chunk_of[i]]]
        if clause.kind != "relative" or clause.antecedent is None:
            return False
        head = self._parse.tags[self._parse.chunks[clause.antecedent].start]
        return head.names_act

    def _n_needs(self, candidate: Candidate) -> int:
        return len(self._lexicon.triggers[candidate.entry].needs)

    def _candidate(self, i: int, entry_id: str, forms: list[Form]) -> Candidate:
        entry = self._lexicon.triggers[entry_id]
        pos = forms[0].pos
        if pos == "verb":
            slots = self.roles.verb_slots(i, forms, takes_object="object" in entry.frame)
            slots = self._with_trailing(i, entry, slots)
        else:
            preps = frozenset(fold(place) for place in entry.frame)
            slots = self.roles.noun_slots(i, preps)
            if _noun_of(entry, forms) == "actor":
                slots = self.roles.without_adjective(slots)
            said_of = self.roles.predicate_subject(i) if pos == "participle" else ()
            if said_of:
                slots = replace(slots, filled={"subject": said_of, **slots.filled})
        extra: list[int] = []
        for place, words in entry.needs.items():
            hits = self._hits(i, place, self._lexicon.words_of_any(tuple(words)), slots)
            if not hits:
                return Candidate(i, entry_id, pos, slots, (), f"needs {place}: {_show(words)}")
            if place == "verb" and slots.light is None:
                slots = self.roles.lend_subject(slots, i)
            if place not in ("near", "subject") and not self._is_behind(i, place, hits[0]):
                extra.append(hits[0])
            if pos == "noun" and i + 1 in hits and self._parse.tags[i + 1].reading.stem in _EMPTY:
                slots = self.roles.after_set_phrase(slots, i + 1)
        for place, words in entry.unless.items():
            if self._hits(i, place, self._lexicon.words_of_any(tuple(words)), slots):
                return Candidate(i, entry_id, pos, slots, (), f"unless {place}: {_show(words)}")
        of = _noun_of(entry, forms) if pos == "noun" else None
        if of == "recipient" and "object" in slots.filled and not self._may_do(slots.get("of")):
            rest = {slot: args for slot, args in slots.filled.items() if slot != "object"}
            slots = replace(slots, filled=rest)  # "إيقاف 7 أشخاص | أصيلي المنطقة"
        return Candidate(i, entry_id, pos, slots, tuple(sorted(set(extra))), of=of)

    def _is_behind(self, i: int, place: str, hit: int) -> bool:
        """The verb of a relative clause ("دعوة تلقاها"): it carries no noun before it."""
        return place == "verb" and hit in self.roles.verb_back_to(self._parse.chunk_of[i])

    def _may_do(self, arguments: tuple[Argument, ...]) -> bool:
        """A force, a state, an office after a noun of harm: "اعتقال الشرطة الناشط"."""
        if not arguments or arguments[0].is_pronoun:
            return bool(arguments)
        tag = self._parse.tags[head_of(self._parse.tags, arguments[0].first, arguments[0].last)]
        if tag.name is not None and tag.name.use("name", "country", "capital") is not None:
            return not any(use.id.startswith("person/") for use in tag.name.uses)
        agents = [self._lexicon.agents[entry] for entry in tag.entry_ids("agent")]
        return any(agent.sector in _FORCES and not agent.victim for agent in agents)

    def _with_trailing(self, i: int, entry: Trigger, slots: Slots) -> Slots:
        """Slots with whom the act reaches, told after a relative clause."""
        for place in ("ل", "إلى"):
            if entry.frame.get(place) == "recipient" and not slots.get(fold(place)):
                trailing = self.roles.trailing(i, fold(place))
                if trailing:
                    return replace(slots, filled={**slots.filled, fold(place): trailing})
        return slots

    def hits(self, candidate: Candidate, place: str, words: Iterable[str]) -> list[int]:
        """Words in a place of the clause that belong to a list (for `modes_when`)."""
        return self._hits(
            candidate.word, place, self._lexicon.words_of_any(tuple(words)), candidate.slots
        )

    def _hits(self, i: int, place: str, wanted: frozenset[str], slots: Slots) -> list[int]:
        tags = self._parse.tags
        hits = [j for j in self._words_at(i, place, slots) if _is_one(tags[j], wanted)]
        if place == "known_subject":  # Naming whom it is against, the deed is news all the same.
            hits = [] if slots.get("ضد") else [*hits, *self._taken_up(i, slots)]
        if PARTY in wanted:
            hits += [j for j in self._heads_at(i, place, slots) if is_party(tags[j])]
            hits += self._somebody(i, place, slots)
        return hits

    def _taken_up(self, i: int, slots: Slots) -> list[int]:
        """A subject known without its name: a pronoun, an antecedent, none ("ورددوا شعارات")."""
        subject = slots.get("subject")
        if subject:
            return [a.first for a in subject if a.is_pronoun or a.is_inherited]
        return [i] if self._parse.tags[i].tag == "verb" and not slots.is_passive else []

    def _somebody(self, i: int, place: str, slots: Slots) -> list[int]:
        """A pronoun is somebody; so is the subject that a verb leaves out ("وهدد بالانتحار")."""
        if place in ("next", "before", "near", "verb"):
            return []
        arguments = self._arguments(i, place, slots)
        is_left_out = place == "subject" and not arguments and not slots.is_passive
        if is_left_out and self._parse.tags[i].tag == "verb":
            return [i]
        return [a.first for a in arguments if a.is_pronoun]

    def _heads_at(self, i: int, place: str, slots: Slots) -> Iterator[int]:
        """The word of each argument that says who or what it is; any word of the other places."""
        if place in ("next", "before", "near"):
            yield from self._words_at(i, place, slots)
            return
        for argument in self._arguments(i, place, slots):
            yield head_of(self._parse.tags, argument.first, argument.last)

    def _words_at(self, i: int, place: str, slots: Slots) -> Iterator[int]:
        tags = self._parse.tags
        if place == "next":
            yield from range(i + 1, min(i + 2, len(tags)))
        elif place == "before":
            yield from range(max(i - 1, 0), i)
        elif place == "verb":
            k = self.roles.governing_verb(self._parse.chunk_of[i])
            yield from () if k is None else (self._parse.chunks[k].first,)
            if i > self._parse.chunks[self._parse.chunk_of[i]].start:
                yield i - 1  # "فرض عقوبات", "شن غارات": the verb as a noun before it.
            yield from self.roles.verb_back_to(self._parse.chunk_of[i])
        elif place == "near":
            clause = self._parse.clause_of[self._parse.chunk_of[i]]
            yield from (j for j in self._near(clause) if j != i)
        else:
            for argument in self._arguments(i, place, slots):
                yield from range(argument.first, argument.last)

    def _arguments(self, i: int, place: str, slots: Slots) -> tuple[Argument, ...]:
        """What fills a place; the object of a noun is its iḍāfa where it has no other."""
        if place == "known_subject":
            tags = self._parse.tags
            return tuple(
                a
                for a in slots.get("subject")
                if tags[head_of(tags, a.first, a.last)].reading.article
            )
        arguments = slots.get(fold(place))
        if place == "object" and not arguments and self._parse.tags[i].tag != "verb":
            return slots.get("of")
        return arguments

    def _near(self, clause: int) -> Sequence[int]:
        """Words of a clause and of those near it, in order."""
        words = self._near_words.get(clause)
        if words is None:
            parse = self._parse
            near = {c.index for c in parse.clauses if self._is_near(c.index, clause)}
            words = self._near_words[clause] = [
                j for j, k in enumerate(parse.chunk_of) if parse.clause_of[k] in near
            ]
        return words

    def _is_near(self, other: int, clause: int) -> bool:
        """The same clause, what its verb says after أن, or one that goes on without a comma."""
        current = self._parse.clauses[other]
        if other == clause or (current.kind == "content" and current.parent == clause):
            return True
        return current.continues == clause and not current.after_comma


def is_party(tag: Tagged) -> bool:
    """Whether a head names somebody who can act: people, an office, a state, a body, a name."""
    if tag.tag == "name" and tag.name is not None:
        return tag.name.use("name", "short", "country", "capital", "office") is not None
    if tag.tag == "nisba":
        return True
    return is_human_plural(tag) or any(form.kind in ("agent", "title") for form in tag.forms)


def _fits_tag(form: Form, tag: Tagged) -> bool:
    return form.pos == "verb" if tag.tag == "verb" else form.pos in ("noun", "participle")


def _is_one(tag: Tagged, wanted: frozenset[str]) -> bool:
    if tag.reading.stem in wanted or tag.token.norm in wanted:
        return True
    if tag.tag == "name":
        return tag.reading.stem.removeprefix("ال") in wanted
    return tag.tag == "verb" and any(fold(form.lemma) in wanted for form in tag.forms)


def _show(words: Iterable[str]) -> str:
    return "، ".join(words)


def entry_frame(entry: Trigger, candidate: Candidate) -> dict[str, str]:
    """Slot -> role for a candidate: the entry's frame with what grammar adds to it.

    The doer of a passive ("من قبل") plays the subject's role; a nisba on a noun names the
    doer ("هجوم إسرائيلي"); a noun's iḍāfa plays what the noun itself says; and where that
    is the doer, ل brings the object ("قصف الطيران لمواقع").
    """
    frame = {fold(place): role for place, role in entry.frame.items()}
    doer = frame.get("subject", "actor")
    if entry.event != "PROTEST" or "علي" not in candidate.slots.filled:
        frame.setdefault("by", doer if doer == "recipient" else "actor")
    if candidate.pos == "verb":
        return frame
    frame.setdefault("nisba", "actor")
    if candidate.pos == "noun":
        if candidate.of is not None:
            frame["of"] = candidate.of
        if frame.get("of") == "actor" and "object" in frame:
            frame.setdefault("ل", frame["object"])
        if frame.get("of") == "recipient" and "object" in candidate.slots.filled:
            frame["of"] = "actor"
    return frame


def _noun_of(entry: Trigger, forms: Sequence[Form]) -> str | None:
    """What the iḍāfa of a noun of an entry is to the act: of هجوم who attacks, of مهاجمة whom."""
    lemmas = {form.lemma for form in forms}
    roles = [noun.of for noun in entry.nouns if noun.of is not None and noun.lemma in lemmas]
    return roles[0] if roles else None
