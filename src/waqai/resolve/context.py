"""The country an act happens in, for those whose words name none.

"الشرطة" in a report from Tunis is Tunisia's. In go the countries that each sentence of a
document names, by its places, states, nisbas and bodies; out comes the country of an act:
its place's, else the one country its sentence names, else the one that most of the document
speaks of, else that of its outlet where none is named more. Where none prevails there is none.
What is filled in so says `code_basis: context`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from waqai.model import Entity, Place

_AMONG_THEIR_OWN = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"})
_SHARE = 0.6
"""Least share of a document's mentions that makes a country its own."""


class CountryContext:
    """The countries of one document.

    Example:
        >>> context = CountryContext([("TUN",), ("TUN", "LBY"), ("TUN",)])
        >>> context.country_at(1, None), context.country_at(0, None)
        ('TUN', 'TUN')
    """

    def __init__(self, sentences: Sequence[Sequence[str]], home: str | None = None) -> None:
        """Count the mentions.

        Args:
            sentences: for each sentence the codes it names, one for each mention.
            home: the country of the document's outlet, where it is known.
        """
        self._sentences = sentences
        counted = Counter(code for codes in sentences for code in codes)
        most = max(counted.values(), default=0)
        is_home = home is not None and counted[home] == most
        self._home = home
        self.main = _prevailing(counted) or (home if is_home else None)
        """The country that most of the document speaks of; None where none prevails."""

    def rings(self, sentence: int) -> tuple[Collection[str], Collection[str]]:
        """The countries of a sentence, and that which most of the document speaks of.

        Example:
            >>> CountryContext([("TUN",), ("LBY",), ("TUN",)]).rings(1)
            (('LBY',), ('TUN',))
        """
        return self._sentences[sentence], (self.main,) if self.main else ()

    def is_about(self, country: str) -> bool:
        """Whether a document is about a country beyond doubt: no other is its outlet's own.

        Example:
            >>> CountryContext([("LBY",)]).is_about("LBY")
            True
            >>> CountryContext([("LBY",)], "TUN").is_about("LBY")
            False
        """
        return country == self.main and self._home in (None, country)

    def country_at(self, sentence: int, place: Place | None) -> str | None:
        """The country of an act in a sentence; None where none prevails."""
        if place is not None and place.country_code is not None:
            return place.country_code
        here = set(self._sentences[sentence])
        return here.pop() if len(here) == 1 else self.main


def fill_country(
    event: str, entities: Sequence[Entity], others: Sequence[Entity], country: str | None
) -> tuple[Entity, ...]:
    """Entities whose words name no country, with that of the act.

    Args:
        event: the type; police act on their own people, but who threatens, praises or
            visits a country is as a rule of another.
        entities: one side.
        others: the other side.
        country: that of the act; None fills nothing in.
    """
    meet = event == "CONSULT"
    theirs = {o.code for o in others if _is_state(o) or (meet and o.code_basis != "context")}
    if country is None or (event not in _AMONG_THEIR_OWN and country in theirs):
        return tuple(entities)
    return tuple(
        replace(entity, code=country, code_basis="context")
        if entity.code is None and entity.identity is None
        else entity
        for entity in entities
    )


def _is_state(entity: Entity) -> bool:
    return entity.identity is not None and entity.identity.startswith("state/")


def struck_country(actors: Sequence[Entity], place: Place | None) -> tuple[Entity, ...]:
    """Where an attack names nobody it strikes, the other country it falls on."""
    codes = {actor.code for actor in actors if actor.code_basis != "context"} - {None}
    if place is None or place.country_code is None or not codes or place.country_code in codes:
        return ()
    return (
        Entity(
            code=place.country_code,
            sector=None,
            other_sectors=(),
            span=place.span,
            mention=None,
            code_basis="knowledge",
        ),
    )


def _prevailing(counted: Counter[str]) -> str | None:
    ranked = counted.most_common(2)
    if not ranked or ranked[0][1] < _SHARE * counted.total():
        return None
    return ranked[0][0]
