"""What the doer of an act wants by it: interests, each with the act it stands by.

In go a sentence's marks of intention, its acts and its phrases; out come `Wish`es. Four
constructions name one: a word of intention ("سعيا إلى", "بهدف", "تريد"), ل before a verbal
noun ("لمنع تسلل الجماعات"), ل before a verb ("ليتمكنوا"), and حتى before a verb where
people press for something. A wish belongs to the nearest act before it; one that opens the
sentence to the first act after it.

Left out, for they name no aim of the doer: plans and duties ("مشروع قانون", "يجب"); ل that
an act takes as its own place; ل of a cause ("لمخالفته القانون", "لارتكابه") or of a result
("ليرتفع العدد").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from waqai.coding.clauses import Parse
from waqai.coding.draft import Draft, Wish
from waqai.coding.growth import Chunk
from waqai.coding.marks import Marking
from waqai.coding.parties import PartyReader
from waqai.coding.roles import RoleFinder
from waqai.coding.tagging import Tagged
from waqai.coding.triggers import Candidate
from waqai.folding import fold
from waqai.lexicon.load import Lexicon

_NO_WANT = frozenset(
    {"ar.mark.plan.001", "ar.mark.must.001", "ar.mark.awaiting.001", "ar.mark.charged_with.001"}
)
"""Marks of plans, duties and waiting: nobody in particular is said to want them."""
_FOR = "من أجل"
_CHARGED = frozenset({"COERCE", "ACCUSE", "SANCTION"})
"""Types after which "من أجل" brings the charge."""
_NEEDS_ACT = frozenset(
    {"ar.mark.ways_efforts.001", "ar.mark.wish_for.001", "ar.mark.in_preparation.001",
     "ar.mark.call_for.001", "ar.mark.necessity.001", "ar.mark.intention_of.001"}
)  # fmt: skip
"""Marks that name a want only before something to be done ("جهود إنهاء الحرب")."""
_SHAPES = re.compile(
    r"ت..ي.|ت..يه|م.ا..ه|ت[^ا]..|ت.ا..|ان..ا.|ا.ت.ا.|است..ا.|است.ا.ه|ا.تي..ا?|ان.يا.|ا.[تد].ا."
)
"""Verbal nouns of the derived stems, folded; those of stem 4 show by their written إ."""
_STEM_4 = re.compile(r"إ..ا[^ا]|إ.ا.ة|إ.[يا]..?[ةء]?")
_NOT_MASDAR = frozenset(
    {
        "عمليه",
        "مده",
        "مد",
        "مراسله",
        "محاميه",
        "محافظه",
        "مناسبه",
        "مسافه",
        "مقاطعه",
        "تونس",
        "ترمب",
        "تركي",
        "مساحه",
    }
)
_BODIES = frozenset({"ارهابي", "دوله", "قاعده", "متطرف", "مسلح", "سري"})
_PRESSING = frozenset({"PROTEST", "SANCTION", "REQUEST"})
"""Types that press for something "until" it is done."""
_HANGING = frozenset(
    {"conjunction", "preposition", "relative", "particle", "complementizer", "subordinator"}
)
"""What no aim ends with ("تحديد المسؤوليات حسب ما")."""


@dataclass(frozen=True, slots=True)
class _Aim:
    """Words that are wanted, [first, last), with what introduces them."""

    first: int
    last: int
    lead: tuple[int, int]
    holder: tuple[int, int] | None = None


class InterestFinder:
    """Finds the wishes of one sentence."""

    def __init__(
        self,
        parse: Parse,
        lexicon: Lexicon,
        roles: RoleFinder,
        markings: Sequence[Marking],
        reader: PartyReader,
    ) -> None:
        """Keep the sentence; `reader` turns its words into spans."""
        self._parse = parse
        self._lexicon = lexicon
        self._roles = roles
        self._markings = markings
        self._reader = reader

    def _class(self, name: str) -> frozenset[str]:
        return self._lexicon.words_of_any((name,))

    def find(self, acts: Mapping[int, tuple[Candidate, Draft]]) -> dict[int, tuple[Wish, ...]]:
        """The wishes of each act, by its word.

        Args:
            acts: the acts of the sentence by their words.
        """
        found: dict[int, list[Wish]] = {}
        for aim in self._aims(acts):
            word = _act_of(aim, sorted(acts))
            if word is None:
                continue
            if not self._belongs(aim, word, acts[word]):
                continue
            wish = self._wish(aim, acts[word][1])
            if all(wish.span != other.span for other in found.setdefault(word, [])):
                found[word].append(wish)
        return {word: tuple(wishes) for word, wishes in found.items()}

    def _belongs(self, aim: _Aim, word: int, act: tuple[Candidate, Draft]) -> bool:
        """Whether an aim is the act's: no other verb stands nearer, nor a clause of others.

        What is said in the act's own content ("اتهم خصومه بأنهم يعرقلون … لتحقيق") counts.
        """
        parse, (candidate, draft) = self._parse, act
        lead = " ".join(tag.token.text for tag in parse.tags[aim.lead[0] : aim.lead[1]])
        if lead.endswith(_FOR) and draft.event in _CHARGED:
            return False
        k = parse.chunk_of[aim.lead[0]]
        here = parse.clauses[parse.clause_of[k]]
        mine = parse.clause_of[parse.chunk_of[word]]
        carriers = {word, candidate.slots.light_word}
        verbs = [
            parse.chunks[j].first
            for j in parse.members(here.index)
            if parse.chunks[j].kind == "verb" and j < k
        ]
        governor = here.governor if here.kind == "content" and here.index != mine else None
        if governor is not None and parse.clause_of[governor] == mine:
            return True
        if aim.first < word and parse.clauses[mine].continues == here.index:
            others = (parse.chunks[j] for j in parse.members(here.index) if j != k)
            has_verb = any(chunk.kind == "verb" for chunk in others)
            return aim.holder is not None or not has_verb
        if verbs and not carriers & set(verbs[-1:]) and mine != here.index:
            return False
        if verbs and verbs[-1] > word and verbs[-1] not in carriers:
            return False
        return mine in (here.index, here.continues) or parse.is_under(here.index, mine)

    def _wish(self, aim: _Aim, draft: Draft) -> Wish:
        holder = draft.actors[0].span.text if draft.actors else None
        if aim.holder is not None:
            holder = self._reader.span(*aim.holder).text
        stance = "reported" if draft.sources else "asserted"
        lead = self._reader.span(*aim.lead).text
        return Wish(holder, self._reader.span(aim.first, aim.last), lead, stance)

    def _aims(self, acts: Mapping[int, tuple[Candidate, Draft]]) -> Iterator[_Aim]:
        taken: set[int] = set()
        for marking in self._markings:
            if not marking.intention or marking.rule in _NO_WANT:
                continue
            first, last = self._trim(*marking.reach)
            wisher = self._wisher(marking)
            if wisher is not None and wisher[0] == first:
                first = min(wisher[1], last)
            if first < last and first not in taken and self._is_aim(marking, first):
                taken.update(range(first, last))
                yield _Aim(first, last, (marking.first, marking.last), wisher)
        for k, chunk in enumerate(self._parse.chunks):
            if chunk.start < 0 or chunk.first in taken or self._is_marked(chunk.first):
                continue
            last = self._end(k)
            if self._is_purpose(k, acts):
                yield _Aim(chunk.start, last, (chunk.start, chunk.start + 1))
            elif self._is_until(chunk, acts):
                yield _Aim(chunk.start, last, (chunk.first, chunk.start))
            elif chunk.kind == "verb" and self._is_purpose_verb(chunk.first, acts):
                yield _Aim(chunk.first, last, (chunk.first, chunk.first + 1))

    def _trim(self, first: int, last: int) -> tuple[int, int]:
        """The words up to the first comma; past "إلى طهران" where another إلى follows."""
        tags = self._parse.tags
        stops = (
            i for i in range(first, last) if tags[i].tag == "punct" and not self._is_quoting(i)
        )
        stop = next(stops, last)
        while stop > first and (
            tags[stop - 1].tag in _HANGING or tags[stop - 1].token.text in "«“("
        ):
            stop -= 1
        if first < stop and tags[first].tag == "name" and tags[first - 1].token.norm == "الي":
            again = [i for i in range(first, stop - 1) if tags[i].token.norm == "الي"]
            first = again[0] + 1 if again else first
        return first, stop

    def _is_aim(self, marking: Marking, first: int) -> bool:
        tag = self._parse.tags[first]
        lead = self._parse.tags[marking.last - 1].token.norm
        if lead in ("مطلب", "مطالب"):
            return False
        if marking.rule not in _NEEDS_ACT and lead != "اجل":
            return True
        if tag.reading.stem.endswith("ات") or (lead == "اجل" and self._is_violent(tag)):
            return False
        is_doing = is_verbal_noun(tag, self._lexicon) or tag.reading.stem == "عدم"
        return tag.tag in ("verb", "complementizer") or is_doing

    def _is_violent(self, tag: Tagged) -> bool:
        """ "بالسجن من أجل الاعتداء": a charge, and nobody's aim."""
        entries = [self._lexicon.triggers[f.entry] for f in tag.forms if f.kind == "trigger"]
        return any(entry.event == "ASSAULT" for entry in entries)

    def _wisher(self, marking: Marking) -> tuple[int, int] | None:
        """The subject of a verb of wanting."""
        k = self._parse.chunk_of[marking.first]
        if self._parse.chunks[k].kind != "verb":
            return None
        subject = self._roles.subject_of(k)
        return (subject[0].first, subject[0].last) if subject else None

    def _is_marked(self, word: int) -> bool:
        """Whether a mark that is no intention stands right before ("تحسبا لهجوم")."""
        return any(m.last == word or m.first <= word < m.last for m in self._markings)

    def _is_purpose(self, k: int, acts: Mapping[int, tuple[Candidate, Draft]]) -> bool:
        chunk = self._parse.chunks[k]
        tag = self._parse.tags[chunk.start]
        if chunk.kind != "phrase" or tag.reading.prep != "ل" or k == 0:
            return False
        if tag.reading.article or tag.reading.pronoun or chunk.start in acts:
            return False
        if not is_verbal_noun(tag, self._lexicon) or tag.reading.stem in self._class("@reasons"):
            return False
        if tag.reading.stem.endswith("ات") or self._is_group(chunk.start):
            return False
        before = self._parse.tags[chunk.first - 1]
        if (
            before.tag == "punct"
            or before.reading.stem in self._class("@takes_l")
            or self._is_taken(k - 1)
        ):
            return False
        return not any(self._takes(entry_of, chunk.start) for entry_of, _ in acts.values())

    def _is_taken(self, k: int) -> bool:
        """Whether ل hangs on the phrase before: "مصدر هام لتمويل", "الرفض التام لعودة"."""
        chunk = self._parse.chunks[k]
        if chunk.kind != "phrase" or chunk.start < 0:
            return False
        head = self._parse.tags[chunk.start]
        if head.reading.stem in self._class("@takes_l"):
            return True
        is_own = head.reading.article or bool(head.reading.pronoun)
        return is_verbal_noun(head, self._lexicon) and (
            is_own or chunk.prep in ("في", "الي", "خلال")
        )

    def _is_group(self, word: int) -> bool:
        """ "لتنظيم داعش", "لتنظيم إرهابي": a body by that name, no organising."""
        tags = self._parse.tags
        if tags[word].reading.stem != "تنظيم" or word + 1 >= len(tags):
            return False
        after = tags[word + 1]
        return after.tag in ("punct", "name", "nisba") or after.reading.stem in _BODIES

    def _takes(self, candidate: Candidate, word: int) -> bool:
        """Whether an act has the phrase in a place of its own."""
        frame = self._lexicon.triggers[candidate.entry].frame
        if "ل" not in frame:
            return False
        return any(a.first <= word < a.last for a in candidate.slots.get("ل"))

    def _is_purpose_verb(self, word: int, acts: Mapping[int, tuple[Candidate, Draft]]) -> bool:
        tag = self._parse.tags[word]
        lemmas = {fold(form.lemma) for form in tag.forms}
        if not tag.forms or word in acts:
            return False
        if tag.reading.prep == "ل" and not lemmas & self._class("@aimed_at"):
            return False
        if any(form.tense != "imperfect" for form in tag.forms):
            return False
        if tag.reading.prep == "ل":
            return True
        before = self._parse.tags[word - 1].token.norm if word else ""
        presses = any(draft.event in _PRESSING for w, (_, draft) in acts.items() if w < word)
        return before == "حتي" and presses

    def _is_until(self, chunk: Chunk, acts: Mapping[int, tuple[Candidate, Draft]]) -> bool:
        """ "حتى تستجيب الحكومة": after what is a preposition too, a verb is taken for a noun."""
        if chunk.kind != "phrase" or chunk.prep != "حتي":
            return False
        tag = self._parse.tags[chunk.start]
        is_verb = tag.token.norm[:1] in "يت" and not tag.is_definite and not tag.forms
        presses = (d.event in _PRESSING for w, (_, d) in acts.items() if w < chunk.first)
        return is_verb and any(presses)

    def _end(self, k: int) -> int:
        """Where the aim that opens with a phrase ends: at a comma, a time or a new verb."""
        for chunk in self._parse.chunks[k + 1 :]:
            is_joint = chunk.kind in ("punct", "time", "subordinator", "verb")
            if is_joint and not self._is_quoting(chunk.first):
                return chunk.first
        return len(self._parse.tags)

    def _is_quoting(self, word: int) -> bool:
        return self._parse.tags[word].token.text in '"«»“”()'


def _act_of(aim: _Aim, words: Sequence[int]) -> int | None:
    """The act an aim stands by: the nearest before it, else the first after it."""
    outside = [word for word in words if not aim.first <= word < aim.last]
    before = [word for word in outside if word < aim.first]
    if before:
        return before[-1]
    return outside[0] if outside else None


def is_verbal_noun(tag: Tagged, lexicon: Lexicon) -> bool:
    """Whether a word names a doing: a trigger's noun, or one by its shape.

    The shapes are those of the derived stems; of the first stem only listed nouns count.
    """
    if tag.tag != "noun" or tag.reading.stem in _NOT_MASDAR:
        return False
    if tag.names_act:
        return True
    stem = tag.reading.stem
    if stem in lexicon.words_of_any(("@verbal_nouns",)) or _SHAPES.fullmatch(stem):
        return True
    written = tag.token.text
    at = written.find("إ")
    return at >= 0 and _STEM_4.match(written[at:]) is not None and stem.startswith("ا")
