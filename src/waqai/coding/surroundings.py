"""Phrases around a predicate: what stands before it and after it in its clause.

In go a parse and the place of a verb; out come its topic, the bare phrases after it and the
prepositional ones. What of them is subject and what object, `waqai.coding.subjects` decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from waqai.coding.clauses import AUXILIARIES, Parse
from waqai.coding.growth import Chunk
from waqai.coding.slots import Argument
from waqai.coding.tagging import Tagged
from waqai.lexicon.load import Lexicon

_EACH_OF = frozenset(
    {"جميع", "معظم", "بعض", "كل", "غالبيه", "اغلب", "احد", "احدي", "نصف", "اغلبيه"}
)
_After = tuple[Sequence[tuple[Argument, ...]], Mapping[str, tuple[Argument, ...]]]


class Surroundings:
    """The phrases of one parsed sentence, by the predicates they stand around."""

    def __init__(self, parse: Parse, lexicon: Lexicon) -> None:
        """Keep the sentence; what stands after a predicate is found once."""
        self.parse = parse
        self.lexicon = lexicon
        self._after: dict[int, _After] = {}

    def after(self, k: int) -> _After:
        """Bare phrases (groups of joined ones) and prepositional ones after a predicate."""
        found = self._after.get(k)
        if found is None:
            found = self._after[k] = self._find_after(k)
        return found

    def _find_after(self, k: int) -> _After:
        clause = self.parse.clause_of[k]
        bare: list[tuple[Argument, ...]] = []
        preps: dict[str, tuple[Argument, ...]] = {}
        last_slot: str | None = None
        for j in self.parse.members(clause):
            if j <= k:
                continue
            chunk = self.parse.chunks[j]
            if chunk.kind == "verb":
                break
            if chunk.kind == "conjunction":
                continue
            if chunk.kind != "phrase" or chunk.is_apposition or self._only_details(j):
                continue
            if self._names_branch(j):
                continue
            argument = self.argument(chunk)
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

    def _names_branch(self, j: int) -> bool:
        """ "المكتب الجهوي | للحزب", "فرقة الأبحاث | للحرس": whose branch acts, not for whom."""
        chunk, before = self.parse.chunks[j], self.parse.chunks[j - 1] if j else None
        if chunk.prep != "ل" or before is None or before.kind != "phrase" or before.prep:
            return False
        head = self.parse.tags[chunk.start]
        is_body = any(form.kind == "agent" and form.number == "s" for form in head.forms)
        named = head.name is not None and head.name.use("name") is not None
        branch = self.parse.tags[before.start].reading.stem
        return (is_body or named) and branch in self.lexicon.words_of("@branches")

    def _only_details(self, j: int) -> bool:
        """ "جميعهم أفغان", "بينهم ضابطان": it says more of people already named."""
        chunk = self.parse.chunks[j]
        if chunk.prep:
            return False
        tag = self.parse.tags[chunk.start]
        if tag.tag == "quantifier" and tag.reading.pronoun:
            return True
        if tag.reading.stem in _EACH_OF and tag.reading.pronoun:
            return True
        before = self.parse.chunks[j - 1] if j else None
        return before is not None and before.prep in ("بين", "من") and self._is_among(before)

    def _is_among(self, chunk: Chunk) -> bool:
        return bool(self.parse.tags[chunk.last - 1].reading.pronoun) and chunk.kind == "phrase"

    def argument(self, chunk: Chunk) -> Argument:
        """What a phrase fills a slot with."""
        tag = self.parse.tags[chunk.start]
        only_pronoun = tag.tag == "preposition" and bool(tag.reading.pronoun)
        return Argument(chunk.start, chunk.last, is_pronoun=only_pronoun)

    def topic(self, k: int) -> tuple[Argument, ...]:
        """The bare phrase before a verb in its clause, with what is joined to it."""
        if self._verb_at(k).reading.conj == "و":
            return ()  # "في بلدان بينها العراق، وباركت الفصائل": what و joins opens a clause.
        found: list[Argument] = []
        for j in reversed(self.clause_before(k)):
            chunk = self.parse.chunks[j]
            if chunk.kind == "verb":
                if self._is_auxiliary(j):
                    continue
                break
            if chunk.kind == "punct" and self.parse.tags[chunk.first].token.text == ":":
                break  # "بيروت - رويترز: خرج الآلاف": who reports, not who goes.
            if chunk.kind == "phrase" and not chunk.prep and not chunk.is_apposition:
                found.insert(0, Argument(chunk.start, chunk.last))
                if chunk.is_coordinated:
                    continue
                if not self._only_details(j):
                    return tuple(found)
                found.clear()
        return ()

    def clause_before(self, k: int) -> tuple[int, ...]:
        """Chunks before `k` in its clause."""
        clause = self.parse.clause_of[k]
        return tuple(j for j in self.parse.members(clause) if j < k)

    def _is_auxiliary(self, k: int) -> bool:
        forms = self.parse.tags[self.parse.chunks[k].first].forms
        return any(form.lemma in AUXILIARIES for form in forms if form.pos == "verb")

    def _verb_at(self, k: int) -> Tagged:
        return self.parse.tags[self.parse.chunks[k].first]

    def _words_of(self, k: int) -> range:
        return range(self.parse.chunks[k].first, self.parse.chunks[k].last)
