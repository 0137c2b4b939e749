"""Places: which place a name means, by the countries the document speaks of.

A name that is a town in several countries ("طرابلس") goes to the country that the act's
parties or the rest of the document name; among what is left a capital beats a town and a
larger town a smaller one only where it is ten times its size. What stays open is not
resolved: the words are kept and the country is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from waqai.coding.draft import PlaceMention
from waqai.knowledge import Knowledge
from waqai.knowledge import Place as KnownPlace
from waqai.model import Place

_MUCH_LARGER = 10


def resolve_place(
    mention: PlaceMention | None, knowledge: Knowledge, near: Collection[str], far: Collection[str]
) -> Place | None:
    """The place that a mention means.

    Args:
        mention: its words and uses; None gives None.
        knowledge: the base.
        near: country codes of the act's own parties.
        far: country codes that the document names anywhere.
    """
    if mention is None:
        return None
    options = [knowledge.places[u.id] for u in mention.uses if u.id in knowledge.places]
    chosen = _choose(options, near, far)
    if chosen is None:
        return Place(mention.span, None, None, None)
    return _known(mention, chosen)


def _known(mention: PlaceMention, chosen: KnownPlace) -> Place:
    return Place(
        span=mention.span,
        resolved_place=chosen.name_en,
        country=chosen.country_name,
        country_code=chosen.country,
        province=chosen.province,
        city=chosen.city,
        lat=chosen.lat,
        lon=chosen.lon,
        geonameid=chosen.geonameid,
        resolution=chosen.resolution,
    )


def fill_place(
    place: Place | None, mention: PlaceMention | None, country: str | None, knowledge: Knowledge
) -> Place | None:
    """A place nobody knows, with the country of the act; "العاصمة" with its capital.

    Args:
        place: as resolved; one whose country is known stays as it is.
        mention: its words.
        country: the code of the act's country, None where it is not known.
        knowledge: the base.
    """
    if place is None or mention is None or place.country_code is not None:
        return place
    said = (knowledge.entities.get(use.id) for use in mention.uses)
    country = next((entry.country for entry in said if entry is not None), None) or country
    if country is None:
        return place
    state = knowledge.entities.get(f"state/{country}")
    if mention.is_capital:
        seats = [p for p in knowledge.places.values() if p.capital_of == country]
        if len(seats) == 1:
            return _known(mention, seats[0])
    return replace(place, country_code=country, country=state.name_en if state else None)


def _choose(
    options: Sequence[KnownPlace], near: Collection[str], far: Collection[str]
) -> KnownPlace | None:
    towns = [place for place in options if place.resolution > 1] or list(options)
    for countries in (near, far):
        fitting = [place for place in towns if place.country in countries]
        if fitting:
            towns = fitting
            break
    capitals = [place for place in towns if place.capital_of]
    towns = capitals or towns
    if len({place.id for place in towns}) <= 1:
        return towns[0] if towns else None
    ranked = sorted(towns, key=lambda place: (-place.population, place.id))
    if ranked[0].population >= _MUCH_LARGER * ranked[1].population and ranked[0].population:
        return ranked[0]
    return None
