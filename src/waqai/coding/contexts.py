"""Contexts: what an act is about, by the words of its clause and of the document.

A context is earned by words of `contexts.yaml`; each comes with the words that earned it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from waqai.coding.clauses import Parse
from waqai.coding.parties import PartyReader
from waqai.coding.tagging import Tagged
from waqai.folding import fold
from waqai.lexicon.load import ContextRule, Lexicon, Trigger
from waqai.model import Evidence

_NARROWER = frozenset({"corruption", "trafficking", "illegal_drugs"})
"""Contexts beside which `crime` is not added (PLOVER manual, contexts)."""


class ContextIndex:
    """Words that earn a context, by folded word."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index single words by themselves and phrases by their first word."""
        self._rules: dict[str, list[tuple[tuple[str, ...], ContextRule]]] = {}
        self._unless: dict[str, frozenset[str]] = {}
        for rule in lexicon.contexts.values():
            unless: frozenset[str] = frozenset()
            for word in rule.unless:
                unless |= lexicon.words_of(word)
            self._unless[rule.id] = unless
            for written in rule.words:
                if written.startswith("@") or " " not in written:
                    for word in lexicon.words_of(written):
                        self._rules.setdefault(word, []).append(((word,), rule))
                else:
                    words = tuple(fold(part) for part in written.split())
                    self._rules.setdefault(words[0], []).append((words, rule))

    def read(
        self, entry: Trigger, parse: Parse, word: int, reader: PartyReader
    ) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
        """Contexts of the act at `word`, in the order of the words that earn them."""
        clause = parse.clause_of[parse.chunk_of[word]]
        found = dict.fromkeys(entry.contexts)
        evidence = []
        words = [
            i
            for k in parse.members(clause)
            for i in range(parse.chunks[k].first, parse.chunks[k].last)
        ]
        stems = {parse.tags[i].reading.stem for i in words}
        for i in words:
            for n_words, rule in self._at(parse.tags, i):
                if rule.context in found or self._unless[rule.id] & stems:
                    continue
                found[rule.context] = None
                evidence.append(Evidence(reader.span(i, i + n_words), rule.id))
        if _NARROWER & found.keys() and "cyber" not in found:
            found.pop("crime", None)
        kept = tuple(found)
        return kept, tuple(evidence)

    def _at(self, tags: Sequence[Tagged], i: int) -> Iterable[tuple[int, ContextRule]]:
        faces = {tags[i].reading.stem, tags[i].token.norm}
        for face in sorted(faces):
            for words, rule in self._rules.get(face, ()):
                rest = tuple(tag.token.norm for tag in tags[i + 1 : i + len(words)])
                if rest == words[1:]:
                    yield len(words), rule
