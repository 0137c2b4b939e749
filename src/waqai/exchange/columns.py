"""How a format is described: its columns, and what becomes of each key of a record in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from waqai.exchange.contract import RECORD_KEYS

Cell = str | int | float | bool | None
"""One value of a table before it is written; None is an empty cell."""

RECORD_TYPES: Mapping[str, str] = {
    "symmetric": "boolean", "quad_code": "integer", "event_scale": "number",
    "goldstein": "number", "confidence": "number", "dead": "integer", "injured": "integer",
    "arrested": "integer", "size": "integer", "date_info": "object", "about_date": "object",
    "event_loc": "object", "size_info": "object", "text_info": "object", "cite_info": "object",
    "evidence": "object", "resources": "object", "event": "list", "mode": "list",
    "context": "list", "aux": "list", "actor": "list", "recipient": "list",
    "event_text": "list", "attribution": "list", "interests": "list",
}  # fmt: skip
"""Types of the keys of a record that are no text."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table, or one key or attribute of a format that is no table.

    Example:
        >>> Column("SQLDATE", "day", "date").comes_from
        'date'
    """

    name: str
    """As the format spells it."""
    type: str
    """text, code, day, integer, number, boolean, list or object."""
    comes_from: str = ""
    """The keys of a record it is made of; empty where Waqai leaves it empty."""
    note: str = ""
    """What is lost or differs from the format's own use; why it is left empty."""


@dataclass(frozen=True, slots=True)
class Fates:
    """What becomes of each key of a record in a format.

    What is kept comes back equal when the format's `restore` reads what was written; a key
    that is neither kept nor kept in part is lost. Tests hold all three to the code.
    """

    kept: tuple[str, ...] = ()
    partly: Mapping[str, str] = field(default_factory=dict)
    """Key and what of it is kept."""

    @property
    def lost(self) -> tuple[str, ...]:
        """Every other key, in the order of the record.

        Example:
            >>> Fates(kept=RECORD_KEYS[1:]).lost
            ('id',)
        """
        return tuple(k for k in RECORD_KEYS if k not in self.kept and k not in self.partly)
