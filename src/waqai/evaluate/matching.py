"""Which record stands for which gold event: one to one, as many as can be.

A record fits a gold event where its trigger overlaps the gold trigger or lies inside the
event's span, and its type is one the event accepts (../shared/gold/CODEBOOK.md, "How records
are matched"). Required events come first; optional ones take what is left over, and a
record that fits any gold event at all is a repeat and not false.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from waqai.evaluate.gold import Article, GoldEvent
from waqai.evaluate.parties import parties_agree
from waqai.model import Record

Fits = Callable[[int, int], bool]
"""Whether a record (second) may stand for a gold event (first), both by number."""


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
    agree as can, and records are tried in the order of the text.
    """
    gold = article.events
    fitting = [
        [fits(record, event, article.trigger_span(event)) for record in records] for event in gold
    ]
    agreeing = [
        [fit and parties_agree(record, event) for record, fit in zip(records, row, strict=True)]
        for event, row in zip(gold, fitting, strict=True)
    ]
    required = [i for i, event in enumerate(gold) if event.required]
    optional = [i for i, event in enumerate(gold) if not event.required]
    strict = match(required, len(records), lambda i, k: agreeing[i][k])
    pairs = match([*required, *optional], len(records), lambda i, k: fitting[i][k], start=strict)
    false = tuple(k for k in range(len(records)) if not any(row[k] for row in fitting))
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
    if any(span.start < trigger[1] and trigger[0] < span.end for span in record.trigger):
        return True
    first, last = event.span
    return first <= record.trigger[0].start and record.trigger[0].end <= last


def match(
    events: Sequence[int], n_records: int, fit: Fits, *, start: dict[int, int] | None = None
) -> dict[int, int]:
    """A largest pairing of events with records, earlier events first (Kuhn, 1955).

    An event once paired stays paired, so that an earlier event is left out only where no
    pairing at all could hold it together with those before it.

    Args:
        events: to be paired, those that matter most first.
        n_records: records are numbered from 0.
        fit: which pairs are allowed.
        start: pairs made already; they may be changed, their events stay paired.

    Example:
        >>> allowed = {(0, 0), (0, 1), (1, 0)}
        >>> sorted(match([0, 1], 2, lambda i, k: (i, k) in allowed).items())
        [(0, 1), (1, 0)]
    """
    found = dict(start or {})

    def assign(event: int, seen: set[int]) -> bool:
        for k in range(n_records):
            if k in seen or not fit(event, k):
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
