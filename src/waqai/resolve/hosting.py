"""Hosts and visitors: who receives whom in a meeting.

By the codebook the visitor is the actor and the host the recipient, whatever the grammar
says. Where a meeting of two countries lies in the country of one side, that side is the
host and the meeting a visit.
"""

from __future__ import annotations

from dataclasses import replace

from waqai.coding.draft import Draft
from waqai.model import Entity, Evidence, Place

RULE = "resolve.host.001"
Sides = tuple[Draft, tuple[Entity, ...], tuple[Entity, ...]]


def order_by_host(
    draft: Draft,
    actors: tuple[Entity, ...],
    recipients: tuple[Entity, ...],
    place: Place | None,
) -> Sides:
    """The draft with its sides in order, and "visit" where the place shows one.

    Only talks in person are touched: not calls, not talks of many, nothing to come.
    """
    if draft.event != "CONSULT" or place is None or place.country_code is None:
        return draft, actors, recipients
    if {"phone", "multilateral", "third-party"} & set(draft.modes):
        return draft, actors, recipients
    guests = {e.code for e in actors if e.code}
    hosts = {e.code for e in recipients if e.code}
    if len(guests) != 1 or len(hosts) != 1 or guests == hosts:
        return draft, actors, recipients
    if place.country_code in guests:
        if not draft.symmetric:
            return draft, actors, recipients
        actors, recipients, hosts = recipients, actors, guests
    if place.country_code not in hosts:
        return draft, actors, recipients
    if "visit" in draft.modes:
        return draft, actors, recipients
    evidence = {**draft.evidence}
    evidence["mode"] = (*evidence.get("mode", ()), Evidence(place.span, RULE))
    draft = replace(draft, modes=(*draft.modes, "visit"), evidence=evidence, symmetric=False)
    return draft, actors, recipients
