"""Entries that stand in each other's way: twins that nothing tells apart, entries out of reach.

Of the triggers that a word may start, the one with more needs met wins, then the lower id
(`waqai.coding.triggers`). From that follows which entries can never win.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from waqai.lexicon.forms import entry_forms
from waqai.lexicon.morphology import strip_marks
from waqai.lexicon.source import Fault, Sourced


@dataclass(frozen=True, slots=True)
class _Reach:
    """A trigger, its written forms, and its conditions with classes spelled out."""

    item: Sourced
    forms: frozenset[tuple[str, str]]
    """Folded and spelled."""
    needs: Mapping[str, frozenset[str]]
    unless: Mapping[str, frozenset[str]]


def find_clashes(sourced: Sequence[Sourced], classes: Mapping[str, Sequence[str]]) -> list[Fault]:
    """Twins and entries out of reach among the triggers.

    Args:
        sourced: checked entries.
        classes: words by name of the class.
    """
    reaches = [_reach(item, classes) for item in sourced if item.kind == "triggers"]
    sharing: dict[str, list[_Reach]] = defaultdict(list)
    for reach in reaches:
        for folded in sorted({folded for folded, _ in reach.forms}):
            sharing[folded].append(reach)
    faults: list[Fault] = []
    for reach in reaches:
        rivals = {
            id(other): other
            for folded, _ in sorted(reach.forms)
            for other in sharing[folded]
            if other is not reach
        }
        found = list(_twins(reach, list(rivals.values())))
        faults += found or _out_of_reach(reach, list(rivals.values()))
    return faults


def _reach(item: Sourced, classes: Mapping[str, Sequence[str]]) -> _Reach:
    forms = frozenset((folded, row[3]) for folded, row in entry_forms("triggers", item.entry))

    def spelled_out(conditions: Mapping[str, Sequence[str]]) -> dict[str, frozenset[str]]:
        return {
            place: frozenset(
                w
                for word in words
                for w in (classes.get(word[1:], [word]) if word[0] == "@" else [word])
            )
            for place, words in conditions.items()
        }

    return _Reach(item, forms, spelled_out(item.entry.needs), spelled_out(item.entry.unless))


def _out_of_reach(reach: _Reach, rivals: Sequence[_Reach]) -> Iterator[Fault]:
    """An entry that another one beats wherever it could fire."""
    entry = reach.item.entry
    for other in rivals:
        wins = other.item.entry.id < entry.id and len(other.needs) == len(reach.needs)
        if (
            wins
            and reach.forms <= other.forms
            and _is_weaker(other.needs, reach.needs)
            and _stops_less(other.unless, reach.unless)
        ):
            expected = f"something that {other.item.entry.id} does not meet first"
            yield reach.item.fault("id", entry.id, expected)
            return


def _is_weaker(needs: Mapping[str, frozenset[str]], than: Mapping[str, frozenset[str]]) -> bool:
    """Whether the first needs are met wherever the second are."""
    return set(needs) == set(than) and all(than[place] <= needs[place] for place in needs)


def _stops_less(unless: Mapping[str, frozenset[str]], than: Mapping[str, frozenset[str]]) -> bool:
    """Whether the first conditions stop nothing that the second let through."""
    return all(unless[place] <= than.get(place, frozenset()) for place in unless)


def _twins(reach: _Reach, rivals: Sequence[_Reach]) -> Iterator[Fault]:
    """One form, two types, and neither words nor marks to tell them apart."""
    entry: Any = reach.item.entry
    if reach.needs or reach.unless:
        return
    for other in rivals:
        theirs = other.item.entry
        if other.needs or other.unless or theirs.event == entry.event or theirs.id > entry.id:
            continue
        shared = sorted(form for form in reach.forms if _is_alike(form, other.forms))
        if shared:
            expected = f"needs, unless or marks that tell it from {theirs.id}"
            yield reach.item.fault("id", shared[0][1], expected)


def _is_alike(form: tuple[str, str], others: frozenset[tuple[str, str]]) -> bool:
    """Whether another entry has the form, unless both are marked and marked differently."""
    folded, spelled = form
    for other_folded, other in others:
        is_marked = spelled != strip_marks(spelled) and other != strip_marks(other)
        if other_folded == folded and not (is_marked and other != spelled):
            return True
    return False
