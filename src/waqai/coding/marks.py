"""Marks and stances: what a clause claims of the acts it names.

In goes a parse, out come `Marking`s: words of the lexicon's `marks.yaml` found in the
sentence, each with the words it reaches. Negation holds for the next verb or noun, belief
and expectation for what follows أن, intention for the rest of its clause: what somebody
wants, plans or discusses has not happened. The future particle سـ counts as a mark too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from waqai.coding.clauses import Parse
from waqai.coding.tagging import Tagged
from waqai.folding import fold
from waqai.lexicon.load import Lexicon, Mark

_ANY = "…"
_MIN_LETTERS = 3
"""Letters a word keeps when و or ف before it is passed over."""
FUTURE_RULE = "ar.mark.future_particle.000"
"""The rule named where سـ on the verb itself is the evidence."""
MAY_RULE = "ar.mark.may.000"
"""The rule named for قد before an imperfect: "may"; before a perfect it only says "has"."""


@dataclass(frozen=True, slots=True)
class Marking:
    """A mark found in a sentence."""

    first: int
    last: int
    """The words of the mark, [first, last)."""
    mark: str
    """negation, future, hypothetical, historical or none."""
    stance: str | None
    intention: bool
    rule: str
    reach: tuple[int, int]
    """The words it reaches, [from, to)."""

    def covers(self, word: int) -> bool:
        """Whether it reaches a word."""
        return self.reach[0] <= word < self.reach[1]


class MarkIndex:
    """The words of all marks by their first word."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Split each mark's words, the longest first."""
        by_first: dict[str, list[tuple[tuple[str, ...], Mark]]] = {}
        for mark in lexicon.marks.values():
            for written in mark.words:
                words = tuple(fold(word) for word in written.split())
                by_first.setdefault(words[0], []).append((words, mark))
        self._by_first = {
            first: tuple(sorted(marks, key=lambda m: (-len(m[0]), m[0], m[1].id)))
            for first, marks in by_first.items()
        }

    def find(self, parse: Parse) -> tuple[Marking, ...]:
        """All marks of a sentence in the order of their words."""
        found: list[Marking] = []
        i = 0
        while i < len(parse.tags):
            hit = self._at(parse.tags, i)
            tag = parse.tags[i]
            if tag.tag == "verb" and tag.reading.future:
                found.append(Marking(i, i + 1, "future", None, False, FUTURE_RULE, (i, i + 1)))
            if tag.token.norm in ("قد", "وقد", "فقد") and _is_imperfect(parse.tags, i + 1):
                found.append(Marking(i, i + 1, "hypothetical", None, False, MAY_RULE, (i, i + 2)))
            if hit is None:
                i += 1
                continue
            n_words, mark = hit
            reach = _reach(parse, i, i + n_words, mark.scope)
            found.append(
                Marking(i, i + n_words, mark.mark, mark.stance, mark.intention, mark.id, reach)
            )
            i += n_words
        return tuple(found)

    def _at(self, tags: Sequence[Tagged], i: int) -> tuple[int, Mark] | None:
        for word in dict.fromkeys(_faces(tags[i])):
            for words, mark in self._by_first.get(word, ()):
                if i + len(words) > len(tags):
                    continue
                if all(
                    wanted == _ANY or wanted in _faces(tags[i + 1 + n])
                    for n, wanted in enumerate(words[1:])
                ):
                    return len(words), mark
        return None


def _is_imperfect(tags: Sequence[Tagged], i: int) -> bool:
    if i >= len(tags) or tags[i].tag != "verb" or not tags[i].forms:
        return False
    return all(form.tense == "imperfect" for form in tags[i].forms)


def _faces(tag: Tagged) -> tuple[str, ...]:
    """What a mark may be spelled like: the word, without its conjunction, its bare stem."""
    norm = tag.token.norm
    may_peel = bool(tag.reading.conj) or not tag.forms  # "ولاية" is no و + لاية
    conj = norm[1:] if may_peel and norm[0] in "وف" and len(norm) > _MIN_LETTERS else norm
    if tag.tag == "name":
        return (norm,)
    if tag.tag == "verb" or not (tag.reading.prep or tag.reading.pronoun):
        return (norm, conj)
    without_prep = conj.removeprefix(tag.reading.prep)
    return (norm, conj, without_prep, tag.reading.stem)


def _reach(parse: Parse, first: int, last: int, scope: str) -> tuple[int, int]:
    """The words a scope stands for, after the mark at [first, last)."""
    here = parse.clause_of[parse.chunk_of[first]]
    if scope == "sentence":
        return (0, len(parse.tags))
    if scope == "clause":
        words = list(_clause_words(parse, here))
        return (words[0], words[-1] + 1)
    if scope == "next_verb":
        return _next_verb(parse, last)
    if scope == "next_noun":
        return _next_noun(parse, last, here)
    return (last, _governed_end(parse, last, here))


def _clause_words(parse: Parse, clause: int) -> Iterator[int]:
    for k in parse.members(clause):
        yield from range(parse.chunks[k].first, parse.chunks[k].last)


def _next_verb(parse: Parse, last: int) -> tuple[int, int]:
    for i in range(last, len(parse.tags)):
        if parse.tags[i].tag == "verb":
            return (last, i + 1)
        if parse.tags[i].tag == "punct":
            break
    return (last, last)


def _next_noun(parse: Parse, last: int, clause: int) -> tuple[int, int]:
    """The phrase that follows, with what hangs on it, up to the clause's next verb."""
    for k in range(parse.chunk_of[min(last, len(parse.tags) - 1)], len(parse.chunks)):
        chunk = parse.chunks[k]
        if chunk.last <= last:
            continue
        if chunk.kind == "verb" or parse.clause_of[k] != clause:
            return (last, max(chunk.first, last))
        if chunk.kind == "punct" and parse.tags[chunk.first].token.text in "،,؛;":
            return (last, max(chunk.first, last))
    return (last, len(parse.tags))


def _governed_end(parse: Parse, last: int, clause: int) -> int:
    """Where the words under a clause end: its content and relative clauses included."""
    for k in range(parse.chunk_of[min(last, len(parse.tags) - 1)], len(parse.chunks)):
        if not parse.is_under(parse.clause_of[k], clause):
            return max(parse.chunks[k].first, last)
    return len(parse.tags)
