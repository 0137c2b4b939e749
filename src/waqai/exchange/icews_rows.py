"""What a row of ICEWS says in the terms that all data sets share."""

from __future__ import annotations

from collections.abc import Mapping

from waqai.exchange.cameo_codes import QUADS, code_of_name, plover_of, read_code
from waqai.exchange.countries import code_of
from waqai.exchange.rows import ImportedEvent
from waqai.exchange.values import read_day, read_number, read_text


def derive(cells: Mapping[str, str], days: str = "iso") -> ImportedEvent:
    """The event of a row.

    `Intensity` is the Goldstein score. In files without codes the code is the one whose name
    `Event Text` is; where that is none of CAMEO's names, there is no code.

    Args:
        cells: by column, unquoted.
        days: how days with slashes are meant.

    Raises:
        ExchangeError: a day, a code, a score or a coordinate that is none.
    """
    if "CAMEO Code" in cells:
        code = read_code(read_text(cells, "CAMEO Code"), "CAMEO Code")
    else:
        code = code_of_name(read_text(cells, "Event Text"))
    event, modes = plover_of(code)
    place = read_text(cells, "City") or read_text(cells, "Province") or read_text(cells, "Country")
    return ImportedEvent(
        row_id=read_text(cells, "Event ID"),
        day=read_day(cells, "Event Date", days),
        actor_codes=_codes(cells, "Source Country"),
        recipient_codes=_codes(cells, "Target Country"),
        event_code=code,
        event=event,
        modes=modes,
        quad=QUADS[code[:2]] if code else None,
        goldstein=read_number(cells, "Intensity", -10, 10),
        country_code=code_of(cells.get("Country", "")),
        place=place,
        lat=read_number(cells, "Latitude", -90, 90),
        lon=read_number(cells, "Longitude", -180, 180),
        publisher=read_text(cells, "Publisher"),
    )


def _codes(cells: Mapping[str, str], column: str) -> tuple[str, ...]:
    code = code_of(cells.get(column, ""))
    return (code,) if code else ()
