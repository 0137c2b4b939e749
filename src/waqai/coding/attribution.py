"""Who says so: sources in a sentence and the words they answer for.

Three constructions: a word that brings its source with it ("وفق", "نقلا عن") answers for
its whole sentence; a verb of saying answers for what hangs under its clause after it; a
participle of saying ("مشيرا إلى") goes on with the last speaker. "المصدر نفسه" is whoever
was named last. The stance follows from the word of saying.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from waqai.coding.clauses import Parse
from waqai.coding.roles import Argument, RoleFinder
from waqai.folding import fold
from waqai.lexicon.load import Lexicon

_SAME = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها", "عينه"})
_SOURCE_PREPOSITIONS = frozenset({"عن", "ل", "الي", "من", ""})


@dataclass(frozen=True, slots=True)
class Saying:
    """A word of saying with its source."""

    word: int
    """The word of saying."""
    n_words: int
    source: Argument | None
    """The words that name who says so; None where the last source is meant."""
    is_same_source: bool
    """ "المصدر نفسه": the source named last in the document."""
    stance: str
    rule: str
    reach: tuple[int, int]
    """The words it answers for."""

    def covers(self, word: int) -> bool:
        """Whether it answers for a word."""
        return self.reach[0] <= word < self.reach[1]


class SayingIndex:
    """Words that bring their source, by their first word."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Split phrases such as "نقلا عن", the longest first."""
        by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for speech in lexicon.speeches.values():
            for written in speech.nouns:
                words = tuple(fold(word) for word in written.split())
                by_first.setdefault(words[0], []).append((words, speech.id))
        self._by_first = {
            first: tuple(sorted(items, key=lambda item: (-len(item[0]), item)))
            for first, items in by_first.items()
        }
        self._lexicon = lexicon

    def find(self, parse: Parse, roles: RoleFinder) -> tuple[Saying, ...]:
        """All sayings of a sentence, in the order of their words."""
        found = [*self._prepositional(parse), *self._verbal(parse, roles)]
        found.sort(key=lambda saying: saying.word)
        return tuple(found)

    def _prepositional(self, parse: Parse) -> Iterator[Saying]:
        i = 0
        while i < len(parse.tags):
            hit = self._phrase_at(parse, i)
            if hit is None:
                i += 1
                continue
            n_words, entry = hit
            speech = self._lexicon.speeches[entry]
            source, is_same = self._source(parse, i + n_words, i)
            if source is not None or is_same:
                yield Saying(
                    i, n_words, source, is_same, speech.stance, entry, (0, len(parse.tags))
                )
            i += n_words

    def _phrase_at(self, parse: Parse, i: int) -> tuple[int, str] | None:
        tag = parse.tags[i]
        faces = {tag.token.norm, tag.token.norm.removeprefix("و")}
        for face in sorted(faces):
            for words, entry in self._by_first.get(face, ()):
                norms = tuple(t.token.norm for t in parse.tags[i + 1 : i + len(words)])
                if norms == words[1:]:
                    return len(words), entry
        return None

    def _source(self, parse: Parse, first: int, head: int) -> tuple[Argument | None, bool]:
        """The phrase that follows a word such as "وفق", over "ما أفاد" and a preposition."""
        for k in range(parse.chunk_of[head], min(parse.chunk_of[head] + 5, len(parse.chunks))):
            chunk = parse.chunks[k]
            if chunk.last <= first or chunk.kind in ("verb", "relative", "particle"):
                continue
            if chunk.kind != "phrase":
                return None, False
            if chunk.prep not in _SOURCE_PREPOSITIONS and chunk.first >= first:
                continue
            start = max(chunk.start, first)
            tag = parse.tags[min(start, chunk.last - 1)]
            if start >= chunk.last or (tag.tag == "preposition" and tag.reading.pronoun):
                continue
            if _is_same(parse, start, chunk.last):
                return None, True
            return Argument(start, chunk.last), False
        return None, False

    def _verbal(self, parse: Parse, roles: RoleFinder) -> Iterator[Saying]:
        for k, chunk in enumerate(parse.chunks):
            tag = parse.tags[chunk.start] if chunk.start >= 0 else None
            if tag is None or chunk.kind not in ("verb", "phrase"):
                continue
            entries = tag.entry_ids("speech")
            if not entries:
                continue
            is_verb = chunk.kind == "verb"
            if chunk.prep:
                continue
            if not is_verb and not any(form.pos == "participle" for form in tag.forms):
                continue
            speech = self._lexicon.speeches[entries[0]]
            subject = roles.subject_of(k) if is_verb else ()
            reach = (chunk.last if is_verb else chunk.start + 1, _end(parse, k))
            source = subject[0] if subject else None
            is_same = source is not None and _is_same(parse, source.first, source.last)
            if is_same:
                source = None
            yield Saying(
                chunk.start, 1, source, is_same or not is_verb, speech.stance, speech.id, reach
            )


def _is_same(parse: Parse, first: int, last: int) -> bool:
    """ "المصدر نفسه": the word for "same" in the phrase or right after it."""
    return any(tag.token.norm in _SAME for tag in parse.tags[first : last + 1])


def _end(parse: Parse, k: int) -> int:
    """Where what hangs under the clause of chunk `k` ends."""
    clause = parse.clause_of[k]
    for j in range(k + 1, len(parse.chunks)):
        if not parse.is_under(parse.clause_of[j], clause):
            return parse.chunks[j].first
    return len(parse.tags)
