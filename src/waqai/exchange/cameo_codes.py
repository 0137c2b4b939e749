"""CAMEO codes of other data sets and what they are in PLOVER.

ICEWS and GDELT number acts as CAMEO 1.1b3 does, as Waqai's ontology. A code that is not in it
keeps its root's quad class and has no type: nothing near is taken.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping

from waqai.errors import ExchangeError
from waqai.ontology import load_ontology

QUADS: Mapping[str, int] = {
    f"{root:02}": quad
    for quad, roots in ((1, range(1, 6)), (2, range(6, 9)), (3, range(9, 14)), (4, range(14, 21)))
    for root in roots
}
"""Quad class of each root: verbal and material cooperation, verbal and material conflict."""
_CODE = re.compile(r"[0-9]{2,4}")


def read_code(text: str | None, column: str) -> str | None:
    """A CAMEO code as written.

    Raises:
        ExchangeError: it is no code of two to four digits with a root from 01 to 20.

    Example:
        >>> read_code("0251", "CAMEO Code")
        '0251'
    """
    if text is None:
        return None
    if not _CODE.fullmatch(text) or text[:2] not in QUADS:
        raise ExchangeError.of_cell(column, text, "a CAMEO code of two to four digits")
    return text


def plover_of(code: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Type and modes of a code; none for one that PLOVER dropped or CAMEO 1.1b3 does not have.

    Example:
        >>> plover_of("042"), plover_of("010"), plover_of("0357")
        (('CONSULT', ('visit',)), (None, ()), (None, ()))
    """
    ontology = load_ontology()
    found = ontology.plover_for(code) if code in ontology.cameo else None  # type: ignore[arg-type]
    return (found[0], found[1]) if found else (None, ())


def code_of_name(name: str | None) -> str | None:
    """The code whose name an ICEWS `Event Text` is; None where it is none or is of several.

    Example:
        >>> code_of_name("Make statement"), code_of_name("Make a statement")
        ('010', None)
    """
    return _by_name().get((name or "").strip().casefold())


@functools.cache
def _by_name() -> Mapping[str, str]:
    found: dict[str, list[str]] = {}
    for code, row in load_ontology().cameo.items():
        found.setdefault(row.name.casefold(), []).append(code)
    # Roots are named as their first subdivision in places: "Threaten" is 13 and 130.
    return {
        name: codes[-1]
        for name, codes in found.items()
        if len({code[:2] for code in codes}) == 1 and len(codes) <= 2
    }
