"""Which record stands for which gold event: one to one, as many as can be.

A record fits a gold event where its trigger overlaps the gold trigger or lies inside the
event's span, and its type is one the event accepts (../shared/gold/CODEBOOK.md, "How records
are matched"). Required events come first; optional ones take what is left over, and a
record that fits any gold event at all is a repeat and not false.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from waqai.evaluate.gold import Article, GoldEvent
from waqai.evaluate.parties import parties_agree
from waqai.model import Record

Choices = Mapping[int, Sequence[int]]
"""Gold event -> the records that may stand for it, those to try first in front."""


@dataclass(frozen=True, slots=True)
class Match:
    """How the records of an article stand to its gold."""

    pairs: dict[int, int]
    """Gold event -> record."""
    with_parties: frozenset[int]
    """Gold events found with their actor and recipient, at the dyad level."""
    false: tuple[int, ...]
    """Records that fit no gold event."""


def match_article(records: Sequence[Record], article: Article) -> Match:
    """Pair the records of an article with its gold events.

    Where several pairings find equally many events, one is taken in which as many parties
    agree as can; records that overlap the gold trigger are tried first, then as in the text.
    """
    gold = article.events
    fitting = {i: _fitting(records, event, article) for i, event in enumerate(gold)}
    agreeing = {
        i: [k for k in fitting[i] if parties_agree(records[k], event)]
        for i, event in enumerate(gold)
    }
    required = [i for i, event in enumerate(gold) if event.required]
    optional = [i for i, event in enumerate(gold) if not event.required]
    strict = match(required, agreeing)
    pairs = match([*required, *optional], fitting, start=strict)
    repeats = {k for numbers in fitting.values() for k in numbers}
    false = tuple(k for k in range(len(records)) if k not in repeats)
    return Match(pairs, frozenset(strict), false)


def fits(record: Record, event: GoldEvent, trigger: tuple[int, int]) -> bool:
    """Whether a record may stand for a gold event.

    Args:
        record: of the same article.
        event: the gold.
        trigger: where the gold trigger stands.
    """
    if record.event not in event.types:
        return False
    first, last = event.span
    is_inside = first <= record.trigger[0].start and record.trigger[0].end <= last
    return is_inside or _overlaps(record, trigger)


def match(
    events: Sequence[int], choices: Choices, *, start: Mapping[int, int] | None = None
) -> dict[int, int]:
    """A largest pairing of events with records, earlier events first (Kuhn, 1955).

    An event once paired stays paired, so that an earlier event is left out only where no
    pairing at all could hold it together with those before it.

    Args:
        events: to be paired, those that matter most first.
        choices: which records may stand for each.
        start: pairs made already; they may be changed, their events stay paired.

    Example:
        >>> sorted(match([0, 1], {0: [0, 1], 1: [0]}).items())
        [(0, 1), (1, 0)]
    """
    found = dict(start or {})

    def assign(event: int, seen: set[int]) -> bool:
        for k in choices[event]:
            if k in seen:
                continue
            seen.add(k)
            holder = next((i for i, record in found.items() if record == k), None)
            if holder is None or assign(holder, seen):
                found[event] = k
                return True
        return False

    for event in events:
        if event not in found:
            assign(event, set())
    return found


def _fitting(records: Sequence[Record], event: GoldEvent, article: Article) -> list[int]:
    trigger = article.trigger_span(event)
    numbers = [k for k, record in enumerate(records) if fits(record, event, trigger)]
    return sorted(numbers, key=lambda k: not _overlaps(records[k], trigger))


def _overlaps(record: Record, trigger: tuple[int, int]) -> bool:
    return any(span.start < trigger[1] and trigger[0] < span.end for span in record.trigger)
