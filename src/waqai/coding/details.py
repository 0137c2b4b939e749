"""Modes, contexts and counts: what neighbours of a trigger add to it.

Each comes with the words that earned it. A context is earned by a word of `contexts.yaml`
in the act's clause; a count by a number in the phrase of those who were killed, wounded,
arrested or gathered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from waqai.coding.clauses import Parse
from waqai.coding.parties import PartyReader
from waqai.coding.roles import Argument
from waqai.coding.tagging import Tagged
from waqai.coding.triggers import Candidate, TriggerFinder
from waqai.folding import fold
from waqai.lexicon.load import ContextRule, Lexicon, Trigger
from waqai.model import Count, Evidence
from waqai.text.numbers import read_number

_COUNT_CLASSES = {"dead": "acts_of_killing", "injured": "acts_of_wounding",
                  "arrested": "acts_of_arrest"}  # fmt: skip
"""Size fields and the word class whose acts they count the recipients of."""
_NARROWER = frozenset({"corruption", "trafficking", "illegal_drugs"})
"""Contexts beside which `crime` is not added (PLOVER manual, contexts)."""


def read_modes(
    entry: Trigger, candidate: Candidate, finder: TriggerFinder, reader: PartyReader
) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """Modes of an act: the entry's own, then those its neighbours decide."""
    modes = dict.fromkeys(entry.modes)
    evidence = []
    for rule in entry.modes_when:
        hits = finder.hits(candidate, rule.place, rule.words)
        if hits and rule.mode not in modes:
            modes[rule.mode] = None
            evidence.append(Evidence(reader.span(hits[0], hits[0] + 1), entry.id))
    return tuple(modes), tuple(evidence)


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


def read_counts(
    entry: Trigger,
    arguments: Sequence[Argument],
    parse: Parse,
    lexicon: Lexicon,
    reader: PartyReader,
) -> dict[str, Count]:
    """Numbers of those an act hit, by the kind of act; exact only where the text is."""
    lemmas = {fold(noun.lemma) for noun in entry.nouns}
    if entry.verb is not None:
        lemmas.add(fold(entry.verb.lemma))
    field = next(
        (name for name, ref in _COUNT_CLASSES.items() if lemmas & lexicon.words_of("@" + ref)),
        "size" if entry.event == "PROTEST" else None,
    )
    if field is None or not arguments:
        return {}
    first, last = arguments[0].first, arguments[0].last
    start = max(first - 3, 0)
    tokens = [tag.token for tag in parse.tags]
    for i in range(start, last):
        number = read_number(tokens, i)
        if number is None or i + number.n_tokens <= first or i >= last:
            continue
        if number.value is None and number.minimum is None and number.maximum is None:
            return {}
        span = reader.span(i, min(i + number.n_tokens, len(tokens)))
        return {field: Count(number.minimum, number.maximum, number.qualifier, span)}
    return {}
