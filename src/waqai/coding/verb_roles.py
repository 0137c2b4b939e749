"""Slots of verbs: who stands where around one.

In go a parse and the place of a verb; out come `Slots`: for subject, object and each
preposition the stretches of words that fill it. What each slot means for the event, the
frame of its entry says (`waqai.coding.triggers.entry_frame`). Subjects are found by
`waqai.coding.subjects`; a distinct passive, or a verb that could be one whose only phrase is
no doer, takes its phrase as object; "من قبل", "على يد" bring the doer.

Slots of verbal nouns are found by `waqai.coding.roles`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from waqai.coding.agreement import head_of, is_person
from waqai.coding.growth import Chunk
from waqai.coding.slots import Argument, Slots
from waqai.coding.subjects import SubjectFinder
from waqai.folding import fold
from waqai.lexicon.load import Form
from waqai.text.numbers import is_number_word

ARMS = ("@firearms", "@artillery", "@explosives")
"""Classes of what people are hit by."""


class VerbRoles(SubjectFinder):
    """Finds slots in one parsed sentence."""

    def verb_slots(self, word: int, forms: Sequence[Form], *, takes_object: bool) -> Slots:
        """Slots of the verb at `word`.

        Args:
            word: index of the verb.
            forms: its lexicon forms for the entry asked about.
            takes_object: whether the entry's frame has an object.
        """
        k = self.parse.chunk_of[word]
        tag = self.parse.tags[word]
        topic = self.topic(k)
        bare, preps = self.after(k)
        pronoun = (Argument(word, word + 1, is_pronoun=True),) if tag.reading.pronoun else ()
        subject, objects = self._split(k, topic, bare, forms, takes_object and not pronoun)
        if pronoun and objects:
            pronoun = ()  # "جنودا خطفهم مسلحون": the pronoun only takes the object up.
        is_passive = self._is_passive(forms, subject, objects or pronoun, preps, takes_object)
        if is_passive:
            subject, objects = (), subject or objects
        filled = {**preps}
        if subject:
            filled["subject"] = subject
        if objects or pronoun:
            filled["object"] = objects or pronoun
        return Slots(filled, is_passive)

    def verb_back_to(self, k: int) -> tuple[int, ...]:
        """ "دعوة تلقاها الوزير", "اتصالات أجراها": the relative verb whose object `k` is."""
        for j in range(k + 1, min(k + 5, len(self.parse.chunks))):
            chunk = self.parse.chunks[j]
            if chunk.kind == "verb":
                clause = self.parse.clauses[self.parse.clause_of[j]]
                is_its = clause.kind == "relative" and clause.antecedent == k
                has_pronoun = bool(self.parse.tags[chunk.first].reading.pronoun)
                return (chunk.first,) if is_its and has_pronoun else ()
        return ()

    def maker_after(self, k: int) -> tuple[Argument, ...]:
        """ "قرار أصدرته النيابة", "الخطة التي قدمتها مصر": whose the thing at `k` is."""
        for j in range(k + 1, min(k + 4, len(self.parse.chunks))):
            chunk = self.parse.chunks[j]
            if chunk.kind == "verb":
                has_pronoun = bool(self.parse.tags[chunk.first].reading.pronoun)
                clause = self.parse.clauses[self.parse.clause_of[j]]
                if not has_pronoun or clause.kind != "relative":
                    return ()
                bare, _ = self.after(j)
                return bare[0] if bare else ()
            if chunk.kind not in ("relative", "phrase", "time"):
                return ()
        return ()

    def predicate_subject(self, word: int) -> tuple[Argument, ...]:
        """ "الحكومة مستعدة للحوار", "إنها عازمة على": whom an indefinite participle is said of."""
        k = self.parse.chunk_of[word]
        chunk = self.parse.chunks[k]
        if self.parse.tags[word].is_definite or chunk.prep or chunk.start != word:
            return ()
        return self.topic(k) or self.inherited(k)

    def trailing(self, word: int, prep: str) -> tuple[Argument, ...]:
        """ "نسبت بكين هجمات وقعت في البلاد لناشطين": past a relative clause, back to its verb.

        Only a phrase that no verb of the relative clause takes itself.
        """
        k = self.parse.chunk_of[word]
        for clause in self.parse.clauses:
            at = clause.antecedent
            if clause.kind != "relative" or at is None or at <= k or clause.after_comma:
                continue
            if self.parse.clause_of[at] != self.parse.clause_of[k]:
                continue
            members = self.parse.members(clause.index)
            if any(self._takes(self.parse.chunks[j], prep) for j in members):
                continue
            found = [self.parse.chunks[j] for j in members if self.parse.chunks[j].prep == prep]
            if found:
                return (self.argument(found[0]),)
        return ()

    def _takes(self, chunk: Chunk, prep: str) -> bool:
        if chunk.kind != "verb":
            return False
        forms = self.parse.tags[chunk.first].forms
        if any(form.kind == "light" for form in forms):
            return False  # "هجمات وقعت": it only says that they were.
        entries = [form.entry for form in forms if form.kind == "trigger"]
        return any(prep in map(fold, self.lexicon.triggers[e].frame) for e in entries)

    def _is_passive(
        self,
        forms: Sequence[Form],
        subject: tuple[Argument, ...],
        objects: tuple[Argument, ...],
        preps: Mapping[str, tuple[Argument, ...]],
        takes_object: bool,
    ) -> bool:
        if forms and all(form.voice == "passive" for form in forms):
            return True
        if not takes_object or objects or not subject:
            return False
        if not any(form.voice in ("either", "passive") for form in forms):
            return False
        is_alone = self._harms_people(forms) and self._is_one_person(subject[0])
        return "by" in preps or is_alone or self._is_shot(preps) or self._is_no_doer(subject[0])

    def _harms_people(self, forms: Sequence[Form]) -> bool:
        """A verb that is always done to somebody: "قتل الضابط في انفجار" has nobody else."""
        harms = self.lexicon.words_of("@done_to_people")
        return any(fold(form.lemma) in harms for form in forms)

    def _is_one_person(self, argument: Argument) -> bool:
        """Somebody by a title or a name; a force or a court may leave its object out."""
        tags = self.parse.tags
        tag, last = tags[head_of(tags, argument.first, argument.last)], tags[argument.last - 1]
        is_object = last.token.norm.endswith("ا") and not last.forms and not last.given
        is_titled = any(form.kind == "title" for form in tag.forms)
        return (is_person(tag) or is_titled) and not is_object  # "اختطف الفريق تعادلا"

    def _is_shot(self, preps: Mapping[str, tuple[Argument, ...]]) -> bool:
        """ "قتل الشاب برصاص الجيش": whoever only falls to arms does not use them."""
        arms = self.lexicon.words_of_any(ARMS)
        means = preps.get("ب", ())
        return any(self.parse.tags[a.first].reading.stem in arms for a in means)

    def _is_no_doer(self, argument: Argument) -> bool:
        """People counted, indefinite, or victims by nature: "قتل ثلاثة أشخاص"."""
        tag = self.parse.tags[argument.first]
        if tag.tag in ("number", "quantifier") or is_number_word(tag.token.norm):
            return True
        if any(self._is_victim(form) for form in tag.forms):
            return True
        is_titled = any(form.kind == "title" for form in tag.forms)
        closed = any(t.is_definite for t in self.parse.tags[argument.first : argument.last])
        return not closed and not is_titled

    def _is_victim(self, form: Form) -> bool:
        return form.kind == "agent" and self.lexicon.agents[form.entry].victim
