"""Chunks: the flat sequence of phrases and joints that a sentence is read as.

In go tagged words and the stretches that are time expressions; out come `Chunk`s that
cover every word once, in order. A noun phrase is grown from its head the way Arabic
closes one: an iḍāfa stays open until the article, a pronoun or a name closes it; then
only adjectives, ranks, kin words and the name of a titled person may follow. Quoted and
bracketed stretches stay inside the phrase they interrupt. What is left out: agreement in
case, which news does not write.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from waqai.coding.agreement import is_unknown
from waqai.coding.growth import JOINTS, Chunk, Growth
from waqai.coding.tagging import Tagged
from waqai.text.numbers import is_number_word

AGENT_PREPOSITION = "by"
"""The preposition slot of "من قبل", "على يد": who did it."""
_AGENT_HEADS = {
    "من": frozenset({"قبل", "جانب", "طرف", "لدن"}),
    "علي": frozenset({"يد", "ايدي", "يدي"}),
}
_QUOTES = {"«": "»", "“": "”", "‘": "’", "(": ")", "[": "]", '"': '"', "'": "'"}
_MAX_QUOTED_TOKENS = 8
"""A longer quotation is a clause of its own, not part of a name."""


_COMPOUND = {
    "بحق": "ضد", "لفائده": "ل", "لصالح": "ل", "لحساب": "ل", "بمعيه": "مع", "رفقه": "مع",
    "باتجاه": "باتجاه", "صوب": "باتجاه",
}  # fmt: skip
"""Words that with their clitic are prepositions, by the plain one they stand for."""
_AGAINST = frozenset({"حق", "شان", "مواجهه"})
""" "في حق", "في شأن": against."""
_ROUGHLY = frozenset({"نحو", "حوالي", "قرابه", "زهاء"})
"""Prepositions that before a number only say "about": "تظاهر نحو مئتي شخص"."""


def _is_count(tag: Tagged) -> bool:
    return tag.tag in ("number", "quantifier") or is_number_word(tag.token.norm)


class Chunker:
    """Reads one sentence's chunks from left to right."""

    def __init__(self, tags: Sequence[Tagged], times: Mapping[int, int]) -> None:
        """Keep the words.

        Args:
            tags: the tagged words.
            times: end of each time expression by its first word.
        """
        self._tags = tags
        self._times = times

    def read(self) -> tuple[Chunk, ...]:
        """All chunks; together they cover every word."""
        chunks: list[Chunk] = []
        i = 0
        while i < len(self._tags):
            chunk = self._next(i, chunks)
            chunks.append(chunk)
            i = chunk.last
        return tuple(
            replace(chunk, is_apposition=True) if self._is_apposition(chunks, k) else chunk
            for k, chunk in enumerate(chunks)
        )

    def _is_apposition(self, chunks: Sequence[Chunk], k: int) -> bool:
        """A bare office phrase after a named person, where another bare phrase still follows.

        "أدى بلقاسم مدير الصندوق زيارة" against "استقبل صدام حفتر رئيس الأركان": only what
        comes after tells an apposition from the verb's object. Between commas it is one.
        """
        chunk = chunks[k]
        if chunk.kind != "phrase" or chunk.prep or chunk.is_coordinated or k == 0:
            return False
        if self._is_named_between_commas(chunks, k):
            return True
        if chunk.titles[:1] not in (("office",), ("profession",), ("kin",)):
            return False
        before = k - 2 if chunks[k - 1].kind == "punct" else k - 1
        if before < 0 or not self._is_named_person(chunks[before]):
            return False
        after = next((c for c in chunks[k + 1 :] if c.kind != "time"), None)
        if before == k - 2:
            return after is not None and after.kind == "punct"
        return after is not None and after.kind == "phrase" and not after.prep

    def _is_named_between_commas(self, chunks: Sequence[Chunk], k: int) -> bool:
        """ "الرئيس الجزائري، عبد المجيد تبون، وزير …": the name of the titled one before it.

        "رئيس النقابة لصناعة الحليب، بوبكر المهري، اليوم": the title's own complement, a phrase
        with a preposition, may stand between.
        """
        if k < 2 or chunks[k - 1].kind != "punct":
            return False
        if not (self._is_named_person(chunks[k]) or self._is_unknown_name(chunks[k])):
            return False
        j = k - 2
        while j > 0 and chunks[j].kind == "phrase" and chunks[j].prep:
            j -= 1
        before = chunks[j]
        return (
            before.kind == "phrase"
            and bool({"office", "profession"} & set(before.titles))
            and before.name_at is None
        )

    def _is_unknown_name(self, chunk: Chunk) -> bool:
        """Two words or more that nobody knows, the first of them bare."""
        tags = self._tags[chunk.start : chunk.last]
        return len(tags) > 1 and is_unknown(tags[0]) and not any(tag.forms for tag in tags)

    def _is_named_person(self, chunk: Chunk) -> bool:
        if chunk.kind != "phrase":
            return False
        if chunk.name_at is not None:
            return True
        name = self._tags[chunk.start].name
        return name is not None and any(use.id.startswith("person/") for use in name.uses)

    def _next(self, i: int, before: Sequence[Chunk]) -> Chunk:
        if i in self._times:
            return Chunk("time", i, self._times[i], start=i)
        tag = self._tags[i]
        if tag.tag == "punct":
            return Chunk("punct", i, i + 1)
        if tag.tag == "verb":
            return Chunk("verb", i, i + 1, start=i)
        if tag.tag == "preposition":
            return self._prepositional(i)
        if tag.tag in JOINTS:
            return Chunk(JOINTS[tag.tag], i, i + 1, start=i)
        compound = _COMPOUND.get(tag.token.norm)
        if compound is not None and i + 1 < len(self._tags) and self._starts_phrase(i + 1):
            return self._phrase(i + 1, first=i, prep=compound)
        prep = tag.reading.prep
        if not tag.reading.conj:
            return self._phrase(i, prep=prep)
        last = next((chunk for chunk in reversed(before) if chunk.kind != "time"), None)
        joined = last is not None and last.kind == "phrase"
        if last is not None and joined and not prep:
            prep = last.prep
        return self._phrase(i, prep=prep, is_coordinated=joined)

    def _prepositional(self, i: int) -> Chunk:
        tag = self._tags[i]
        prep = tag.reading.stem
        if tag.reading.pronoun:
            return Chunk("phrase", i, i + 1, prep=prep, start=i)
        if prep in _ROUGHLY and i + 1 < len(self._tags) and _is_count(self._tags[i + 1]):
            return self._phrase(i + 1, first=i)
        j = i + 1
        if prep == "في" and self._is_direction(j):
            return self._phrase(j + 1, first=i, prep="باتجاه")
        if prep == "في" and self._is_against(j):
            return self._phrase(j + 1, first=i, prep="ضد")
        if j < len(self._tags) and self._tags[j].reading.stem in _AGENT_HEADS.get(prep, ()):
            if j + 1 < len(self._tags) and self._starts_phrase(j + 1):
                prep, j = AGENT_PREPOSITION, j + 1
            elif self._tags[j].reading.pronoun:
                return Chunk("phrase", i, j + 1, prep=AGENT_PREPOSITION, start=j)
        elif j < len(self._tags) and self._tags[j].tag == "preposition":
            return Chunk("particle", i, j)
        if j in self._times or j >= len(self._tags) or not self._starts_phrase(j):
            return Chunk("particle", i, j, start=i)
        return self._phrase(j, first=i, prep=prep)

    def _is_against(self, j: int) -> bool:
        """ "في | حق النائب", "في | شأن المتهم"."""
        if j + 1 >= len(self._tags) or self._tags[j].token.norm not in _AGAINST:
            return False
        return self._starts_phrase(j + 1)

    def _is_direction(self, j: int) -> bool:
        """ "في | اتجاه شرطي": towards him."""
        is_head = j + 1 < len(self._tags) and self._tags[j].token.norm == "اتجاه"
        return is_head and self._starts_phrase(j + 1)

    def _starts_phrase(self, i: int) -> bool:
        tag = self._tags[i].tag
        if tag == "punct":
            return self._quoted_end(i) is not None
        return tag not in JOINTS and tag not in ("verb", "preposition")

    def _phrase(
        self, i: int, *, first: int | None = None, prep: str = "", is_coordinated: bool = False
    ) -> Chunk:
        growth = Growth(self._tags, self._times, self._quoted_end)
        return growth.grow(i, first=first, prep=prep, is_coordinated=is_coordinated)

    def _quoted_end(self, i: int) -> int | None:
        """Past the closing mark of a short stretch that opens at `i`, else None."""
        opening = self._tags[i].token.text
        closing = _QUOTES.get(opening)
        if closing is None:
            return None
        for j in range(i + 1, min(i + 2 + _MAX_QUOTED_TOKENS, len(self._tags))):
            if self._tags[j].token.text == closing:
                return j + 1 if j > i + 1 else None
            if self._tags[j].tag in ("verb", "complementizer") and opening not in "(":
                return None
        return None
