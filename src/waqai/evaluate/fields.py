"""The fields of records that found a gold event: how many are right.

In goes a pair of record and gold event, out come numbers to add up: `KEY.right` of
`KEY.asked` for mode, date, place, country and sector; found, false and missed for each mark
and for attribution. What gold does not decide is not asked.
"""

from __future__ import annotations

from collections import Counter

from waqai.evaluate.gold import GoldEvent
from waqai.evaluate.parties import oriented
from waqai.evaluate.words import any_shared
from waqai.model import MARKS, Record

SHARES = ("mode", "date", "place", "country of the place", "country", "sector")
COMING = frozenset({"AGREE", "CONCEDE", "THREATEN"})
"""Types that say by themselves that the act is to come: future is not asked beside them."""


def count_fields(record: Record, event: GoldEvent) -> Counter[str]:
    """Mode, date, place, country and sector of a record that found an event."""
    asked: list[tuple[str, bool]] = []
    if event.mode and record.event == event.event:
        accepted = {*event.mode, *event.mode_alt}
        asked.append(("mode", not accepted.isdisjoint(record.modes)))
    if event.date is not None:
        asked.append(("date", _is_within(record, event.date)))
    if event.loc is not None:
        asked += _place(record, event)
    for gold, entities in zip((event.actor, event.recipient), oriented(record, event), strict=True):
        codes = {code for party in gold for code in party.code}
        if codes:
            asked.append(("country", any(entity.code in codes for entity in entities)))
        sectors = {sector for party in gold for sector in party.sector}
        if sectors:
            asked.append(("sector", any(entity.sector in sectors for entity in entities)))
    counts: Counter[str] = Counter()
    for name, is_right in asked:
        counts[f"{name}.asked"] += 1
        counts[f"{name}.right"] += is_right
    return counts


def count_marks(record: Record, event: GoldEvent) -> Counter[str]:
    """Each mark: found, false or missed."""
    counts: Counter[str] = Counter()
    for mark in MARKS:
        if mark == "future" and {record.event, event.event} & COMING:
            continue
        in_gold, in_record = mark in event.aux, mark in record.aux
        if in_gold or in_record:
            part = "missed" if not in_record else "found" if in_gold else "false"
            counts[f"{mark}.{part}"] += 1
    return counts


def count_attribution(record: Record, event: GoldEvent) -> Counter[str]:
    """Who says so, where gold names somebody: one of the names agrees, or does not.

    A name that does not agree is a false one and a missed one.
    """
    counts: Counter[str] = Counter()
    if not event.attribution:
        return counts
    names = [attribution.span.text for attribution in record.attributions]
    if any_shared(names, event.attribution):
        counts["attribution.found"] += 1
        return counts
    counts["attribution.missed"] += 1
    counts["attribution.false"] += bool(names)
    return counts


def _is_within(record: Record, accepted: list[str]) -> bool:
    """Whether all days of the record are accepted; ISO days sort as text."""
    first, last = record.when.first, record.when.last
    return first is not None and accepted[0] <= first <= (last or first) <= accepted[1]


def _place(record: Record, event: GoldEvent) -> list[tuple[str, bool]]:
    assert event.loc is not None
    place, asked = record.place, []
    if event.loc.name:
        names = [place.span.text, place.resolved_place or "", place.city or ""] if place else []
        asked.append(("place", any_shared(names, event.loc.name)))
    if event.loc.country:
        is_right = place is not None and place.country_code in event.loc.country
        asked.append(("country of the place", is_right))
    return asked
