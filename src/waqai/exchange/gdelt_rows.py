"""What a row of GDELT says in the terms that all data sets share."""

from __future__ import annotations

from collections.abc import Mapping

from waqai.errors import ExchangeError
from waqai.exchange.cameo_codes import plover_of, read_code
from waqai.exchange.countries import OLD_CODES, code_of_fips, load_countries
from waqai.exchange.rows import ImportedEvent
from waqai.exchange.values import read_day, read_number, read_text, read_whole

GROUPS = {"UNO": "UNO", "EEC": "EUR"}
"""Known groups of CAMEO that PLOVER has a code for."""
TYPES = {"IGO": "IGO", "NGO": "NGO", "IMG": "IMG", "MNC": "MNC", "NGM": "ISM"}
"""Types of actors without a country that PLOVER has a code for."""
MAX_COUNT = 10**9


def derive(cells: Mapping[str, str], days: str = "iso") -> ImportedEvent:
    """The event of a row of events, of GDELT 1.0 or 2.0.

    Raises:
        ExchangeError: an id, a day, a code, a quad, a score, a count or a coordinate that is none.
    """
    code = read_code(read_text(cells, "EventCode"), "EventCode")
    event, modes = plover_of(code)
    return ImportedEvent(
        row_id=_read_id(cells),
        day=read_day(cells, "SQLDATE", days),
        actor_codes=party_codes(cells, "Actor1"),
        recipient_codes=party_codes(cells, "Actor2"),
        event_code=code,
        event=event,
        modes=modes,
        quad=read_whole(cells, "QuadClass", 1, 4),
        goldstein=read_number(cells, "GoldsteinScale", -10, 10),
        country_code=code_of_fips(cells.get("ActionGeo_CountryCode", "").strip()),
        place=read_text(cells, "ActionGeo_FullName"),
        lat=read_number(cells, "ActionGeo_Lat", -90, 90),
        lon=read_number(cells, "ActionGeo_Long", -180, 180),
        url=read_text(cells, "SOURCEURL"),
        n_sources=read_whole(cells, "NumSources", 0, MAX_COUNT),
    )


def derive_mention(cells: Mapping[str, str], days: str = "iso") -> ImportedEvent:
    """The id, the outlet and the address of a row of mentions.

    Its times are those of GDELT's recording, not of the event: there is no day.

    Raises:
        ExchangeError: an id that is no whole number.
    """
    return ImportedEvent(
        row_id=_read_id(cells),
        publisher=read_text(cells, "MentionSourceName"),
        url=read_text(cells, "MentionIdentifier"),
    )


def party_codes(cells: Mapping[str, str], actor: str) -> tuple[str, ...]:
    """The PLOVER code of an actor: its country, else its known group, else its type.

    EUR is Europe there and the European Union in PLOVER; like all regions it gives no code.

    Example:
        >>> party_codes({"Actor1CountryCode": "LBY"}, "Actor1")
        ('LBY',)
        >>> party_codes({"Actor1CountryCode": "EUR"}, "Actor1")
        ()
        >>> party_codes({"Actor1KnownGroupCode": "EEC", "Actor1Type1Code": "IGO"}, "Actor1")
        ('EUR',)
    """
    country = read_text(cells, f"{actor}CountryCode")
    if country is not None:
        today = OLD_CODES.get(country, country)
        return (today,) if today in load_countries() else ()
    group = GROUPS.get(read_text(cells, f"{actor}KnownGroupCode") or "")
    code = group or TYPES.get(read_text(cells, f"{actor}Type1Code") or "")
    return (code,) if code else ()


def _read_id(cells: Mapping[str, str]) -> str:
    text = read_text(cells, "GLOBALEVENTID")
    if text is None or not (text.isascii() and text.isdecimal()):
        raise ExchangeError.of_cell("GLOBALEVENTID", cells["GLOBALEVENTID"], "a whole number")
    return text
