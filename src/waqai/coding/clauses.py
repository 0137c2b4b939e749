"""Clauses: which words belong together, and what governs them.

News sentences run on; negation, attribution and coordination hold within a clause. In go
the chunks of a sentence, out comes a `Parse`: for each chunk its clause, for each clause
its kind, its governor (the word before أن) or antecedent (the phrase before الذي) and the
clause it continues. Steps, from left to right:

1. a complementizer opens a content clause under the last predicate;
2. a relative opens a clause under the last phrase; a comma closes it and the clause
   around it goes on ("في أنقرة التي وصلها اليوم، مع نظيره");
3. a subordinator (فيما، بينما، حيث) opens a clause beside the main one;
4. a second verb opens a coordinate clause, unless the first is an auxiliary (كان … قد);
5. a participle of saying (مشيرا إلى) goes on with the main subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waqai.coding.agreement import relative_agrees
from waqai.coding.growth import Chunk
from waqai.coding.tagging import Tagged

_COMMAS = frozenset("،,؛;")
_STRONG_PUNCT = frozenset("؛;.!؟?")
_ALSO = "كما"
_SUBORDINATING = frozenset(
    {"بعد", "قبل", "منذ", "الي", "حتي", "رغم", "دون", "بدون", "عقب", "اثر", "حين", "لحين", "غير"}
)
"""Prepositions that make of أن a clause of time or contrast, not of content."""
AUXILIARIES = frozenset(
    {"كان", "أصبح", "ظل", "بات", "بدأ", "أخذ", "كاد", "عاد", "ليس", "مازال", "زال", "سبق"}
)
"""Verbs that share their clause with the verb after them."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause of a sentence."""

    index: int
    kind: str
    """main, coordinate, content, relative, subordinate or participial."""
    parent: int | None
    governor: int | None = None
    """Chunk of the predicate before a content clause."""
    antecedent: int | None = None
    """Chunk of the phrase before a relative clause."""
    continues: int | None = None
    """The clause whose subject a coordinate clause may share."""
    after_comma: bool = False


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence, read: words, chunks and clauses."""

    tags: tuple[Tagged, ...]
    chunks: tuple[Chunk, ...]
    clauses: tuple[Clause, ...]
    clause_of: tuple[int, ...]
    """Clause of each chunk."""
    chunk_of: tuple[int, ...]
    """Chunk of each word."""
    chunks_of: tuple[tuple[int, ...], ...]
    """Chunks of each clause, in order."""

    def members(self, clause: int) -> tuple[int, ...]:
        """Chunks of one clause, in order."""
        return self.chunks_of[clause]

    def is_under(self, clause: int, ancestor: int) -> bool:
        """Whether a clause is another or hangs under it."""
        current: int | None = clause
        while current is not None:
            if current == ancestor:
                return True
            current = self.clauses[current].parent
        return False


def parse_clauses(tags: Sequence[Tagged], chunks: Sequence[Chunk]) -> Parse:
    """Give every chunk its clause."""
    reader = _ClauseReader(tags, chunks)
    for k in range(len(chunks)):
        reader.take(k)
    chunk_of = [0] * len(tags)
    for k, chunk in enumerate(chunks):
        chunk_of[chunk.first : chunk.last] = [k] * (chunk.last - chunk.first)
    chunks_of: list[list[int]] = [[] for _ in reader.clauses]
    for k, clause in enumerate(reader.clause_of):
        chunks_of[clause].append(k)
    return Parse(
        tuple(tags),
        tuple(chunks),
        tuple(reader.clauses),
        tuple(reader.clause_of),
        tuple(chunk_of),
        tuple(map(tuple, chunks_of)),
    )


_MAX_BACK = 3
"""Phrases that may stand between a relative pronoun and what it is about."""


def _is_participle(tag: Tagged) -> bool:
    """ "، مطالبا ب": it goes on with the main subject, whatever stands between."""
    return bool(tag.forms) and all(form.tense == "participle" for form in tag.forms)


class _ClauseReader:
    """The open clauses while chunks go by."""

    def __init__(self, tags: Sequence[Tagged], chunks: Sequence[Chunk]) -> None:
        self._tags = tags
        self._chunks = chunks
        self.clauses = [Clause(0, "main", None)]
        self.clause_of: list[int] = []
        self._current = 0
        self._has_verb: dict[int, int] = {}
        self._after_comma = False
        self._last_phrase: int | None = None
        self._last_predicate: dict[int, int] = {}

    def take(self, k: int) -> None:
        chunk = self._chunks[k]
        if chunk.kind == "punct":
            self._punct(chunk)
            self.clause_of.append(self._current)
            return
        if chunk.kind == "relative":
            self._open("relative", antecedent=self._antecedent(k))
        elif chunk.kind == "complementizer":
            self._complementizer(k)
        elif chunk.kind == "subordinator" and not self._says_also(k):
            self._pop_to_main()
            self._open("subordinate")
        elif chunk.kind == "verb":
            self._verb(k)
        elif chunk.kind == "phrase":
            self._phrase(k)
        self.clause_of.append(self._current)
        if chunk.kind in ("verb", "phrase"):
            self._last_predicate[self._current] = k
        if chunk.kind == "phrase":
            self._last_phrase = k
        self._after_comma = False

    def _says_also(self, k: int) -> bool:
        """ "كما دعا الحكومة": كما that opens a sentence only goes on."""
        return k == 0 and self._tags[self._chunks[k].first].reading.stem == _ALSO

    def _antecedent(self, k: int) -> int | None:
        """The nearest phrase before that the relative pronoun agrees with, else the nearest.

        "السكان في مدينة بلدوين الذين خرجوا": الذين are the people, not the town.
        """
        pronoun = self._tags[self._chunks[k].first].reading.stem
        steps = 0
        for j in range(k - 1, -1, -1):
            chunk = self._chunks[j]
            if chunk.kind not in ("phrase", "punct", "time") or steps >= _MAX_BACK:
                break
            if chunk.kind != "phrase":
                continue
            steps += 1
            if relative_agrees(pronoun, self._tags, chunk.start, chunk.last):
                return j
        return self._last_phrase

    def _open(self, kind: str, **links: int | None) -> None:
        clause = Clause(
            len(self.clauses), kind, self._current, after_comma=self._after_comma, **links
        )
        self.clauses.append(clause)
        self._current = clause.index

    def _pop_to_main(self) -> None:
        while self.clauses[self._current].kind not in ("main", "coordinate"):
            parent = self.clauses[self._current].parent
            if parent is None:
                break
            self._current = parent

    def _punct(self, chunk: Chunk) -> None:
        mark = self._tags[chunk.first].token.text
        if mark in _COMMAS or mark in _STRONG_PUNCT:
            while self.clauses[self._current].kind == "relative":
                parent = self.clauses[self._current].parent
                assert parent is not None
                self._current = parent
            self._after_comma = True
        if mark in _STRONG_PUNCT:
            self._pop_to_main()

    def _complementizer(self, k: int) -> None:
        before = self._chunks[k - 1] if k else None
        if before is not None and before.kind == "particle":
            word = self._tags[before.first].reading.stem
            if word in _SUBORDINATING:
                self._open("subordinate")
                return
        clause = self.clauses[self._current]
        joined = bool(self._tags[self._chunks[k].first].reading.conj)
        if joined and clause.kind == "content" and clause.parent is not None:
            self._current = clause.parent
            self._open("content", governor=clause.governor, continues=clause.index)
            return
        self._open("content", governor=self._last_predicate.get(self._current))

    def _verb(self, k: int) -> None:
        if _is_participle(self._tags[self._chunks[k].first]):
            self._pop_to_main()
            self._beside()
            self._has_verb[self._current] = k
            return
        if self._returns(k):
            self._open("relative", antecedent=k - 1)
            self._has_verb[self._current] = k
            return
        first = self._has_verb.get(self._current)
        if first is None:
            self._has_verb[self._current] = k
            return
        is_helped = self._is_auxiliary(first) or self._chunks[k - 1].kind == "negation"
        if is_helped and not self._tags[self._chunks[k].first].reading.conj:
            self._has_verb[self._current] = k
            return
        self._coordinate(k)
        self._has_verb[self._current] = k

    def _returns(self, k: int) -> bool:
        """ "محادثات أجراها", "هجوم شنه": a light verb that takes the open noun before it up."""
        tag = self._tags[self._chunks[k].first]
        before = self._chunks[k - 1] if k else None
        return (
            before is not None
            and before.kind == "phrase"
            and not self._closes(before)
            and bool(tag.reading.pronoun)
            and not tag.reading.conj
            and any(form.kind == "light" for form in tag.forms)
        )

    def _coordinate(self, k: int) -> None:
        """A second verb: a clause beside the current one, or a relative without الذي."""
        tag = self._tags[self._chunks[k].first]
        bare = not tag.reading.conj and not self._after_comma
        described = self._described(k - 1) if bare else None
        if described is not None:
            self._open("relative", antecedent=described)
            return
        if any(form.kind == "speech" for form in tag.forms) and not bare:
            self._pop_to_main()
        self._beside()

    def _described(self, k: int) -> int | None:
        """The indefinite phrase that a verb right after chunk `k` tells more of.

        "مسلح يحمل قنبلة", "مسلحين من القبائل يطلقون النار".
        """
        chunk = self._chunks[k]
        if chunk.kind != "phrase":
            return None
        if not self._closes(chunk):
            return k
        before = self._chunks[k - 1] if k else None
        is_whole = chunk.prep == "من" and before is not None and before.kind == "phrase"
        return k - 1 if is_whole and before and not self._closes(before) else None

    def _closes(self, chunk: Chunk) -> bool:
        """Whether a phrase is definite; some of a whole are not: "مسلحين من القبائل"."""
        words = self._tags[chunk.start : chunk.last]
        parts = [i for i, tag in enumerate(words) if i and tag.reading.stem == "من"]
        return any(tag.is_definite for tag in words[: parts[0] if parts else None])

    def _beside(self) -> None:
        current = self.clauses[self._current]
        kind = current.kind if current.kind in ("content", "relative") else "coordinate"
        clause = Clause(
            len(self.clauses),
            kind,
            current.parent,
            governor=current.governor,
            antecedent=current.antecedent,
            continues=current.index,
            after_comma=self._after_comma,
        )
        self.clauses.append(clause)
        self._current = clause.index

    def _phrase(self, k: int) -> None:
        chunk = self._chunks[k]
        tag = self._tags[chunk.start]
        is_saying = any(form.kind == "speech" and form.pos == "participle" for form in tag.forms)
        if is_saying and not chunk.prep:
            self._pop_to_main()
            self._open("participial")
            self._has_verb[self._current] = k
            return
        is_bare = not chunk.prep and tag.tag != "demonstrative"
        if not self._after_comma or not is_bare or self._current not in self._has_verb:
            return
        if self._verb_follows(k):
            self._beside()

    def _verb_follows(self, k: int) -> bool:
        """Whether a bare phrase after a comma is the subject of a new verb."""
        for chunk in self._chunks[k + 1 :]:
            if chunk.kind == "verb":
                return True
            if chunk.kind not in ("phrase", "time", "negation", "particle", "adverb"):
                return False
        return False

    def _is_auxiliary(self, k: int) -> bool:
        forms = self._tags[self._chunks[k].first].forms
        return any(form.lemma in AUXILIARIES for form in forms if form.pos == "verb")
