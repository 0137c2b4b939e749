"""The country that an act happened in by implication, where no word of the text tells a place.

A party that calls on its own government, police who arrest their own people: who did it to
whom says in which country. The place is the country and never a point; its words are those of
the party whose country it is, and the record's evidence names this rule, so that whoever wants
only places that are told can leave it out. An act between two countries has no such place, nor
has a government's word that addresses nobody.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.knowledge import Knowledge
from waqai.model import Entity, Place

RULE = "resolve.place.implied.001"
_AT_HOME = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION"})
"""Types that one side of a country is enough for: states punish and people protest at home."""
_OUTWARD = frozenset({"GOV", "MIL", "SPY", "REB", "UAF", None})
"""Sectors that speak and act abroad as well."""


def implied_place(
    event: str, sides: Sequence[Sequence[Entity]], main: str | None, knowledge: Knowledge
) -> Place | None:
    """The country of an act all of whose parties are of one; None where they are not.

    Args:
        event: the type.
        sides: its actors and its recipients, resolved.
        main: the country that most of the document speaks of; one side alone must be of it.
        knowledge: names the country.
    """
    coded = [[e for e in side if e.code is not None] for side in sides]
    entities = [entity for side in coded for entity in side]
    codes = {entity.code for entity in entities}
    if len(codes) != 1 or not _is_at_home(event, coded):
        return None
    if not all(coded) and main is not None and main not in codes:
        return None
    known = knowledge.places.get(f"state/{entities[0].code}")
    if known is None:
        return None
    told = next((e for e in entities if e.code_basis != "context"), entities[0])
    return Place(
        span=told.span,
        resolved_place=known.name_en,
        country=known.country_name,
        country_code=known.country,
        geonameid=known.geonameid,
        resolution=known.resolution,
    )


def _is_at_home(event: str, sides: Sequence[Sequence[Entity]]) -> bool:
    if all(sides) or event in _AT_HOME:
        return True
    return all(entity.sector not in _OUTWARD for side in sides for entity in side)
