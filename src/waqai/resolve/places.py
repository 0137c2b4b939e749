"""Places: which place a name means, by the countries the document speaks of.

A name that a state shares with its capital ("تونس") is the state: it is never made a point.
One that is a town in several countries ("طرابلس") goes to the country named right beside it,
else to that of the act's parties, of the sentence, of most of the document, of any name in it;
among what is left a capital beats a town and a larger town a smaller one only where it is ten
times its size. What stays open is not resolved: the words are kept, with the country where all
that the name may mean lie in one.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from waqai.coding.draft import PlaceMention
from waqai.knowledge import Knowledge
from waqai.knowledge import Place as KnownPlace
from waqai.model import Place

_MUCH_LARGER = 10
_SPOT = 5
"""Resolution of squares, quarters and camps, whose names many towns have."""


def resolve_place(
    mention: PlaceMention | None, knowledge: Knowledge, rings: Sequence[Collection[str]]
) -> Place | None:
    """The place that a mention means.

    Args:
        mention: its words and uses; None gives None.
        knowledge: the base.
        rings: country codes around the act, the nearest first: those of its parties, of its
            sentence, of the document. Those beside its own words come before them all.
    """
    if mention is None:
        return None
    if mention.is_capital:
        return Place(mention.span, None, None, None)
    options = _options(mention, knowledge)
    chosen = _choose(options, (mention.beside, *rings))
    if chosen is not None:
        return _known(mention, chosen)
    named = {(place.country_name, place.country) for place in options}
    country, code = named.pop() if len(named) == 1 else (None, None)
    return Place(mention.span, None, country, code)


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


def _options(mention: PlaceMention, knowledge: Knowledge) -> list[KnownPlace]:
    """The places a mention may mean; a state's name does not mean its towns as well."""
    states = {use.id.split("/")[1] for use in mention.uses if use.kind in ("country", "nisba")}
    found = dict.fromkeys(u.id for u in mention.uses if u.id in knowledge.places)
    places = [knowledge.places[key] for key in found]
    towns = [p for p in places if p.resolution > 1 and p.country not in states]
    said = [p for p in places if p.resolution == 1 and p.country in states]
    return [*said, *towns]


def _choose(options: Sequence[KnownPlace], rings: Sequence[Collection[str]]) -> KnownPlace | None:
    named = {code for countries in rings for code in countries}
    if named:
        # "ساحة التحرير" in a report from Sanaa is not that of Baghdad.
        options = [p for p in options if p.resolution < _SPOT or p.country in named]
    for countries in rings:
        fitting = [place for place in options if place.country in countries]
        if fitting:
            options = fitting
            break
    capitals = [place for place in options if place.capital_of]
    options = capitals or options
    if len({place.id for place in options}) <= 1:
        return options[0] if options else None
    ranked = sorted(options, key=lambda place: (-place.population, place.id))
    if ranked[0].population >= _MUCH_LARGER * ranked[1].population and ranked[0].population:
        return ranked[0]
    return None
