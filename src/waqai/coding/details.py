"""Modes: what neighbours of a trigger add to it, each with the words that earned it."""

from __future__ import annotations

from waqai.coding.parties import PartyReader
from waqai.coding.triggers import Candidate, TriggerFinder
from waqai.lexicon.load import Trigger
from waqai.model import Evidence


def read_modes(
    entry: Trigger, candidate: Candidate, finder: TriggerFinder, reader: PartyReader
) -> tuple[tuple[str, ...], tuple[Evidence, ...]]:
    """Modes of an act: the entry's own, then those its neighbours decide."""
    modes = dict.fromkeys(entry.modes)
    evidence = []
    for rule in entry.modes_when:
        hits = finder.hits(candidate, rule.place, rule.words)
        if hits and rule.mode not in modes:
            modes[rule.mode] = None
            evidence.append(Evidence(reader.span(hits[0], hits[0] + 1), entry.id))
    return tuple(modes), tuple(evidence)
