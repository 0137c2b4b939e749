"""Against whom a protest is: what its sentence says after the act.

"احتجاجا على سياسة الحكومة", "للتنديد بالعدوان الإسرائيلي", "مطالبين برحيل الرئيس", "ينددون
بالحكومة", "ضد الوزارة", "الموت لأميركا", "أمام السفارة الفرنسية": whoever is named there, else
the owner of the thing, receives the protest. Whom a deed protested against was done to ("احتجاجا
على اعتقال الصحفي") does not; who did it ("على يد الشرطة") does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from waqai.coding.clauses import Parse
from waqai.coding.focus import Party
from waqai.coding.growth import Chunk
from waqai.coding.parties import PartyReader
from waqai.coding.slots import Argument
from waqai.coding.tagging import Tagged
from waqai.folding import fold
from waqai.lexicon.load import Lexicon

_ABOUT = frozenset({"علي", "ب", "ل", "من", "ضد", "الي"})
_BEFORE = frozenset({"امام", "قباله"})
_AGAINST = "ضد"
_DEATH_TO = "الموت"
_OF_CRY = ("ل",)
_BY = "by"


class TargetFinder:
    """Finds whom the protests of one sentence are against."""

    def __init__(self, parse: Parse, lexicon: Lexicon, reader: PartyReader) -> None:
        """Keep the sentence."""
        self._parse = parse
        self._lexicon = lexicon
        self._reader = reader

    def cause(self, word: int) -> tuple[Party, ...]:
        """Whom the cause of a protest told at `word` names; nobody where it names none."""
        return self._first(self._causes(word, self._after(word)))

    def place(self, word: int) -> tuple[Party, ...]:
        """Whoever sits where the crowd stands."""
        after = self._after(word)
        return self._first(_argument(chunk) for chunk in after if chunk.prep in _BEFORE)

    def _first(self, arguments: Iterator[Argument]) -> tuple[Party, ...]:
        for argument in arguments:
            found = self._reader.read((argument,)) or self._reader.owners((argument,))
            if found:
                return found[:1]
        return ()

    def _after(self, word: int) -> list[Chunk]:
        """Phrases and verbs after a word, but for clauses told beside its own ("بينما طالب")."""
        parse = self._parse
        apart = {clause.index for clause in parse.clauses if clause.kind == "subordinate"}
        apart.discard(parse.clause_of[parse.chunk_of[word]])
        return [
            chunk
            for k, chunk in enumerate(parse.chunks)
            if chunk.first > word
            and chunk.kind in ("phrase", "verb")
            and parse.clause_of[k] not in apart
        ]

    def _causes(self, word: int, after: Sequence[Chunk]) -> Iterator[Argument]:
        if after and after[0].prep in _ABOUT and self._is_cause(self._parse.tags[word]):
            yield from self._aimed_at(after[0])  # "احتجاجا | على سياسة الحكومة"
        for k, chunk in enumerate(after):
            tag = self._parse.tags[chunk.start]
            if chunk.kind == "verb":
                yield from self._demanded(after, k, tag)
            elif chunk.prep == _AGAINST:
                yield _argument(chunk)
            elif self._is_cause(tag) or tag.token.norm == _DEATH_TO:
                yield from self._brought(after, k)

    def _is_cause(self, tag: Tagged) -> bool:
        return tag.reading.stem in self._lexicon.words_of("@protest_causes")

    def _demanded(self, after: Sequence[Chunk], k: int, tag: Tagged) -> Iterator[Argument]:
        """ "تطالب رئيس الوزراء بالرحيل", "ينددون بالحكومة": what a crowd's verb is aimed at."""
        verbs = self._lexicon.words_of("@protest_verbs")
        if not any(fold(form.lemma) in verbs for form in tag.forms):
            return
        for chunk in after[k + 1 :]:
            if chunk.kind == "verb":
                return
            if not chunk.prep or chunk.prep in _ABOUT:
                yield from self._aimed_at(chunk)

    def _brought(self, after: Sequence[Chunk], k: int) -> Iterator[Argument]:
        """What a word of cause brings: the rest of its phrase, then the phrase it governs."""
        chunk = after[k]
        if chunk.last - chunk.start > 1:
            yield Argument(chunk.start + 1, chunk.last)
        if k + 1 >= len(after) or after[k + 1].kind == "verb":
            return
        about = after[k + 1]
        is_cry = self._parse.tags[chunk.start].token.norm == _DEATH_TO
        if about.prep not in (_OF_CRY if is_cry else (*_ABOUT, "")):
            return
        if k + 2 < len(after) and after[k + 2].prep == _BY:
            yield _argument(after[k + 2])
        yield from self._aimed_at(about)

    def _aimed_at(self, chunk: Chunk) -> Iterator[Argument]:
        if not self._lexicon.names_sufferer(self._parse.tags[chunk.start].forms):
            yield _argument(chunk)


def _argument(chunk: Chunk) -> Argument:
    return Argument(chunk.start, chunk.last)
