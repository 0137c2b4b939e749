"""Parties that two acts of one sentence share: the attack and the deaths it caused.

"قتل ثلاثة جنود في هجوم شنه مسلحون": who attacked killed, and whom it killed was attacked.
Each takes from the other the side it lacks; where several could lend it, nobody does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from waqai.coding.draft import Draft
from waqai.coding.focus import Party

_HARM = ("ar.assault.kill", "ar.assault.wound", "ar.assault.fall", "ar.assault.victims")
"""Entries that tell what an attack did to people."""
_NO_ATTACK = (*_HARM, "ar.assault.clash", "ar.assault.fight", "ar.assault.battle",
              "ar.assault.exchange")  # fmt: skip
"""Entries that tell no attack of one side on another."""


def share_parties(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one sentence, each with the side that its counterpart names."""
    drafts = _share_arrests(drafts)
    harms = [d for d in drafts if d.event == "ASSAULT" and d.entry.startswith(_HARM)]
    attacks = [d for d in drafts if d.event == "ASSAULT" and not d.entry.startswith(_NO_ATTACK)]
    if not harms or not attacks:
        return list(drafts)
    doers = _one({d.actors for d in attacks if d.actors})
    victims = _one({d.recipients for d in harms if d.recipients})
    return [_filled(d, d in harms, d in attacks, doers, victims) for d in drafts]


def _share_arrests(drafts: Sequence[Draft]) -> Sequence[Draft]:
    """ "حجزت وحدات الجيش … وتم القبض على 8": one force acts in one sentence."""
    doers = _one({d.actors for d in drafts if d.event == "COERCE" and d.actors})
    if not doers:
        return drafts
    return [
        replace(d, actors=tuple(replace(party, code_basis="context") for party in doers))
        if d.event == "COERCE" and not d.actors
        else d
        for d in drafts
    ]


def _filled(
    draft: Draft,
    is_harm: bool,
    is_attack: bool,
    doers: tuple[Party, ...],
    victims: tuple[Party, ...],
) -> Draft:
    if is_harm and not draft.actors and doers:
        return replace(draft, actors=doers)
    if is_attack and not draft.recipients and victims:
        return replace(draft, recipients=victims)
    return draft


def _one(sides: set[tuple[Party, ...]]) -> tuple[Party, ...]:
    return sides.pop() if len(sides) == 1 else ()
