"""What went wrong, case by case: the sentence, gold beside what was found, and why.

For a miss, the check that stopped the nearest candidate is taken from the explanation of
the document: of the words in the event's span, one whose rule stands for a type gold accepts
comes first, then the one nearest to the gold trigger.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waqai.evaluate.gold import GoldEvent, Party
from waqai.evaluate.reading import PassedOver, Reading
from waqai.model import Entity, Record, Span

UNKNOWN_WORDS = "no word of it is known to name an act"
KINDS = ("missed", "false", "parties", "source", "target")
N_CHECKS = 3
"""Candidates named where no one of them is the nearest."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One miss, false alarm, or find with a wrong part."""

    kind: str
    """One of `KINDS`: parties are those of a found event; source and target those of spans."""
    event: str
    """The type."""
    document: str
    """The id of the article or the sentence."""
    start: int
    """Where its words begin in the text of the document."""
    end: int
    """Where they end; the same as `start` where no words are meant."""
    sentence: Span
    gold: str
    """What gold holds; empty for a false alarm."""
    found: str = ""
    """What the coder made of it; empty for a miss."""
    check: str = ""
    """For a miss, what stopped the nearest candidate."""


def count_kinds(faults: Sequence[Fault]) -> dict[str, int]:
    """How many faults there are of each kind that occurs."""
    counts = {kind: sum(fault.kind == kind for fault in faults) for kind in KINDS}
    return {kind: n for kind, n in counts.items() if n}


def show_record(record: Record) -> str:
    """A record in one line: type, modes, marks, words, rule, sides."""
    words = " … ".join(span.text for span in record.trigger)
    head = " ".join((record.event, *record.modes, *(f"+{mark}" for mark in record.aux)))
    return f"{head} [{words}] {_sides(record)} ({record.rule}, {record.confidence:.2f})"


def show_event(event: GoldEvent) -> str:
    """A gold event in one line: types, modes, marks, words, sides."""
    head = " ".join(("/".join(event.types), *event.mode, *(f"+{mark}" for mark in event.aux)))
    actor, recipient = _gold_side(event.actor), _gold_side(event.recipient)
    return f"{head} [{event.trigger}] {actor} {'<>' if event.symmetric else '>'} {recipient}"


def why_missed(reading: Reading, types: Sequence[str], span: tuple[int, int], anchor: int) -> str:
    """Why no record stands for an event.

    Args:
        reading: of the document.
        types: accepted for the event.
        span: of the event.
        anchor: where its trigger begins.
    """
    inside = [p for p in reading.passed if p.span.start < span[1] and span[0] < p.span.end]
    inside.sort(key=lambda p: (p.event not in types, abs(p.span.start - anchor), p.rule))
    if inside and inside[0].event in types:
        return _show_passed(inside[0])
    others = [r for r in reading.records if any(span[0] <= t.start < span[1] for t in r.trigger)]
    if others:
        return f"coded otherwise: {show_record(min(others, key=lambda r: _distance(r, anchor)))}"
    return _show_passed(inside[0]) if inside else UNKNOWN_WORDS


def why_sentence_missed(reading: Reading, event: str) -> str:
    """Why a sentence has no record of a type: the first candidates of the type, or others."""
    passed = [p for p in reading.passed if p.event == event]
    if passed:
        return "; ".join(_show_passed(p) for p in passed[:N_CHECKS])
    return why_missed(reading, (event,), (0, len(reading.document.text)), 0)


def _show_passed(passed: PassedOver) -> str:
    return f"[{passed.span.text}] {passed.rule}: {passed.check}"


def _distance(record: Record, anchor: int) -> int:
    return abs(record.trigger[0].start - anchor)


def _sides(record: Record) -> str:
    actor, recipient = _found_side(record.actors), _found_side(record.recipients)
    return f"{actor} {'<>' if record.symmetric else '>'} {recipient}"


def _found_side(entities: Sequence[Entity]) -> str:
    shown = [f"{e.span.text} ({e.code or '?'} {e.sector or '?'})" for e in entities]
    return ", ".join(shown) or "nobody"


def _gold_side(parties: Sequence[Party]) -> str:
    return ", ".join(map(_gold_party, parties)) or "nobody"


def _gold_party(party: Party) -> str:
    words = party.text[0] if party.text else "?"
    return f"{words} ({'/'.join(party.code) or '?'} {'/'.join(party.sector) or '?'})"
