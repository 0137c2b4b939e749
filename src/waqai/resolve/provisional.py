"""Provisional identities: people whom the knowledge base does not know.

A name of several words is one person wherever it is read with the same country: his id is a
hash of his kind, his folded name and that country. A name of one word is known in its
document alone, and is the one whose full name there ends in it; where two end so, it is
nobody's. Later, an entry of the base or a judgement may say who he is (`redirects`,
`waqai.knowledge`), and nothing need be coded again.

In go all parties of a document as `waqai.resolve.identities` left them; out come the same
with ids and Latin names for those that are new.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from waqai.folding import fold
from waqai.model import Entity, Span
from waqai.resolve.identities import Identified
from waqai.resolve.latin import Romanizer, joined

PREFIX = "provisional/"
_WORD = re.compile(r"\w+")
_ID_LETTERS = 16
_MAX_WORDS = 6
"""A name of more words is rather a phrase that was taken for one."""


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody new in a document."""

    id: str
    name: str
    """As the text writes it in full."""


class Newcomers:
    """The people of one document whom the base does not know, by their words."""

    def __init__(self, document: str, found: Iterable[tuple[Identified, Entity]]) -> None:
        """Gather them.

        Args:
            document: id of the document.
            found: who was identified and his entity in the end, in the order of the text.
        """
        new = [(who, entity) for who, entity in found if _is_new(who)]
        full: dict[tuple[str, ...], tuple[Span, str | None]] = {}
        for who, entity in new:
            words = name_words(who.party.span.text)
            if len(words) > 1:
                span, code = full.get(words, (who.party.span, None))
                full[words] = (span, code or entity.code)
        self._by_words: dict[tuple[str, ...], Newcomer] = {
            words: Newcomer(provisional_id(words, code), span.text)
            for words, (span, code) in full.items()
        }
        for who, _ in new:
            words = name_words(who.party.span.text)
            if len(words) == 1 and words not in self._by_words:
                self._add_single(words, who.party.span, document)

    def _add_single(self, words: tuple[str, ...], span: Span, document: str) -> None:
        """A name of one word: him whose full name ends in it, else somebody of this document."""
        bearers = {n.id: n for full, n in self._by_words.items() if full[-1:] == words}
        if not bearers:
            self._by_words[words] = Newcomer(provisional_id(words, None, document), span.text)
        elif len(bearers) == 1:
            self._by_words[words] = next(iter(bearers.values()))

    def named(self, who: Identified, entity: Entity, romanizer: Romanizer) -> Entity:
        """The entity with the id and the Latin name of somebody new; others as they are."""
        if not _is_new(who):
            return entity
        newcomer = self._by_words.get(name_words(who.party.span.text))
        if newcomer is None:
            return entity
        latin = romanizer.write(newcomer.name)
        return replace(entity, identity=newcomer.id, identifier_text=latin or None)


def provisional_id(words: Sequence[str], code: str | None, document: str | None = None) -> str:
    """The id of a person by his name and country, and by his document for a single word.

    Example:
        >>> provisional_id(("صابرين", "القوبنطيني"), "TUN")
        'provisional/bcdd082a0fa303b6'
    """
    key = "|".join(("person", " ".join(words), code or "", document or ""))
    digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
    return PREFIX + digest[:_ID_LETTERS]


def name_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, "عبد ال" as one with what follows.

    Example:
        >>> name_words("عبد الرحمن السالمي"), name_words("عبدالرحمن السالمي")
        (('عبدالرحمن', 'السالمي'), ('عبدالرحمن', 'السالمي'))
    """
    return tuple(joined(" ".join(_WORD.findall(fold(name)))).split())


def is_provisional(identity: str | None) -> bool:
    """Whether an identity stands for somebody whom the base does not know."""
    return identity is not None and identity.startswith(PREFIX)


def _is_new(who: Identified) -> bool:
    if who.resolution.decision != "new" or not who.party.is_named:
        return False
    return len(name_words(who.party.span.text)) <= _MAX_WORDS
