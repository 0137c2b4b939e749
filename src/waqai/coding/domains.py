"""Domains: what a document is about where political words are ordinary ones.

A match report is full of attacks, sieges and captures, a market report of pressure and
retreats, and nobody did any of it to anybody. In go a document's title and words, out comes
the domain of `domains.yaml` that they earn, or none:

1. a word of `words` weighs 2, one of `weak` 1, each once, however often it occurs;
2. in the title, and within the first words of the text, it weighs as much again;
3. each word of `against` takes away 2;
4. a domain is earned at `_EARNED` by three words or more, two of them strong or one thrice,
   where they are `_SHARE` of the document's words; of several domains the heaviest counts.

What follows from a domain, `waqai.coding.guard` decides. Nothing here reads grammar, so that
the cost for each document is a look at its distinct words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from waqai.folding import fold
from waqai.inflection import without_article
from waqai.lexicon.load import DomainRule, Lexicon

_EARNED = 8
"""Weight at which a domain is earned: two strong words in a lead, or eight words in a body.
Read on the radio corpus (2013-2017): at 6 reports on stadium riots and on strikes of doctors
came in, at 10 weather bulletins of three lines fell out."""
_SHARE = 0.06
"""Least share of the document's words that speak for its domain: a minister who also watched
a match makes no match report. From 0.05 to 0.08 the same documents were found."""
_WORDS = 3
"""Least number of different words: "تنس" and "ملعب" are a place."""
_STRONG_WORDS, _STRONG_TIMES = 2, 3
"""Different strong words, or times that one stands in title and text, either of them enough."""
_LEAD_WORDS = 25
"""Words of the text that count as its lead."""
_STRONG, _WEAK, _AGAINST = 2, 1, -2
_PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Domain:
    """What a document is about, with the words that earned it."""

    rule: DomainRule
    weight: int
    words: tuple[str, ...]
    """As the lexicon spells them, the heaviest first."""
    own: frozenset[str] = field(repr=False)
    """Folded spellings of all words of the domain: who is called by one is no political party."""
    of_state: frozenset[str] = field(repr=False)
    """Folded words that open offices and bodies of state, whatever they are for."""

    def __str__(self) -> str:
        """Name, weight and words."""
        return f"{self.rule.domain}, weight {self.weight} ({'، '.join(self.words)})"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A word or phrase of a rule."""

    rule: str
    spelled: str
    rest: tuple[str, ...]
    """Folded words that follow the first, without article."""
    weight: int


def fold_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded.

    Example:
        >>> fold_words("فازَ الفريقُ 3-1.")
        ('فاز', 'الفريق')
    """
    return tuple([fold(word) for word in _WORD.findall(text)])


class DomainIndex:
    """The words of all domains, by every spelling that running text may give them."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Index the rules."""
        self._lexicon = lexicon
        self._rules = lexicon.domains
        self._entries: dict[str, list[_Entry]] = {}
        self._own: dict[str, frozenset[str]] = {}
        self._of_state = lexicon.words_of("@of_state")
        for rule in self._rules.values():
            self._add(rule)

    def _add(self, rule: DomainRule) -> None:
        own = {face for word in rule.own for face in _faces(self._lexicon.words_of(word))}
        # Spellings indexed so far, by what follows: "حريق" and "الحريق" are one word.
        taken: dict[tuple[str, ...], set[str]] = {}
        groups = ((rule.words, _STRONG), (rule.weak, _WEAK), (rule.against, _AGAINST))
        for spelled, weight in groups:
            for word in self._spelled_out(spelled):
                first, *rest = word.split()
                following = tuple(without_article(fold(part)) for part in rest)
                entry = _Entry(rule.id, word, following, weight)
                bare = {fold(first)} if rest else self._lexicon.words_of(word)
                faces = _faces(bare)
                for face in faces - taken.setdefault(following, set()):
                    self._entries.setdefault(face, []).append(entry)
                taken[following] |= faces
                if weight > 0 and not rest:
                    own |= faces
        self._own[rule.id] = frozenset(own)

    def _spelled_out(self, words: Sequence[str]) -> Iterator[str]:
        """Words as given, those of a class in its place."""
        for word in words:
            if word.startswith("@"):
                yield from self._lexicon.classes[word[1:]]
            else:
                yield word

    def find(self, title: str | None, words: Sequence[str]) -> Domain | None:
        """The domain of a document.

        Args:
            title: as it stands above the text; None where it is not known.
            words: the folded words of the text, in their order.

        Returns:
            None where no domain is earned.
        """
        headed = fold_words(title) if title else ()
        parts = (headed, words[:_LEAD_WORDS], words[_LEAD_WORDS:])
        weights, n_hits, strong = self._weigh(parts)
        best: Domain | None = None
        n_words = len(words) + len(headed)
        for rule, found in weights.items():
            weight = sum(found.values())
            is_dense = n_hits[rule] >= _SHARE * n_words
            if weight < _EARNED or not is_dense or (best and weight <= best.weight):
                continue
            told = sorted((w for w in found if found[w] > 0), key=lambda w: (-found[w], w))
            if len(told) < _WORDS or not _is_firm(strong.get(rule, ())):
                continue
            best = Domain(self._rules[rule], weight, tuple(told), self._own[rule], self._of_state)
        return best

    def _weigh(
        self, parts: Sequence[Sequence[str]]
    ) -> tuple[dict[str, dict[str, int]], Counter[str], dict[str, list[str]]]:
        """By rule: the weight of each word, how many words speak for it, the strong ones."""
        weights: dict[str, dict[str, int]] = {}
        n_hits: Counter[str] = Counter()
        strong: dict[str, list[str]] = {}
        for k, part in enumerate(parts):
            if self._entries.keys().isdisjoint(part):
                continue
            times = 1 if k == len(parts) - 1 else 2
            for entry in self._standing(part):
                found = weights.setdefault(entry.rule, {})
                if entry.weight < 0:
                    found[entry.spelled] = entry.weight
                    continue
                found[entry.spelled] = max(found.get(entry.spelled, 0), times * entry.weight)
                n_hits[entry.rule] += 1
                if entry.weight == _STRONG:
                    strong.setdefault(entry.rule, []).append(entry.spelled)
        return weights, n_hits, strong

    def _standing(self, words: Sequence[str]) -> Iterator[_Entry]:
        """Entries whose words stand in a part, once for each place."""
        entries = self._entries
        for i in [i for i, word in enumerate(words) if word in entries]:
            for entry in entries[words[i]]:
                if entry.rest:
                    following = words[i + 1 : i + 1 + len(entry.rest)]
                    if tuple(map(without_article, following)) != entry.rest:
                        continue
                yield entry


def _is_firm(strong: Sequence[str]) -> bool:
    return len(set(strong)) >= _STRONG_WORDS or len(strong) >= _STRONG_TIMES


def _faces(bare: frozenset[str] | set[str]) -> set[str]:
    """Folded spellings with the clitics that may open them ("وللاعب", "بالملعب")."""
    faces: set[str] = set()
    for word in bare:
        plain = without_article(word)
        for clitics in _PROCLITICS:
            faces.add(clitics + plain)
            with_article = clitics[:-1] + "لل" if clitics.endswith("ل") else clitics + "ال"
            faces.add(with_article + plain)
    return faces
