"""Slots of verbal nouns, and the one finder of slots for a sentence.

For a verbal noun: its iḍāfa, its nisba, its pronoun, the prepositions up to the next verb,
and the subject that a light verb lends it ("أجرى محادثات", "تعرض لهجوم"). Slots of verbs
are found by `waqai.coding.verb_roles`.
"""

from __future__ import annotations

from dataclasses import replace

from waqai.coding.agreement import gender_of, head_of, is_partitive
from waqai.coding.growth import Chunk
from waqai.coding.slots import Argument, Slots
from waqai.coding.verb_roles import VerbRoles
from waqai.folding import fold
from waqai.lexicon.load import LightVerb

__all__ = ["Argument", "RoleFinder", "Slots"]

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
_GATHER = "ar.light.gather.001"
"""The light verb whose object are both sides of talks."""
_MAX_OBJECT_PLACE = 2
"""Bare phrases that may stand between a light verb and its noun: the subject, and a quotation
or an adverb in the accusative."""
_OWN = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هن": ("f", "p")}
"""Gender and number of whom a pronoun on a noun may mean."""
_MANNERS = frozenset({"مسلح", "مسلحه", "ارهابي", "ارهابيه", "انتحاري", "انتحاريه"})
"""Words for attackers that as adjectives say how a deed is done."""


class RoleFinder(VerbRoles):
    """Finds slots in one parsed sentence."""

    def noun_slots(self, word: int, preps: frozenset[str]) -> Slots:
        """Slots of the verbal noun at `word`.

        Args:
            word: index of the noun.
            preps: prepositions its entry gives a role; another one, unless it only says where
                or when, ends what belongs to the noun.
        """
        k = self.parse.chunk_of[word]
        filled = self._noun_tail(word, k, preps | _CIRCUMSTANCES)
        light, light_word, lent = self._light(word, k)
        for slot, arguments in lent.items():
            filled.setdefault(slot, arguments)
        if self._is_own(word, filled.get("of", ()), lent.get("light", ())):
            del filled["of"]
        return Slots(filled, light=light, light_word=light_word)

    def _is_own(self, word: int, of: tuple[Argument, ...], subject: tuple[Argument, ...]) -> bool:
        """ "جدد المستوطنون اقتحاماتهم", "واصل الجيش قصفه": the pronoun is the doer himself."""
        if not (of and of[0].is_pronoun and subject) or subject[0].is_pronoun:
            return False
        gender, number = _OWN.get(self.parse.tags[word].reading.pronoun, ("", ""))
        head = self.parse.tags[head_of(self.parse.tags, subject[0].first, subject[0].last)]
        numbers = {form.number for form in head.forms if form.kind in ("agent", "title")}
        fits = number in numbers or (number == "s" and not numbers)
        return bool(number) and fits and gender_of(head) in (gender, "")

    def _noun_tail(
        self, word: int, k: int, preps: frozenset[str]
    ) -> dict[str, tuple[Argument, ...]]:
        chunk = self.parse.chunks[k]
        filled: dict[str, tuple[Argument, ...]] = {}
        tag = self.parse.tags[word]
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
        tag = self.parse.tags[word]
        if tag.reading.article or tag.reading.pronoun or i >= chunk.last:
            return None
        while i < chunk.last and self._is_adjective(i):
            i += 1
        if i >= chunk.last or self.parse.tags[i].tag == "punct":
            return None
        if i > word + 1 and not self.parse.tags[i].is_definite:
            return None
        return Argument(i, chunk.last)

    def without_adjective(self, slots: Slots) -> Slots:
        """ "هجوم مسلح", "تهديد إرهابي": beside the noun of a deed such a word describes it."""
        of = slots.get("of")
        if not of or of[0].is_pronoun:
            return slots
        tag = self.parse.tags[of[0].first]
        if tag.is_definite or tag.reading.stem not in _MANNERS or of[0].last > of[0].first + 1:
            return slots
        return replace(slots, filled={k: v for k, v in slots.filled.items() if k != "of"})

    def after_set_phrase(self, slots: Slots, last: int) -> Slots:
        """ "إطلاق سراح الصحفي": whom it is done to stands after the whole set phrase."""
        of = slots.get("of")
        if not of or of[0].is_pronoun or of[0].first != last:
            return slots
        if self.parse.tags[last].reading.pronoun:
            rest = Argument(last, last + 1, is_pronoun=True)
        elif last + 1 >= of[0].last or self.parse.tags[last].is_definite:
            return slots
        else:
            rest = Argument(last + 1, of[0].last)
        return replace(
            slots, filled={**slots.filled, "of": (rest, *of[1:]), "object": (rest, *of[1:])}
        )

    def _is_adjective(self, i: int) -> bool:
        """An indefinite adjective of the noun before it: nisba, or a word in -ي, -ية, -ا.

        With the article it is the whole itself: "قتل التونسي", "طرد السوريين".
        """
        tag = self.parse.tags[i]
        if tag.tag == "nisba":
            return not tag.reading.article
        if tag.tag != "noun" or tag.is_definite or is_partitive(tag):
            return False
        norm, before = tag.token.norm, self.parse.tags[i - 1].token.norm
        if norm.endswith("يه"):
            return norm[:-1] in self.lexicon.forms  # احتجاجية beside احتجاجي; not خلية
        if any(form.kind in ("agent", "title", "trigger") for form in tag.forms):
            return False
        if norm.endswith(("ات", "ين")):
            return before.endswith(norm[-2:])
        return norm.endswith(("ي", "يا"))

    def _nisba(self, word: int, chunk: Chunk, of: Argument | None) -> Argument | None:
        last = of.first if of is not None else chunk.last
        for i in range(word + 1, last):
            if self.parse.tags[i].tag == "nisba":
                return Argument(i, i + 1)
        return None

    def _joined_after(self, k: int) -> tuple[Argument, ...]:
        """Phrases joined to the one at `k` that name more of the same."""
        joined = []
        for j in range(k + 1, len(self.parse.chunks)):
            chunk = self.parse.chunks[j]
            if chunk.kind != "phrase" or not chunk.is_coordinated:
                break
            tag = self.parse.tags[chunk.start]
            if any(form.kind == "trigger" for form in tag.forms):
                break
            joined.append(Argument(chunk.start, chunk.last))
        return tuple(joined)

    def _tail_phrases(
        self, k: int, filled: dict[str, tuple[Argument, ...]], preps: frozenset[str]
    ) -> None:
        clause = self.parse.clause_of[k]
        n_taken = 0
        last_slot: str | None = None
        is_adjacent = True
        for j in self.parse.members(clause):
            if j <= k:
                continue
            chunk = self.parse.chunks[j]
            if chunk.kind == "verb" or n_taken >= _MAX_NOUN_TAIL:
                break
            if chunk.kind in ("punct", "time", "particle", "adverb", "conjunction"):
                is_adjacent = is_adjacent and chunk.kind != "punct"
                continue
            if chunk.kind != "phrase":
                break
            if chunk.is_coordinated and last_slot is not None:
                tags = self.parse.tags
                if tags[chunk.start].names_act and not tags[filled[last_slot][0].first].names_act:
                    break
                filled[last_slot] = (*filled[last_slot], self.argument(chunk))
            elif chunk.prep:
                if chunk.prep not in preps:
                    break
                last_slot = chunk.prep
                filled[last_slot] = (*filled.get(last_slot, ()), self.argument(chunk))
            elif (
                is_adjacent
                and "of" in filled
                and "object" not in filled
                and not chunk.is_coordinated
            ):
                last_slot = "object"
                filled["object"] = (self.argument(chunk),)
            elif not chunk.is_coordinated:
                break
            n_taken += 1

    def lend_subject(self, slots: Slots, word: int) -> Slots:
        """Slots with the subject of the verb that the entry itself asks for ("أعلن هدنة")."""
        verb = self.governing_verb(self.parse.chunk_of[word])
        if verb is None:
            return slots
        subject = self.topic(verb) or self.subject_of(verb)
        if any(a.first <= word < a.last for a in subject):
            subject = ()
        filled = {"light": subject, **slots.filled} if subject else slots.filled
        return Slots(filled, slots.is_passive, slots.light, self.parse.chunks[verb].first)

    def _light(
        self, word: int, k: int
    ) -> tuple[str | None, int | None, dict[str, tuple[Argument, ...]]]:
        """The light verb that governs the noun's phrase, and whom it lends."""
        for verb in (self.governing_verb(k), self._verb_around(k)):
            found = None if verb is None else self._light_before(verb, k)
            if found is not None:
                return found
        return self._light_after(k) or (None, None, {})

    def _verb_around(self, k: int) -> int | None:
        """ "قام مسلحون يرتدون بزات بخطف": the verb of the clause around a relative one.

        Only for a phrase with a preposition: which verb it belongs to, that decides.
        """
        clause = self.parse.clauses[self.parse.clause_of[k]]
        if clause.kind != "relative" or clause.parent is None or not self.parse.chunks[k].prep:
            return None
        around = [j for j in self.parse.members(clause.parent) if j < k]
        return next((j for j in reversed(around) if self.parse.chunks[j].kind == "verb"), None)

    def _light_before(
        self, verb: int, k: int
    ) -> tuple[str, int, dict[str, tuple[Argument, ...]]] | None:
        """ "شن هجوما"; and "من القبض على شخص وحجز سيارة": the second noun shares the verb."""
        verb_word = self.parse.chunks[verb].first
        heads = [k, *self._joined_nouns(verb, k)]
        for entry in self.parse.tags[verb_word].entry_ids("light"):
            light = self.lexicon.lights[entry]
            if any(self._fits_light(light, verb, j, self.parse.chunks[j]) for j in heads):
                lent = {**self._between(verb, k), **self._lend(light, verb, verb_word)}
                if light.subject == "recipient" or light.noun == "subject":
                    lent |= self._doer_from(verb, undergoes=light.subject == "recipient")
                return entry, verb_word, lent
        return None

    def _doer_from(self, verb: int, *, undergoes: bool) -> dict[str, tuple[Argument, ...]]:
        """ "تعرض المقر لهجوم من مسلحين", "تم إحباط محاولة … من طرف الحرس": who does it."""
        _, preps = self.after(verb)
        doer = preps.get("by") or (preps.get("من") if undergoes else None)
        return {"by": doer} if doer else {}

    def _between(self, verb: int, k: int) -> dict[str, tuple[Argument, ...]]:
        """ "وجهت إلى المدير تهمة الفساد": what stands between the light verb and its noun."""
        _, preps = self.after(verb)
        word = self.parse.chunks[k].first
        return {slot: filled for slot, filled in preps.items() if filled[-1].last <= word}

    def _joined_nouns(self, verb: int, k: int) -> list[int]:
        """Verbal nouns between the verb and the one at `k` that و joins to them."""
        chunk = self.parse.chunks[k]
        head = self.parse.tags[chunk.start]
        if not chunk.is_coordinated or head.reading.prep:
            return []
        return [
            j
            for j in range(verb + 1, k)
            if self.parse.chunks[j].kind == "phrase"
            and self.parse.tags[self.parse.chunks[j].start].names_act
        ]

    def _light_after(
        self, k: int
    ) -> tuple[str, int | None, dict[str, tuple[Argument, ...]]] | None:
        """ "هجوم شنه مسلحون", "المظاهرة التي نظمها الحزب": the noun returns as a pronoun.

        A relative verb says who did it, not that it is the news: no word of it carries the
        noun. In "الهجوم نفذه انتحاري" the noun is the topic and the verb its news.
        """
        for j in range(k + 1, len(self.parse.chunks)):
            chunk = self.parse.chunks[j]
            if chunk.kind == "verb":
                break
            if chunk.kind == "phrase" and not chunk.prep and not chunk.is_apposition:
                return None
            if chunk.kind not in ("phrase", "relative", "time", "punct", "adverb", "particle"):
                return None
        else:
            return None
        clause = self.parse.clauses[self.parse.clause_of[j]]
        verb_word = self.parse.chunks[j].first
        is_topic = self.parse.clause_of[j] == self.parse.clause_of[k]
        if not is_topic and (clause.kind != "relative" or clause.antecedent != k):
            return None
        tag = self.parse.tags[verb_word]
        for entry in tag.entry_ids("light"):
            light = self.lexicon.lights[entry]
            if light.noun == "subject" and entry == _GATHER:
                gathered = self._gathered(j, verb_word)
                return (entry, None if not is_topic else verb_word, gathered) if gathered else None
            if light.noun == "subject" and is_topic:
                return entry, verb_word, dict(self.after(j)[1])  # "المواجهات قد تجددت بين …"
            is_its_object = light.noun == "object" and light.through is None
            if is_its_object and tag.reading.pronoun:
                bare, preps = self.after(j)
                doer = bare[0] if bare else self._goes_on(j)
                word = verb_word if is_topic else None
                return entry, word, {**preps, "light": doer} if doer else dict(preps)
        return None

    def _gathered(self, j: int, word: int) -> dict[str, tuple[Argument, ...]]:
        """ "اللقاء الذي جمع الوزير بنظيره", "اجتماع جمعهما": who were brought together."""
        bare, preps = self.after(j)
        pronoun = (Argument(word, word + 1, is_pronoun=True),)
        sides = bare[0] if bare else pronoun if self.parse.tags[word].reading.pronoun else ()
        return {**preps, "light": sides} if sides else {}

    def _goes_on(self, j: int) -> tuple[Argument, ...]:
        """ "محادثات أجراها في القاهرة": the subject told last before."""
        return tuple(
            Argument(a.first, a.last, is_pronoun=True, is_inherited=True)
            for a in self._any_subject(j)
        )

    def governing_verb(self, k: int) -> int | None:
        """The verb chunk before a phrase in its clause, None where there is none."""
        for j in reversed(self.clause_before(k)):
            chunk = self.parse.chunks[j]
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
        bare, _ = self.after(verb)
        starts = [group[0].first for group in bare]
        if chunk.start not in starts:
            return any(a.first == chunk.start for group in bare for a in group)
        place = starts.index(chunk.start)
        if light.noun == "subject":
            return place == 0
        if not place and len(starts) > 1 and light.subject == "recipient":
            return False  # "لاقت الهجمات | تأييدا": the first of two is whoever met with it
        return place <= _MAX_OBJECT_PLACE or bool(self.topic(verb))

    def _lend(self, light: LightVerb, verb: int, word: int) -> dict[str, tuple[Argument, ...]]:
        tag = self.parse.tags[word]
        if light.noun == "subject":
            if tag.reading.pronoun:
                return {"light": (Argument(word, word + 1, is_pronoun=True),)}
            return {}
        return {"light": self.subject_of_light(verb, light)}

    def subject_of_light(self, verb: int, light: LightVerb) -> tuple[Argument, ...]:
        """The light verb's own subject; the noun phrase itself is never taken for it."""
        bare, _ = self.after(verb)
        topic = self.topic(verb)
        if topic:
            return topic
        needed = 2 if light.through is None else 1
        if len(bare) >= needed:
            return bare[0]
        return self.inherited(verb)
