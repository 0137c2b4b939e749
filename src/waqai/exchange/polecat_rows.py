"""What a row of POLECAT says in the terms that all data sets share."""

from __future__ import annotations

import re
from collections.abc import Mapping

from waqai.errors import ExchangeError
from waqai.exchange.countries import code_of
from waqai.exchange.rows import ImportedEvent
from waqai.exchange.values import read_day, read_number, read_text
from waqai.ontology import load_ontology

QUADS = {
    "VERBALCOOPERATION": 1, "VCOOP": 1, "MATERIALCOOPERATION": 2, "MCOOP": 2,
    "VERBALCONFLICT": 3, "VCONF": 3, "MATERIALCONFLICT": 4, "MCONF": 4,
}  # fmt: skip
"""Quad codes written out, letters only."""
_SPLIT = re.compile(r"[;|]")
_NO_LETTERS = re.compile(r"[^A-Z]")


def derive(cells: Mapping[str, str], days: str = "iso") -> ImportedEvent:
    """The event of a row.

    Types and modes of older codebooks come under today's names. The quad is the row's own;
    where it has none that can be read, that of the type.

    Args:
        cells: by column, unquoted.
        days: how days with slashes are meant.

    Raises:
        ExchangeError: a day, a score, a quad or a coordinate that is none.
    """
    event, modes = today(read_text(cells, "Event Type"), _listed(cells, "Event Mode"))
    return ImportedEvent(
        row_id=read_text(cells, "Event ID"),
        day=read_day(cells, "Event Date", days),
        actor_codes=_codes(cells, "Actor Country"),
        recipient_codes=_codes(cells, "Recipient Country"),
        event_code=read_text(cells, "Event Type"),
        event=event,
        modes=modes,
        quad=_quad(cells) or (load_ontology().quad(event) if event else None),
        score=read_number(cells, "Intensity", -10, 10),
        country_code=code_of(cells.get("Country", "")),
        place=read_text(cells, "Placename"),
        lat=read_number(cells, "Latitude", -90, 90),
        lon=read_number(cells, "Longitude", -180, 180),
        publisher=read_text(cells, "Source"),
    )


def today(event: str | None, modes: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """Type and modes of any vintage of PLOVER under today's names.

    Returns:
        None for a type that has no equal today; modes that the type does not have fall out.

    Example:
        >>> today("FIGHT", ("assassinate",)), today("YIELD", ())
        (('ASSAULT', ('targeted',)), (None, ()))
    """
    ontology = load_ontology()
    if event is None:
        return None, ()
    new, implied = ontology.renamed(event.strip().upper())
    if new not in ontology.types:
        return None, ()
    renamed = [ontology.renamed(new, mode)[1] for mode in modes] or [implied]
    known = [mode for mode in renamed if mode in ontology.types[new].modes]
    return new, tuple(dict.fromkeys(mode for mode in known if mode))


def _codes(cells: Mapping[str, str], column: str) -> tuple[str, ...]:
    codes = (code_of(word) for word in _listed(cells, column))
    return tuple(dict.fromkeys(code for code in codes if code))


def _listed(cells: Mapping[str, str], column: str) -> tuple[str, ...]:
    words = (word.strip() for word in _SPLIT.split(read_text(cells, column) or ""))
    return tuple(word for word in words if word)


def _quad(cells: Mapping[str, str]) -> int | None:
    text = read_text(cells, "Quad Code")
    if text is None:
        return None
    quad = {"1": 1, "2": 2, "3": 3, "4": 4}.get(text.removesuffix(".0"))
    quad = quad or QUADS.get(_NO_LETTERS.sub("", text.upper()))
    if quad is None:
        raise ExchangeError.of_cell("Quad Code", text, "1 to 4, or such as VERBAL COOPERATION")
    return quad
