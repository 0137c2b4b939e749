"""Whether a sentence may tell an act at all, seen before it is parsed.

Nine entries in ten need other words beside their trigger ("فتح" and النار). In go the words of
a sentence with what each may be; where no trigger has each of its needs met by some word,
wherever that stands, none can fire, and the sentence need not be parsed. What is left out:
places and `unless`, which only a parse shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from waqai.coding.names import NameMatch
from waqai.coding.words import Word
from waqai.lexicon.load import PARTY, Lexicon

_ARTICLE = "ال"


class Prospects:
    """The needs of all triggers."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon; needs are spelled out when first asked for."""
        self._lexicon = lexicon
        self._needs: dict[str, tuple[frozenset[str], ...]] = {}

    def may_fire(self, words: Sequence[Word], names: Mapping[int, NameMatch]) -> bool:
        """Whether any trigger among the words may have what it needs."""
        entries = {entry for word in words for entry in word.traits.entries}
        if not entries:
            return False
        needs = [self._needs_of(entry) for entry in entries]
        if not all(needs):
            return True
        faces = {word.token.norm for word in words}
        faces.update(*[word.traits.faces for word in words])
        faces.update(_name_faces(words, names.values()))
        return any(not any(map(faces.isdisjoint, wanted)) for wanted in needs)

    def can_meet(self, entry: str, faces: Set[str]) -> bool:
        """Whether the needs of a trigger can be met by words of these spellings."""
        return not any(map(faces.isdisjoint, self._needs_of(entry)))

    def _needs_of(self, entry: str) -> tuple[frozenset[str], ...]:
        """One set of words for each need; a party is met by too many words to ask for."""
        known = self._needs.get(entry)
        if known is None:
            needs = self._lexicon.triggers[entry].needs.values()
            spelled = [self._lexicon.words_of_any(tuple(words)) for words in needs]
            known = self._needs[entry] = tuple(words for words in spelled if PARTY not in words)
        return known


def _name_faces(words: Sequence[Word], names: Iterable[NameMatch]) -> Iterable[str]:
    """The stems that words get as parts of a name: without its clitics, without an article."""
    for match in names:
        n_clitics = len(match.conj) + len(match.prep)
        yield words[match.first].token.norm[n_clitics:].removeprefix(_ARTICLE)
        for word in words[match.first : match.last]:
            yield word.token.norm.removeprefix(_ARTICLE)
        yield words[match.first].token.norm[n_clitics:]
