"""The indexed columns of a record, derived from its canonical JSON and from nothing else.

Where a record has several modes, `mode` holds all of them with a blank between, in the
order of the contract; `actor_code` and `recipient_code` are those of the first that has
one. What needs them all reads the JSON.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def derive_columns(fields: dict[str, Any]) -> dict[str, Any]:
    """The derived columns of the table `records` for one record.

    Args:
        fields: the record's JSON, parsed.

    Returns:
        A value, perhaps None, for every column that is derived.
    """
    place = fields["event_loc"] or {}
    return {
        "date": fields["date"],
        "enddate": fields["enddate"],
        "event": fields["event"][0],
        "mode": " ".join(fields["mode"]) or None,
        "stance": fields["stance"],
        "quad_code": fields["quad_code"],
        "event_scale": fields["event_scale"],
        "actor_code": _first_code(fields["actor"]),
        "recipient_code": _first_code(fields["recipient"]),
        "country_code": place.get("country_code"),
        "start": fields["event_text"][0]["start"],
    }


def _first_code(entities: Sequence[dict[str, Any]]) -> str | None:
    return next((entity["code"] for entity in entities if entity["code"]), None)
