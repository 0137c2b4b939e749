"""Slots: who stands where around a trigger.

In go a parse and the place of a trigger; out come `Slots`: for subject, object, iḍāfa
(`of`) and each preposition the stretches of words that fill it. What each slot means for
the event, its frame says (`waqai.coding.frames`). The rules for a verb:

1. a bare phrase that opens the clause before the verb is its subject (SVO);
2. else the first bare phrase after it is, and the next is the object (VSO);
3. a plural verb has its subject before it; a coordinate clause without one shares it;
4. a distinct passive, or a verb that could be one whose only phrase is no doer, takes its
   phrase as object; "من قبل", "على يد" bring the doer.

For a verbal noun: its iḍāfa, its nisba, its pronoun, the prepositions up to the next verb,
and the subject a light verb lends it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from waqai.coding.clauses import AUXILIARIES, Parse
from waqai.coding.phrases import Chunk
from waqai.coding.tagging import Tagged
from waqai.folding import fold
from waqai.lexicon.load import Form, Lexicon, LightVerb
from waqai.text.numbers import is_number_word

_PLURAL_ENDINGS = ("وا", "ون")
_MAX_NOUN_TAIL = 6
"""Phrases after a verbal noun that may still belong to it."""


_CIRCUMSTANCES = frozenset(
    {
        "في",
        "ب",
        "خلال",
        "قبل",
        "بعد",
        "منذ",
        "عقب",
        "اثر",
        "by",
        "قرب",
        "داخل",
        "وسط",
        "امام",
        "لدي",
    }
)
"""Prepositions of place, time and means: phrases after them do not cut a noun's tail off."""


@dataclass(frozen=True, slots=True)
class Argument:
    """Words [first, last) that fill a slot."""

    first: int
    last: int
    is_pronoun: bool = False
    """The slot holds only a pronoun (on the word `first`) or an implied subject."""
    is_inherited: bool = False
    """Taken over from the clause this one continues, or from a relative's antecedent."""


@dataclass(frozen=True, slots=True)
class Slots:
    """What fills each slot, in the order of the words."""

    filled: dict[str, tuple[Argument, ...]] = field(default_factory=dict)
    is_passive: bool = False
    light: str | None = None
    """Id of the light verb that carries a noun."""
    light_word: int | None = None

    def get(self, slot: str) -> tuple[Argument, ...]:
        """Arguments of a slot; empty where there is none."""
        return self.filled.get(slot, ())


class RoleFinder:
    """Finds slots in one parsed sentence."""

    def __init__(self, parse: Parse, lexicon: Lexicon) -> None:
        """Keep the sentence; subjects of its verbs are found once."""
        self._parse = parse
        self._lexicon = lexicon
        self._subjects: dict[int, tuple[Argument, ...]] = {}

    # Verbs -----------------------------------------------------------------------------

    def verb_slots(self, word: int, forms: Sequence[Form], *, takes_object: bool) -> Slots:
        """Slots of the verb at `word`.

        Args:
            word: index of the verb.
            forms: its lexicon forms for the entry asked about.
            takes_object: whether the entry's frame has an object.
        """
        k = self._parse.chunk_of[word]
        tag = self._parse.tags[word]
        topic = self._topic(k)
        bare, preps = self._after(k)
        pronoun = (Argument(word, word + 1, is_pronoun=True),) if tag.reading.pronoun else ()
        subject, objects = self._split(k, topic, bare, forms, takes_object and not pronoun)
        is_passive = self._is_passive(forms, subject, objects or pronoun, preps, takes_object)
        if is_passive:
            subject, objects = (), subject or objects
        filled = {**preps}
        if subject:
            filled["subject"] = subject
        if objects or pronoun:
            filled["object"] = objects or pronoun
        return Slots(filled, is_passive)

    def subject_of(self, k: int) -> tuple[Argument, ...]:
        """Subject of the verb chunk `k`, as far as the sentence tells."""
        if k not in self._subjects:
            self._subjects[k] = ()
            tag = self._parse.tags[self._parse.chunks[k].first]
            bare, _ = self._after(k)
            verbs = [form for form in tag.forms if form.pos == "verb"]
            subject, _ = self._split(k, self._topic(k), bare, verbs, takes_object=False)
            if verbs and all(form.voice == "passive" for form in verbs):
                subject = ()
            self._subjects[k] = subject
        return self._subjects[k]

    def _split(
        self,
        k: int,
        topic: tuple[Argument, ...],
        bare: list[tuple[Argument, ...]],
        forms: Sequence[Form],
        takes_object: bool,
    ) -> tuple[tuple[Argument, ...], tuple[Argument, ...]]:
        """Subject and object from what stands before and after the verb."""
        first = bare[0] if bare else ()
        second = bare[1] if len(bare) > 1 else ()
        tag = self._parse.tags[self._parse.chunks[k].first]
        stem = tag.reading.stem
        if topic and not (bare and self._is_topicalised(forms, topic, bare)):
            return topic, first
        if stem.endswith(_PLURAL_ENDINGS) and any(form.number == "p" for form in forms):
            return self._inherited(k), first
        if not bare:
            return self._inherited(k), ()
        if takes_object and not second:
            cannot_act = not self._can_act(first[0]) and bool(self._inherited(k))
            if cannot_act or self._shares_subject(k):
                return self._inherited(k), first
        return first, second

    def _can_act(self, argument: Argument) -> bool:
        """People, offices, names and words nobody knows can act; known things cannot."""
        tag = self._parse.tags[argument.first]
        if tag.tag != "noun" or not tag.forms:
            return True
        return any(form.kind in ("agent", "title") for form in tag.forms)

    def _is_topicalised(
        self,
        forms: Sequence[Form],
        topic: tuple[Argument, ...],
        bare: list[tuple[Argument, ...]],
    ) -> bool:
        """A phrase in front that the verb does not agree with: its subject comes after it."""
        genders = {form.gender for form in forms if form.gender}
        if len(genders) != 1:
            return False
        head = self._parse.tags[topic[0].first]
        after = self._parse.tags[bare[0][0].first]
        gender = genders.pop()
        return _gender(head) not in ("", gender) and _gender(after) == gender

    def _topic(self, k: int) -> tuple[Argument, ...]:
        """The bare phrase before a verb in its clause, with what is joined to it."""
        found: list[Argument] = []
        for j in reversed(self._clause_before(k)):
            chunk = self._parse.chunks[j]
            if chunk.kind == "verb":
                if self._is_auxiliary(j):
                    continue
                break
            if chunk.kind == "phrase" and not chunk.prep and not chunk.is_apposition:
                found.insert(0, Argument(chunk.start, chunk.last))
                if not chunk.is_coordinated:
                    return tuple(found)
        return ()

    def _clause_before(self, k: int) -> tuple[int, ...]:
        clause = self._parse.clause_of[k]
        return tuple(j for j in self._parse.members(clause) if j < k)

    def _is_auxiliary(self, k: int) -> bool:
        forms = self._parse.tags[self._parse.chunks[k].first].forms
        return any(form.lemma in AUXILIARIES for form in forms if form.pos == "verb")

    def _shares_subject(self, k: int) -> bool:
        """A verb joined by و without a comma goes on with the subject before it."""
        clause = self._parse.clauses[self._parse.clause_of[k]]
        if clause.kind == "relative" and clause.antecedent is not None:
            return False
        if clause.continues is None or clause.after_comma:
            return False
        return bool(self._inherited(k))

    def _inherited(self, k: int) -> tuple[Argument, ...]:
        """The subject of the clause this one continues, or the antecedent of a relative."""
        clause = self._parse.clauses[self._parse.clause_of[k]]
        source: tuple[Argument, ...] = ()
        if clause.continues is not None:
            source = self._last_subject(clause.continues, k)
        elif clause.kind == "relative" and clause.antecedent is not None:
            chunk = self._parse.chunks[clause.antecedent]
            source = (Argument(chunk.start, chunk.last),)
        elif clause.parent is not None and clause.kind in ("content", "subordinate"):
            source = self._last_subject(clause.parent, k) or self._any_subject(k)
        return tuple(Argument(a.first, a.last, is_pronoun=True, is_inherited=True) for a in source)

    def _any_subject(self, k: int) -> tuple[Argument, ...]:
        """The nearest subject before: "سبق أن دعا القائد …، كما وصف …"."""
        for j in range(k - 1, -1, -1):
            if self._parse.chunks[j].kind == "verb" and self.subject_of(j):
                return self.subject_of(j)
        return ()

    def _last_subject(self, clause: int, before: int) -> tuple[Argument, ...]:
        for j in reversed(self._parse.members(clause)):
            if j < before and self._parse.chunks[j].kind == "verb":
                subject = self.subject_of(j)
                if subject:
                    return subject
        return ()

    def _after(self, k: int) -> tuple[list[tuple[Argument, ...]], dict[str, tuple[Argument, ...]]]:
        """Bare phrases (groups of joined ones) and prepositional ones after a predicate."""
        clause = self._parse.clause_of[k]
        bare: list[tuple[Argument, ...]] = []
        preps: dict[str, tuple[Argument, ...]] = {}
        last_slot: str | None = None
        for j in self._parse.members(clause):
            if j <= k:
                continue
            chunk = self._parse.chunks[j]
            if chunk.kind == "verb":
                break
            if chunk.kind == "conjunction":
                continue
            if chunk.kind != "phrase" or chunk.is_apposition:
                continue
            argument = self._argument(chunk)
            if chunk.is_coordinated and last_slot is not None:
                if last_slot == "":
                    bare[-1] = (*bare[-1], argument)
                else:
                    preps[last_slot] = (*preps[last_slot], argument)
                continue
            last_slot = chunk.prep
            if chunk.prep:
                preps[chunk.prep] = (*preps.get(chunk.prep, ()), argument)
            else:
                bare.append((argument,))
        return bare, preps

    def _argument(self, chunk: Chunk) -> Argument:
        tag = self._parse.tags[chunk.start]
        only_pronoun = tag.tag == "preposition" and bool(tag.reading.pronoun)
        return Argument(chunk.start, chunk.last, is_pronoun=only_pronoun)

    def _is_passive(
        self,
        forms: Sequence[Form],
        subject: tuple[Argument, ...],
        objects: tuple[Argument, ...],
        preps: dict[str, tuple[Argument, ...]],
        takes_object: bool,
    ) -> bool:
        if forms and all(form.voice == "passive" for form in forms):
            return True
        if not takes_object or objects or not subject:
            return False
        if not any(form.voice in ("either", "passive") for form in forms):
            return False
        return "by" in preps or self._is_no_doer(subject[0])

    def _is_no_doer(self, argument: Argument) -> bool:
        """People counted, indefinite, or victims by nature: "قتل ثلاثة أشخاص"."""
        tag = self._parse.tags[argument.first]
        if tag.tag in ("number", "quantifier") or is_number_word(tag.token.norm):
            return True
        if any(self._is_victim(form) for form in tag.forms):
            return True
        is_titled = any(form.kind == "title" for form in tag.forms)
        closed = any(t.is_definite for t in self._parse.tags[argument.first : argument.last])
        return not closed and not is_titled

    def _is_victim(self, form: Form) -> bool:
        return form.kind == "agent" and self._lexicon.agents[form.entry].victim

    # Nouns -----------------------------------------------------------------------------

    def noun_slots(self, word: int, preps: frozenset[str]) -> Slots:
        """Slots of the verbal noun at `word`.

        Args:
            word: index of the noun.
            preps: prepositions its entry gives a role; another one, unless it only says where
                or when, ends what belongs to the noun.
        """
        k = self._parse.chunk_of[word]
        filled = self._noun_tail(word, k, preps | _CIRCUMSTANCES)
        light, light_word, lent = self._light(word, k)
        for slot, arguments in lent.items():
            filled.setdefault(slot, arguments)
        return Slots(filled, light=light, light_word=light_word)

    def _noun_tail(
        self, word: int, k: int, preps: frozenset[str]
    ) -> dict[str, tuple[Argument, ...]]:
        chunk = self._parse.chunks[k]
        filled: dict[str, tuple[Argument, ...]] = {}
        tag = self._parse.tags[word]
        if tag.reading.pronoun:
            filled["of"] = (Argument(word, word + 1, is_pronoun=True),)
        of = self._idafa(word, chunk)
        if of is not None:
            filled["of"] = (of, *self._joined_after(k))
        nisba = self._nisba(word, chunk, of)
        if nisba is not None:
            filled["nisba"] = (nisba,)
        self._tail_phrases(k, filled, preps)
        return filled

    def _idafa(self, word: int, chunk: Chunk) -> Argument | None:
        """What the noun is in construct with: everything after it in its phrase."""
        i = word + 1
        tag = self._parse.tags[word]
        if tag.reading.article or tag.reading.pronoun or i >= chunk.last:
            return None
        while i < chunk.last and self._is_adjective(i):
            i += 1
        if i >= chunk.last or self._parse.tags[i].tag == "punct":
            return None
        if i > word + 1 and not self._parse.tags[i].is_definite:
            return None
        return Argument(i, chunk.last)

    def _is_adjective(self, i: int) -> bool:
        """An indefinite adjective of the noun before it: nisba, or a word in -ي, -ية, -ا."""
        tag = self._parse.tags[i]
        if tag.tag == "nisba":
            return True
        if tag.tag != "noun" or tag.is_definite or is_number_word(tag.token.norm):
            return False
        norm, before = tag.token.norm, self._parse.tags[i - 1].token.norm
        if norm.endswith("يه"):
            return norm[:-1] in self._lexicon.forms  # احتجاجية beside احتجاجي; not خلية
        if any(form.kind in ("agent", "title", "trigger") for form in tag.forms):
            return False
        if norm.endswith(("ات", "ين")):
            return before.endswith(norm[-2:])
        return norm.endswith(("ي", "يا"))

    def _nisba(self, word: int, chunk: Chunk, of: Argument | None) -> Argument | None:
        last = of.first if of is not None else chunk.last
        for i in range(word + 1, last):
            if self._parse.tags[i].tag == "nisba":
                return Argument(i, i + 1)
        return None

    def _joined_after(self, k: int) -> tuple[Argument, ...]:
        """Phrases joined to the one at `k` that name more of the same."""
        joined = []
        for j in range(k + 1, len(self._parse.chunks)):
            chunk = self._parse.chunks[j]
            if chunk.kind != "phrase" or not chunk.is_coordinated:
                break
            tag = self._parse.tags[chunk.start]
            if any(form.kind == "trigger" for form in tag.forms):
                break
            joined.append(Argument(chunk.start, chunk.last))
        return tuple(joined)

    def _tail_phrases(
        self, k: int, filled: dict[str, tuple[Argument, ...]], preps: frozenset[str]
    ) -> None:
        clause = self._parse.clause_of[k]
        n_taken = 0
        last_slot: str | None = None
        is_adjacent = True
        for j in self._parse.members(clause):
            if j <= k:
                continue
            chunk = self._parse.chunks[j]
            if chunk.kind == "verb" or n_taken >= _MAX_NOUN_TAIL:
                break
            if chunk.kind in ("punct", "time", "particle", "adverb", "conjunction"):
                is_adjacent = is_adjacent and chunk.kind != "punct"
                continue
            if chunk.kind != "phrase":
                break
            if chunk.is_coordinated and last_slot is not None:
                filled[last_slot] = (*filled[last_slot], self._argument(chunk))
            elif chunk.prep:
                if chunk.prep not in preps:
                    break
                last_slot = chunk.prep
                filled[last_slot] = (*filled.get(last_slot, ()), self._argument(chunk))
            elif is_adjacent and "of" in filled and "object" not in filled:
                last_slot = "object"
                filled["object"] = (self._argument(chunk),)
            elif not chunk.is_coordinated:
                break
            n_taken += 1

    def lend_subject(self, slots: Slots, word: int) -> Slots:
        """Slots with the subject of the verb that the entry itself asks for ("أعلن هدنة")."""
        verb = self.governing_verb(self._parse.chunk_of[word])
        if verb is None:
            return slots
        subject = self._topic(verb) or self.subject_of(verb)
        if any(a.first <= word < a.last for a in subject):
            subject = ()
        filled = {"light": subject, **slots.filled} if subject else slots.filled
        return Slots(filled, slots.is_passive, slots.light, self._parse.chunks[verb].first)

    def _light(
        self, word: int, k: int
    ) -> tuple[str | None, int | None, dict[str, tuple[Argument, ...]]]:
        """The light verb that governs the noun's phrase, and whom it lends."""
        verb = self.governing_verb(k)
        if verb is None:
            return None, None, {}
        verb_word = self._parse.chunks[verb].first
        chunk = self._parse.chunks[k]
        for entry in self._parse.tags[verb_word].entry_ids("light"):
            light = self._lexicon.lights[entry]
            if not self._fits_light(light, verb, k, chunk):
                continue
            lent = self._lend(light, verb, verb_word)
            return entry, verb_word, lent
        return None, None, {}

    def governing_verb(self, k: int) -> int | None:
        """The verb chunk before a phrase in its clause, None where there is none."""
        for j in reversed(self._clause_before(k)):
            chunk = self._parse.chunks[j]
            if chunk.kind == "verb":
                return j
            if chunk.kind == "complementizer":
                return None
        return None

    def _fits_light(self, light: LightVerb, verb: int, k: int, chunk: Chunk) -> bool:
        if light.through is not None:
            return chunk.prep == fold(light.through)
        if chunk.prep:
            return False
        bare, _ = self._after(verb)
        starts = [group[0].first for group in bare]
        if chunk.start not in starts:
            return any(a.first == chunk.start for group in bare for a in group)
        place = starts.index(chunk.start)
        has_topic = bool(self._topic(verb))
        if light.noun == "subject":
            return place == 0
        return place <= 1 or has_topic

    def _lend(self, light: LightVerb, verb: int, word: int) -> dict[str, tuple[Argument, ...]]:
        tag = self._parse.tags[word]
        if light.noun == "subject":
            if tag.reading.pronoun:
                return {"light": (Argument(word, word + 1, is_pronoun=True),)}
            return {}
        return {"light": self.subject_of_light(verb, light)}

    def subject_of_light(self, verb: int, light: LightVerb) -> tuple[Argument, ...]:
        """The light verb's own subject; the noun phrase itself is never taken for it."""
        bare, _ = self._after(verb)
        topic = self._topic(verb)
        if topic:
            return topic
        needed = 2 if light.through is None else 1
        if len(bare) >= needed:
            return bare[0]
        return self._inherited(verb)


def _gender(tag: Tagged) -> str:
    """Grammatical gender by the head's spelling or lexicon form, "" where unsure."""
    genders = {form.gender for form in tag.forms if form.gender and form.pos != "verb"}
    if len(genders) == 1:
        return genders.pop()
    if tag.tag == "noun" and tag.token.norm.endswith("ه") and not tag.reading.pronoun:
        return "f"
    return ""
