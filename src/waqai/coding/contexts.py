"""Contexts: what an act is about, by the words of its clause, sentence and document.

In go an act and its sentence, out come the contexts of `contexts.yaml` that its words earn,
each with those words. How:

1. a word weighs 2, a word of `weak` 1; beyond the act's clause and what hangs under it, or far
   off, a word weighs one less;
2. where a sentence gives a context any weight, a document that speaks of it elsewhere adds 1;
3. a context is earned at 2; one with `both` is earned by a word of each group in the clause;
4. `unless` hides a phrase ("الحمض النووي" is nothing nuclear) and stops the rule at a word.

Nothing weighs what only says where ("أمام مقر البرلمان") or who says so ("حسب وزارة الدفاع").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from waqai.coding.clauses import Parse
from waqai.coding.parties import PartyReader
from waqai.coding.tagging import Tagged
from waqai.folding import fold
from waqai.inflection import without_article
from waqai.lexicon.load import ContextRule, Lexicon, Trigger
from waqai.model import Evidence

_NARROWER = frozenset({"corruption", "trafficking", "illegal_drugs"})
"""Contexts beside which `crime` is not added (PLOVER manual, contexts)."""
_EARNED = 2
_STRONG, _WEAK = 2, 1
_WINDOW = 25
"""Words around an act within which a word bears its full weight."""
_WINDOW_OF_HEADINGS = 8
"""The same in a run of headings, whose next one is about something else."""
_HEADINGS = 60
"""Words of a sentence without a comma from which on it is a run of headings."""
_THEME = 4
"""Words of a document that make a context one of its themes, those of the sentence included."""
_TOLD_WITH = {"PROTEST": ("REQUEST",)}
"""Acts whose words speak for another: what protesters demand is what they protest about."""
_BESIDE = frozenset({"امام", "قرب", "قباله", "بجوار", "جوار", "حذو", "بمحاذاه", "مقابل"})
_NEAR_BY = frozenset({"بالقرب", "محيط", "بمحيط", "قباله", "بجانب"})
_SAYING = frozenset({"وفق", "وفقا", "حسب", "بحسب", "نقلا", "حسبما", "لدي"})
_CACHE_LIMIT = 200_000
"""Distinct folded words kept, as in `waqai.coding.words`."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """Words of a rule: one, or a phrase."""

    words: tuple[str, ...]
    """Folded; those of a phrase without article."""
    raw: tuple[str, ...]
    """Folded as they stand."""
    rule: ContextRule
    weight: int
    is_definite: bool
    """A single word that counts with its article only."""
    group: int = -1
    """Its group among those of `both`."""


@dataclass(frozen=True, slots=True)
class Zone:
    """The words around an act and the part of the document they stand in."""

    word: int
    """The act's own."""
    acts: Mapping[int, str]
    """Type of each act of the sentence, by its word."""
    themes: Mapping[str, int]
    """Words of the document that speak for a context."""


@dataclass(frozen=True, slots=True)
class Spots:
    """What the words of one sentence speak for, whichever act they stand by."""

    parse: Parse
    at: tuple[tuple[_Entry, ...], ...]
    """Entries whose words start at each word."""
    hidden: Mapping[str, set[int]]
    """Words that a phrase of `unless` covers, by rule."""


class ContextIndex:
    """The words that earn a context, by folded first word."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index all rules."""
        self._lexicon = lexicon
        self._entries: dict[str, list[_Entry]] = {}
        self._hidden: dict[str, list[_Entry]] = {}
        self._stops: dict[str, frozenset[str]] = {}
        self._strong: dict[str, tuple[frozenset[str], tuple[_Entry, ...]]] = {}
        for rule in lexicon.contexts.values():
            self._add(rule)

    def _add(self, rule: ContextRule) -> None:
        for words, weight in ((rule.words, _STRONG), (rule.weak, _WEAK)):
            for written in words:
                self._index(self._entries, rule, written, weight)
        for group, words in enumerate(rule.both):
            for written in words:
                self._index(self._entries, rule, written, 0, group)
        stops: frozenset[str] = frozenset()
        for written in rule.unless:
            if " " in written:
                self._index(self._hidden, rule, written, 0)
            else:
                stops |= self._lexicon.words_of(written)
        self._stops[rule.id] = stops

    def _index(
        self,
        index: dict[str, list[_Entry]],
        rule: ContextRule,
        written: str,
        weight: int,
        group: int = -1,
    ) -> None:
        if " " not in written:
            is_definite = written.startswith("ال") and not written.startswith("@")
            for word in sorted(self._lexicon.words_of(written)):
                entry = _Entry((word,), (word,), rule, weight, is_definite, group)
                index.setdefault(word, []).append(entry)
            return
        raw = tuple(fold(part) for part in written.split())
        bare = tuple(without_article(part) for part in raw)
        entry = _Entry(bare, raw, rule, weight, is_definite=False, group=group)
        for key in dict.fromkeys((raw[0], bare[0], bare[0] + "ا")):
            index.setdefault(key, []).append(entry)

    # The document ----------------------------------------------------------------------

    def themes(self, words: Sequence[str]) -> dict[str, int]:
        """How many of a document's folded words speak for each context, seen without grammar."""
        counts: Counter[str] = Counter()
        for i, word in enumerate(words):
            alone, phrases = self._strong.get(word) or self._find_strong(word)
            if phrases:
                alone |= {entry.rule.context for entry in phrases if _goes_on(entry, words, i)}
            if alone:
                counts.update(alone)
        return dict(counts)

    def _find_strong(self, word: str) -> tuple[frozenset[str], tuple[_Entry, ...]]:
        """What a folded word tells of: contexts by itself, entries where it opens a phrase."""
        entries = [
            entry
            for face in sorted(_bare_faces(word))
            for entry in self._entries.get(face, ())
            if entry.weight == _STRONG
        ]
        alone = frozenset(entry.rule.context for entry in entries if len(entry.words) == 1)
        found = alone, tuple(entry for entry in entries if len(entry.words) > 1)
        if len(self._strong) < _CACHE_LIMIT:
            self._strong[word] = found
        return found

    # The act ---------------------------------------------------------------------------

    def spots(self, parse: Parse) -> Spots:
        """What the words of a sentence speak for, for all its acts."""
        tags = parse.tags
        at = tuple([tuple(self._at(tags, i)) for i in range(len(tags))])
        return Spots(parse, at, self._hidden_words(tags))

    def read(
        self, entry: Trigger, spots: Spots, zone: Zone, reader: PartyReader
    ) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
        """Contexts of an act, its entry's own first, then in the order of the words."""
        weights: Counter[str] = Counter()
        groups: dict[str, set[int]] = {}
        hits: dict[str, list[tuple[int, int, str]]] = {}
        apart: set[str] = set()
        ends: dict[str, int] = {}
        parse, hidden = spots.parse, spots.hidden
        stems = {parse.tags[i].reading.stem for i in _words_of(parse, _near(parse, zone))}
        for i, loss in _weighted(parse, zone):
            for item in spots.at[i]:
                rule = item.rule
                span = range(i, i + len(item.words))
                if self._stops[rule.id] & stems or not hidden[rule.id].isdisjoint(span):
                    continue
                if rule.events and entry.event not in rule.events:
                    continue
                if item.group >= 0 and not loss:
                    groups.setdefault(rule.id, set()).add(item.group)
                elif item.weight <= loss or i < ends.get(rule.context, 0):
                    continue
                if not loss:
                    weights[rule.context] += item.weight
                elif rule.context not in apart:
                    weights[rule.context] += item.weight - loss
                    apart.add(rule.context)
                hits.setdefault(rule.context, []).append((i, len(item.words), rule.id))
                ends[rule.context] = max(ends.get(rule.context, 0), span.stop)
        whole = {
            rule.context
            for rule in self._lexicon.contexts.values()
            if rule.both and len(groups.get(rule.id, ())) == len(rule.both)
        }
        earned = {
            context
            for context, weight in weights.items()
            if context in whole or _is_earned(weight, zone.themes.get(context, 0))
        }
        return _settle(entry, earned, hits, reader)

    def _hidden_words(self, tags: Sequence[Tagged]) -> dict[str, set[int]]:
        """Words that a phrase of `unless` covers, by rule."""
        hidden: dict[str, set[int]] = {rule: set() for rule in self._stops}
        for i in range(len(tags)):
            for face in _faces(tags[i]):
                for item in self._hidden.get(face, ()):
                    if _stands(item, tags, i):
                        hidden[item.rule.id].update(range(i, i + len(item.words)))
        return hidden

    def _at(self, tags: Sequence[Tagged], i: int) -> Iterable[_Entry]:
        """Entries whose words stand at `i`, the longest of each context only."""
        found: dict[str, _Entry] = {}
        for face in sorted(_faces(tags[i])):
            for item in self._entries.get(face, ()):
                if not _stands(item, tags, i):
                    continue
                key = f"{item.rule.id} {item.group}"
                best = found.get(key)
                if best is None or (item.weight, len(item.words)) > (best.weight, len(best.words)):
                    found[key] = item
        return found.values()


def _settle(
    entry: Trigger,
    earned: Collection[str],
    hits: Mapping[str, Sequence[tuple[int, int, str]]],
    reader: PartyReader,
) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """Contexts and their evidence; `crime` goes where a narrower one is told."""
    found = dict.fromkeys(entry.contexts)
    order = sorted(earned, key=lambda context: (hits[context][0][0], context))
    found.update(dict.fromkeys(order))
    if _NARROWER & found.keys() and "cyber" not in found:
        found.pop("crime", None)
    evidence = [
        Evidence(reader.span(i, i + n_words), rule)
        for context in found
        if context in earned and context not in entry.contexts
        for i, n_words, rule in sorted(dict.fromkeys(hits[context]))
    ]
    return tuple(found), tuple(evidence)


def _is_earned(weight: int, n_in_document: int) -> bool:
    return weight + (weight > 0 and n_in_document >= _THEME) >= _EARNED


def _weighted(parse: Parse, zone: Zone) -> Iterator[tuple[int, int]]:
    """Words that may speak for a context, each with what it loses by standing apart."""
    near = _near(parse, zone)
    skipped = _skipped(parse, zone.word)
    window = _WINDOW_OF_HEADINGS if is_run_of_headings(parse.tags) else _WINDOW
    for i in range(len(parse.tags)):
        if i in skipped:
            continue
        is_near = parse.clause_of[parse.chunk_of[i]] in near and abs(i - zone.word) <= window
        if is_near or window == _WINDOW:
            yield i, 0 if is_near else 1


def is_run_of_headings(tags: Sequence[Tagged]) -> bool:
    """Whether a sentence is a run of headings glued together: long, and without a comma."""
    return len(tags) >= _HEADINGS and not any(tag.token.text in "،,؛" for tag in tags)


def _near(parse: Parse, zone: Zone) -> set[int]:
    """The act's clause, what hangs under it, and what goes on with it without another act."""
    own = parse.clause_of[parse.chunk_of[zone.word]]
    event = zone.acts.get(zone.word, "")
    same = {event, *_TOLD_WITH.get(event, ())}
    others = {
        parse.clause_of[parse.chunk_of[word]]
        for word, other in zone.acts.items()
        if other not in same
    }
    near = {own}
    for clause in parse.clauses:
        above = clause.continues if clause.kind == "coordinate" else clause.parent
        is_part = clause.kind in ("relative", "participial")
        if above in near and (is_part or clause.index not in others):
            near.add(clause.index)
    return near


def _words_of(parse: Parse, clauses: Collection[int]) -> Iterator[int]:
    return (i for i in range(len(parse.tags)) if parse.clause_of[parse.chunk_of[i]] in clauses)


def _skipped(parse: Parse, word: int) -> set[int]:
    """Words that only say beside what it happened, or who says so."""
    skipped: set[int] = set()
    is_beside, opens = False, ""
    for chunk in parse.chunks:
        first = parse.tags[chunk.first].token.norm
        is_near_by = chunk.prep in _BESIDE or first in _NEAR_BY
        goes_on = is_beside and (chunk.is_coordinated or opens == "بالقرب")
        is_beside, opens = is_near_by or goes_on, first
        if is_beside and not chunk.first <= word < chunk.last:
            skipped.update(range(chunk.first, chunk.last))
    is_said = False
    for i in range(word + 1, len(parse.tags)):
        tag = parse.tags[i]
        if tag.tag == "punct":
            is_said = False
        elif tag.reading.stem in _SAYING or tag.token.norm in _SAYING:
            is_said = True
        if is_said:
            skipped.add(i)
    return skipped


def _faces(tag: Tagged) -> set[str]:
    bare = without_article(tag.reading.stem)
    return {tag.reading.stem, tag.token.norm, bare}


def _bare_faces(word: str) -> set[str]:
    """A folded word without the clitics it may open with."""
    faces = {word, without_article(word)}
    for clitics in ("و", "ف", "ب", "ل", "وب", "ول"):
        if word.startswith(clitics):
            rest = word[len(clitics) :]
            faces |= {rest, without_article(rest)}
    if word.startswith("لل"):
        faces.add(word[2:])
    return faces


def _goes_on(entry: _Entry, words: Sequence[str], i: int) -> bool:
    rest = words[i + 1 : i + len(entry.words)]
    return len(rest) == len(entry.words) - 1 and all(
        part in (word, without_article(word)) or raw == word
        for part, raw, word in zip(entry.words[1:], entry.raw[1:], rest, strict=True)
    )


def _stands(entry: _Entry, tags: Sequence[Tagged], i: int) -> bool:
    """Whether the words of an entry stand at `i`."""
    if len(entry.words) == 1:
        tag = tags[i]
        if tag.tag == "verb":
            return False
        is_definite = tag.reading.article or tag.token.norm.startswith("ال") or tag.tag == "name"
        return is_definite or not entry.is_definite
    if i + len(entry.words) > len(tags):
        return False
    return all(
        _is_part(tags[i + k], part, raw)
        for k, (part, raw) in enumerate(zip(entry.words, entry.raw, strict=True))
    )


def _is_part(tag: Tagged, bare: str, raw: str) -> bool:
    stem = without_article(tag.reading.stem)
    return tag.token.norm == raw or stem in (bare, bare + "ا")
