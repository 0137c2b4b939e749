"""Whether the sides of a record are those of a gold event.

A slot of gold that names nobody asks nothing. One that names somebody agrees where a text
it accepts and the words of an entity of the record's slot are the same or stand one in the
other as whole words, or, where no text is shared, where a code it accepts is an entity's.
Where gold is symmetric, the slots may stand the other way round.
"""

from __future__ import annotations

from collections.abc import Sequence

from waqai.evaluate.gold import GoldEvent, Party
from waqai.evaluate.words import any_shared
from waqai.model import Entity, Record

Slots = tuple[tuple[Entity, ...], tuple[Entity, ...]]


def parties_agree(record: Record, event: GoldEvent) -> bool:
    """Whether each slot that gold fills agrees with the record's."""
    return n_agreeing(oriented(record, event), event) == _n_filled(event)


def oriented(record: Record, event: GoldEvent) -> Slots:
    """The record's slots in the order that agrees best with gold."""
    plain = (record.actors, record.recipients)
    if not event.symmetric:
        return plain
    turned = (record.recipients, record.actors)
    return turned if n_agreeing(turned, event) > n_agreeing(plain, event) else plain


def n_agreeing(slots: Slots, event: GoldEvent) -> int:
    """How many of the slots that gold fills agree."""
    pairs = zip((event.actor, event.recipient), slots, strict=True)
    return sum(slot_agrees(gold, entities) for gold, entities in pairs if gold)


def slot_agrees(gold: Sequence[Party], entities: Sequence[Entity]) -> bool:
    """Whether a slot of gold shares a text or else a code with a record's slot."""
    words = [text for entity in entities for text in texts_of(entity)]
    if any(any_shared(party.text, words) for party in gold):
        return True
    codes = {code for party in gold for code in party.code}
    return any(entity.code in codes for entity in entities)


def texts_of(entity: Entity) -> tuple[str, ...]:
    """The words that say who an entity is, and those at the act where they differ."""
    mention = (entity.mention.text,) if entity.mention else ()
    return (entity.span.text, *mention)


def _n_filled(event: GoldEvent) -> int:
    return bool(event.actor) + bool(event.recipient)
