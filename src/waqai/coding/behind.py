"""Parties behind an act: whose the decision or the thing is, when no slot names them.

In go a candidate and the slots of its sentence; out come parties:

1. behind refusal, praise and blame stands the owner of what is refused ("رفض قرار الوزارة");
2. behind an announced or decided act its announcer ("قرر الأطباء تعليق إضرابهم");
3. behind an act that a decision orders, the owner of the decision ("قرار الوزير القاضي
   بإقالة المدير");
4. behind a deed that arms did, whose arms they are ("قتل برصاص الجيش");
5. behind a punishment that a court pronounces, whom it hits ("قضت المحكمة بسجن النائب");
6. behind a threat, whom its deed would be done to ("هدد بمقاضاة الصحيفة");
7. behind a demand, who is to do what is asked ("طالب بانسحاب القوات الأجنبية").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from waqai.coding.clauses import Parse
from waqai.coding.focus import Party
from waqai.coding.marks import Marking
from waqai.coding.parties import PartyReader
from waqai.coding.roles import Argument, RoleFinder
from waqai.coding.triggers import Candidate
from waqai.coding.verb_roles import ARMS
from waqai.lexicon.load import Lexicon, Trigger

_DECIDING = frozenset({"قرر"})
_ANNOUNCING = frozenset({"أعلن"})
_MAX_BETWEEN = 2
"""Chunks between a decision and the act it orders: "قرارها الأخير القاضي ب…"."""


class PartiesBehind:
    """Finds who stands behind the acts of one sentence."""

    def __init__(
        self,
        parse: Parse,
        lexicon: Lexicon,
        roles: RoleFinder,
        reader: PartyReader,
        markings: Sequence[Marking],
    ) -> None:
        """Keep the sentence."""
        self._parse = parse
        self._lexicon = lexicon
        self._roles = roles
        self._reader = reader
        self._markings = markings

    def recipients(
        self,
        entry: Trigger,
        candidate: Candidate,
        frame: Mapping[str, str],
        actors: Sequence[Party],
    ) -> tuple[Party, ...]:
        """Whom an act is done to that names only a thing: its owner, who is sentenced."""
        if "convict" in entry.modes:
            return self._reader.owners(_things(candidate, frame))[:1]
        if entry.event == "REQUEST":
            return self._asked(candidate, frame)
        if entry.event == "THREATEN":
            return self._threatened(candidate, frame)
        if actors and _speaks_of_things(entry):
            return self._owners(candidate, frame, actors)
        return ()

    def _threatened(self, candidate: Candidate, frame: Mapping[str, str]) -> tuple[Party, ...]:
        """ "هدد بمقاضاة الصحيفة": whom the deed that is threatened would be done to."""
        for thing in _things(candidate, frame):
            if self._lexicon.names_sufferer(self._parse.tags[thing.first].forms):
                return self._owner_of(thing.first, thing.last)
        return ()

    def _asked(self, candidate: Candidate, frame: Mapping[str, str]) -> tuple[Party, ...]:
        """ "ضرورة التزام إسرائيل": who stands after an act that is his own to do."""
        acts = self._lexicon.words_of("@own_acts")
        for thing in _things(candidate, frame):
            for i in range(thing.first, thing.last):
                if self._parse.tags[i].reading.stem in acts:
                    return self._owner_of(i, thing.last)
        return ()

    def _owners(
        self, candidate: Candidate, frame: Mapping[str, str], actors: Sequence[Party]
    ) -> tuple[Party, ...]:
        """Whose offer is refused, whose deed condemned: it is done to them."""
        things = _things(candidate, frame)
        owners = self._reader.owners(things)[:1]
        if not owners and things:
            k = self._parse.chunk_of[things[0].last - 1]
            owners = self._reader.read(self._roles.maker_after(k))[:1]
        spans, codes = {a.span for a in actors}, {a.code for a in actors}
        return tuple(
            p for p in owners if p.span not in spans and not (p.kind == "state" and p.code in codes)
        )

    def actors(self, candidate: Candidate) -> tuple[Party, ...]:
        """Who decided on an act told by a noun, or announced one of his own; whose arms hit."""
        if candidate.pos == "noun":
            return self._announcer(candidate.word) or self._decider(candidate.word)
        if not candidate.slots.is_passive:
            return ()
        arms = self._lexicon.words_of_any(ARMS)
        means = candidate.slots.get("ب")
        used = [a for a in means if self._parse.tags[a.first].reading.stem in arms]
        return self._reader.owners(used)[:1]

    def _announcer(self, word: int) -> tuple[Party, ...]:
        """Who decides on an act, or announces one of his own, does it.

        "قرر الأطباء تعليق إضرابهم", "أعلنت مصر قطع علاقاتها": after أعلن only where a pronoun
        shows that the act is the announcer's ("أعلنت الوزارة مقتل جندي" is another's). Who
        intends to ("تعتزم النقابة الدخول في إضراب") does it whatever stands between.
        """
        parse = self._parse
        k = parse.chunk_of[word]
        verb = self._roles.governing_verb(k)
        if verb is None:
            return ()
        first = parse.chunks[verb].first
        if any(m.intention and m.mark == "future" and m.first == first for m in self._markings):
            subject = self._roles.subject_of(verb)
            return self._reader.read(subject) if subject else ()
        if parse.chunks[k].prep:
            return ()
        lemmas = {form.lemma for form in parse.tags[first].forms}
        words = parse.tags[word : parse.chunks[k].last]
        is_own = any(tag.reading.pronoun for tag in words)
        if not (lemmas & _DECIDING or (lemmas & _ANNOUNCING and is_own)):
            return ()
        subject = self._roles.subject_of(verb)
        return self._reader.read(subject) if subject and subject[0].first != word else ()

    def _decider(self, word: int) -> tuple[Party, ...]:
        """ "قرار الوزير القاضي بإقالة المدير", "قرار الرئاسة تسريح": who decides does it."""
        parse = self._parse
        k = parse.chunk_of[word]
        decisions = self._lexicon.words_of("@decision")
        for i in range(word - 1, parse.chunks[k].start - 1, -1):
            if parse.tags[i].reading.stem in decisions:
                return ()  # "قرار إقالة الوزير": whose the decision is, is not said.
        for j in range(k - 1, max(k - 2 - _MAX_BETWEEN, -1), -1):
            chunk = parse.chunks[j]
            if chunk.kind != "phrase" or parse.clause_of[j] != parse.clause_of[k]:
                return ()
            tag = parse.tags[chunk.start]
            if tag.reading.stem in decisions:
                is_ordered = parse.chunks[k].prep in ("ب", "") and not parse.tags[word].reading.conj
                return self._owner_of(chunk.start, chunk.last) if is_ordered else ()
        return ()

    def _owner_of(self, first: int, last: int) -> tuple[Party, ...]:
        if self._parse.tags[first].reading.pronoun:
            return self._reader.read((Argument(first, first + 1, is_pronoun=True),))
        return self._reader.owners((Argument(first, last),))[:1]


def _things(candidate: Candidate, frame: Mapping[str, str]) -> list[Argument]:
    return [
        argument
        for slot, role in frame.items()
        if role in ("theme", "content", "recipient")
        for argument in candidate.slots.get(slot)
    ]


def _speaks_of_things(entry: Trigger) -> bool:
    """Refusal, praise and blame speak of a thing, behind which its owner is meant."""
    if entry.event == "ACCUSE":
        return "disapprove" in entry.modes
    return entry.event in ("REJECT", "SUPPORT")
