"""Subjects of verbs: told before or after them, or taken over from what was told.

The rules, from the first that fits:

1. a bare phrase that opens the clause before the verb is its subject (SVO);
2. a pronoun on أن that the verb agrees with, or the noun that a relative clause is about and
   does not take up, is it: "أنه راسل الوالي", "مظاهرات تطالب الحكومة";
3. a plural verb has its subject before it; a coordinate clause without one shares it;
4. else the first bare phrase after the verb is its subject, and the next is the object (VSO).
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.coding.agreement import gender_of, head_of, is_accusative, is_person
from waqai.coding.clauses import Parse
from waqai.coding.phrase_words import REFLEXIVES
from waqai.coding.slots import Argument
from waqai.coding.surroundings import Surroundings
from waqai.coding.tagging import Tagged
from waqai.folding import fold
from waqai.lexicon.load import Form, Lexicon
from waqai.text.numbers import is_number_word

_PLURAL_ENDINGS = ("وا", "ون")
_PEOPLE = frozenset({"agent", "title"})
_ACTING = _PEOPLE | {"trigger"}
"""What can do something: people, and deeds ("مظاهرات تطالب", "غارة قتلت")."""
_STRIKING = ("@striking",)
_NUMBERS_OF_PRONOUNS = {
    "ه": {("m", "s")},
    "ها": {("f", "s")},
    "هم": {("m", "p")},
    "هما": {("m", "d"), ("f", "d")},
    "هن": {("f", "p")},
}
"""Gender and number of verbs that go on with each pronoun."""


class SubjectFinder(Surroundings):
    """Finds the subjects of one parsed sentence."""

    def __init__(self, parse: Parse, lexicon: Lexicon) -> None:
        """Keep the sentence; subjects of its verbs are found once."""
        super().__init__(parse, lexicon)
        self._subjects: dict[int, tuple[Argument, ...]] = {}

    def subject_of(self, k: int) -> tuple[Argument, ...]:
        """Subject of the verb chunk `k`, as far as the sentence tells."""
        if k not in self._subjects:
            self._subjects[k] = ()
            tag = self.parse.tags[self.parse.chunks[k].first]
            bare, _ = self.after(k)
            verbs = [form for form in tag.forms if form.pos == "verb"]
            subject, _ = self._split(k, self.topic(k), bare, verbs, takes_object=False)
            if verbs and all(form.voice == "passive" for form in verbs):
                subject = ()
            self._subjects[k] = subject
        return self._subjects[k]

    def _split(
        self,
        k: int,
        topic: tuple[Argument, ...],
        bare: Sequence[tuple[Argument, ...]],
        forms: Sequence[Form],
        takes_object: bool,
    ) -> tuple[tuple[Argument, ...], tuple[Argument, ...]]:
        """Subject and object from what stands before and after the verb."""
        first = bare[0] if bare else ()
        second = bare[1] if len(bare) > 1 else ()
        tag = self.parse.tags[self.parse.chunks[k].first]
        stem = tag.reading.stem
        verbs = [form for form in tag.forms if form.pos == "verb"]
        if forms and verbs and all(form.person == 1 for form in verbs):
            return (), first  # "إننا لن نقبل هدنة": whoever speaks.
        if forms and all(form.tense == "participle" for form in forms):
            return self.inherited(k), first
        if tag.reading.pronoun and bare and (topic or self._antecedent(k)):
            return first, topic or self._antecedent(k)
        if topic and not (bare and self._is_topicalised(forms, topic, bare)):
            return topic, first
        if stem.endswith(_PLURAL_ENDINGS) and any(form.number == "p" for form in forms):
            return self.inherited(k), first
        if not bare:
            return self.inherited(k), ()
        is_object = takes_object and (
            self._is_about_subject(k, first) or (not second and self._is_object(k, first))
        )
        if is_object or self._is_no_subject(k, forms, first):
            return self.inherited(k), first
        return first, second

    def _is_object(self, k: int, first: tuple[Argument, ...]) -> bool:
        """The only phrase after a verb that shares a subject, or that no thing can do."""
        cannot_act = not self._can_act(first[0]) and self._goes_on_agreeing(k)
        return cannot_act or self._shares_subject(k)

    def _is_no_subject(self, k: int, forms: Sequence[Form], first: tuple[Argument, ...]) -> bool:
        """By its ending, its gender, or a pronoun that is the subject already."""
        head = self.parse.tags[first[0].first]
        is_object_like = is_accusative(head) or head.token.norm in REFLEXIVES
        return (
            is_object_like or self._has_pronoun_subject(k) or self._is_other_gender(k, forms, first)
        )

    def _has_pronoun_subject(self, k: int) -> bool:
        """ "أكد أنه راسل الوالي": the pronoun on أن is the subject, where the verb agrees.

        "قالت الوزارة إنه قتل جنديان": it may also mean nobody.
        """
        before = self.parse.chunks[k - 1] if k else None
        if before is None or before.kind != "complementizer":
            return False
        stem = self.parse.tags[before.first].reading.stem
        wanted = _NUMBERS_OF_PRONOUNS.get(stem.removeprefix("ل").removeprefix("ان"))
        verbs = [form for form in self._verb_at(k).forms if form.pos == "verb"]
        if wanted is None or not any((form.gender, form.number) in wanted for form in verbs):
            return False
        return self._goes_on_agreeing(k)

    def _goes_on_agreeing(self, k: int) -> bool:
        """Whether a subject told before could be the verb's own."""
        before = self.inherited(k)
        return bool(before) and not self._disagrees(k, before[0])

    def _is_about_subject(self, k: int, first: tuple[Argument, ...]) -> bool:
        """ "مظاهرات تطالب الحكومة": no word of the relative clause takes its noun up.

        A relative clause is tied to its noun by a pronoun or by the subject of its verb.
        """
        clause = self.parse.clauses[self.parse.clause_of[k]]
        is_next = self.parse.chunks[k].last == first[0].first
        if clause.kind != "relative" or clause.antecedent is None:
            return False
        if self._tells_its_act(k, clause.antecedent):
            return True
        if not is_next:
            return False
        members = self.parse.members(clause.index)
        words = (i for j in members for i in self._words_of(j))
        if any(self.parse.tags[i].reading.pronoun for i in words):
            return False
        chunk = self.parse.chunks[clause.antecedent]
        is_nominative = self.parse.tags[first[0].first].token.norm.endswith("ون")
        can_act = is_named_or(_ACTING, self.parse.tags[chunk.start])
        agrees = not self._disagrees(k, Argument(chunk.start, chunk.last))
        return can_act and agrees and not is_nominative

    def _tells_its_act(self, k: int, antecedent: int) -> bool:
        """ "الهجوم الذي استهدف أمس كنيسة": what the act strikes is no doer."""
        verb, chunk = self._verb_at(k), self.parse.chunks[antecedent]
        acts = [i for i in range(chunk.start, chunk.last) if self.parse.tags[i].names_act]
        if verb.reading.pronoun or not acts:
            return False
        lemmas = {fold(form.lemma) for form in verb.forms if form.pos == "verb"}
        is_striking = bool(lemmas & self.lexicon.words_of_any(_STRIKING))
        return is_striking and not self._disagrees(k, Argument(acts[-1], chunk.last))

    def _is_other_gender(self, k: int, forms: Sequence[Form], first: tuple[Argument, ...]) -> bool:
        """ "دعا الحكومة إلى": right after its verb a subject agrees with it, so this is none."""
        head = self.parse.tags[first[0].first]
        is_next = self.parse.chunks[k].last == first[0].first
        genders = {form.gender for form in forms if form.person == 3}
        singular = {form.number for form in head.forms if form.gender} <= {"s"}
        return (
            is_next
            and genders == {"m"}
            and head.reading.article
            and head.tag == "noun"
            and singular
            and head.token.norm.endswith("ه")
            and gender_of(head) == "f"
        )

    def _antecedent(self, k: int) -> tuple[Argument, ...]:
        """What a relative clause is about: "جنود قتلهم مسلحون" takes it up as its object."""
        clause = self.parse.clauses[self.parse.clause_of[k]]
        if clause.kind != "relative" or clause.antecedent is None or clause.continues is not None:
            return ()
        chunk = self.parse.chunks[clause.antecedent]
        return (Argument(chunk.start, chunk.last, is_pronoun=True, is_inherited=True),)

    def _can_act(self, argument: Argument) -> bool:
        """People, offices, names and words nobody knows can act; known things cannot."""
        return is_named_or(_PEOPLE, self.parse.tags[argument.first])

    def _is_topicalised(
        self,
        forms: Sequence[Form],
        topic: tuple[Argument, ...],
        bare: Sequence[tuple[Argument, ...]],
    ) -> bool:
        """A phrase in front that the verb does not agree with: its subject comes after it."""
        genders = {form.gender for form in forms if form.gender}
        if len(genders) != 1:
            return False
        head = self.parse.tags[topic[0].first]
        after = self.parse.tags[bare[0][0].first]
        if after.tag in ("number", "quantifier") or is_number_word(after.token.norm):
            return False  # A number takes the other gender than what it counts.
        gender = genders.pop()
        return gender_of(head) not in ("", gender) and gender_of(after) == gender

    def _shares_subject(self, k: int) -> bool:
        """A verb joined by و without a comma goes on with the subject before it."""
        clause = self.parse.clauses[self.parse.clause_of[k]]
        if clause.kind == "relative" and clause.antecedent is not None:
            return False
        if clause.continues is None or clause.after_comma:
            return False
        return bool(self.inherited(k))

    def inherited(self, k: int) -> tuple[Argument, ...]:
        """The subject of the clause this one continues, or the antecedent of a relative."""
        clause = self.parse.clauses[self.parse.clause_of[k]]
        source: tuple[Argument, ...] = ()
        if clause.continues is not None:
            source = self._last_subject(clause.continues, k)
            is_apart = clause.after_comma and _is_said(self._verb_at(k))
            if source and (is_apart or self._disagrees(k, source[0])):
                source = self._agreeing_above(k) or (source if is_apart else ())
        elif clause.kind == "relative" and clause.antecedent is not None:
            source = self._in_relative(k, clause.antecedent)
        elif clause.kind == "subordinate":
            source = self._nearest_agreeing(k)
        elif clause.parent is not None and clause.kind == "content":
            source = self._last_subject(clause.parent, k) or self._any_subject(k)
        return tuple(Argument(a.first, a.last, is_pronoun=True, is_inherited=True) for a in source)

    def _in_relative(self, k: int, antecedent: int) -> tuple[Argument, ...]:
        """The noun that a relative clause is about, or who stands beside it.

        "رسالة من الوزير يطلب فيها": the verb agrees with الوزير alone.
        """
        chunk, beside = self.parse.chunks[antecedent], self.parse.chunks[k - 1]
        noun = Argument(chunk.start, chunk.last)
        other = Argument(beside.start, beside.last)
        is_other = k - 1 > antecedent and beside.kind == "phrase" and self._disagrees(k, noun)
        return (other,) if is_other and not self._disagrees(k, other) else (noun,)

    def _agreeing_above(self, k: int) -> tuple[Argument, ...]:
        """The subject of the nearest clause around this one that the verb agrees with.

        "أكد أن الحكومة تعمل ودعا إلى الصبر": دعا is no deed of الحكومة, a feminine.
        """
        parent = self.parse.clauses[self.parse.clause_of[k]].parent
        while parent is not None:
            source = self._last_subject(parent, k)
            if source and not self._disagrees(k, source[0]):
                return source
            parent = self.parse.clauses[parent].parent
        return ()

    def _disagrees(self, k: int, subject: Argument) -> bool:
        """Whether a verb that follows its subject shows another gender or number."""
        verbs = [form for form in self._verb_at(k).forms if form.pos == "verb"]
        genders = {form.gender for form in verbs if form.person == 3}
        head = self.parse.tags[head_of(self.parse.tags, subject.first, subject.last)]
        gender = gender_of(head)
        numbers = {form.number for form in verbs}
        people = {form.number for form in head.forms if form.kind in ("agent", "title")}
        if is_person(head):
            people = people or {"s"}
        if people and people <= {"p", "d"} and numbers == {"s"} and genders == {"m"}:
            return True
        if people == {"s"} and numbers == {"p"}:
            return True
        return len(genders) == 1 and bool(gender) and gender not in genders and people != {"p"}

    def _nearest_agreeing(self, k: int) -> tuple[Argument, ...]:
        """The nearest subject before that the verb agrees with: "… في حين اعتقلت شابا"."""
        for j in range(k - 1, -1, -1):
            if self.parse.chunks[j].kind != "verb":
                continue
            subject = self.subject_of(j)
            if subject and not self._disagrees(k, subject[0]):
                return subject
        return ()

    def _any_subject(self, k: int) -> tuple[Argument, ...]:
        """The nearest subject before: "سبق أن دعا القائد …، كما وصف …"."""
        for j in range(k - 1, -1, -1):
            if self.parse.chunks[j].kind == "verb" and self.subject_of(j):
                return self.subject_of(j)
        return ()

    def _last_subject(self, clause: int, before: int) -> tuple[Argument, ...]:
        for j in reversed(self.parse.members(clause)):
            if j < before and self.parse.chunks[j].kind == "verb":
                subject = self.subject_of(j)
                if subject:
                    return subject
        return ()


def is_named_or(kinds: frozenset[str], tag: Tagged) -> bool:
    """Whether a word is a name, one that nobody knows, or a noun of one of the kinds."""
    if tag.tag != "noun" or not tag.forms:
        return True
    return any(form.kind in kinds for form in tag.forms)


def _is_said(tag: Tagged) -> bool:
    """An act done by words ("، ودعا إلى"): after a comma its subject is who spoke before."""
    return any(form.kind == "trigger" and form.entry.split(".")[1] in _SAID for form in tag.forms)


_SAID = frozenset({"request", "accuse", "reject", "support", "threaten", "agree", "concede"})
