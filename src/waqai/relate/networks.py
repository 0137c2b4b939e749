"""Signed networks: who stands how to whom in a period, and whether their triangles balance.

A tie between two actors is positive where the weighted mean of the scores between them is above
0, negative below. A triangle is balanced where the product of its signs is positive: the friend
of my friend is my friend (Heider, Attitudes and cognitive organization, Journal of Psychology
21, 1946; Cartwright and Harary, Structural balance, Psychological Review 63, 1956). The share
of balanced triangles is the network's balance; an actor's is that of the triangles he is in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import fsum, prod
from typing import TYPE_CHECKING

from waqai.relate.counted import why_not_counted
from waqai.relate.dyads import party_name
from waqai.relate.events import Party, RelatedEvent
from waqai.relate.periods import period_label, place_event

if TYPE_CHECKING:
    import networkx as nx

Pair = tuple[str, str]
"""Two actors in the order of the alphabet."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two actors in one period."""

    actors: Pair
    n_events: int
    weight: float
    score_mean: float
    sign: int
    """1, -1, or 0 where the mean is 0; such a tie closes no triangle."""


@dataclass(frozen=True, slots=True)
class Triangle:
    """Three actors with ties that have a sign."""

    actors: tuple[str, str, str]
    signs: tuple[int, int, int]
    """First with second, first with third, second with third."""

    @property
    def is_balanced(self) -> bool:
        """Whether the product of the signs is positive."""
        return prod(self.signs) > 0


@dataclass(frozen=True, slots=True)
class Network:
    """All ties of one period."""

    start: date
    label: str
    ties: tuple[Tie, ...]
    triangles: tuple[Triangle, ...]

    @property
    def balance(self) -> float | None:
        """Share of balanced triangles; None without a triangle."""
        return self._share(self.triangles)

    def balance_of(self, actor: str) -> float | None:
        """Share of balanced triangles among those an actor is in; None without one."""
        return self._share([t for t in self.triangles if actor in t.actors])

    @staticmethod
    def _share(triangles: Iterable[Triangle]) -> float | None:
        balanced = [triangle.is_balanced for triangle in triangles]
        return sum(balanced) / len(balanced) if balanced else None


def signed_networks(
    events: Iterable[RelatedEvent], unit: str, level: str = "code"
) -> tuple[Network, ...]:
    """One network for each period with a tie, periods ascending.

    Args:
        events: of any parties, each once; those that count, and are not merely claimed, are
            taken, symmetric ones with 1/(n-1) for each pair.
        unit: day, week or month.
        level: code for countries, identity for identities.
    """
    scores: dict[date, dict[Pair, list[tuple[float, float]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for event in events:
        start, _ = place_event(event, unit)
        if start is None or event.stance == "claimed" or why_not_counted(event):
            continue
        pairs, weight = _pairs(event, level)
        for pair in pairs:
            scores[start][pair].append((weight, event.event_scale))
    return tuple(_network(start, unit, scores[start]) for start in sorted(scores))


def to_graph(network: Network) -> nx.Graph[str]:
    """The network as networkx holds it; ties carry sign, weight and score_mean."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    for tie in network.ties:
        graph.add_edge(*tie.actors, sign=tie.sign, weight=tie.weight, score_mean=tie.score_mean)
    return graph


def _pairs(event: RelatedEvent, level: str) -> tuple[frozenset[Pair], float]:
    """The pairs that an event ties, and what it weighs for each."""
    if event.symmetric:
        named = {party_name(party, level) for party in event.parties}
        n_unknown = sum(party_name(party, level) is None for party in event.parties)
        names = sorted(name for name in named if name is not None)
        n_parties = len(names) + n_unknown
        return frozenset(combinations(names, 2)), 1 / (n_parties - 1) if n_parties > 1 else 0.0
    return frozenset(
        _pair(one, other)
        for one in _names(event.actor, level)
        for other in _names(event.recipient, level)
        if one != other
    ), 1.0


def _names(parties: Iterable[Party], level: str) -> set[str]:
    return {name for party in parties if (name := party_name(party, level)) is not None}


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)


def _network(start: date, unit: str, scores: dict[Pair, list[tuple[float, float]]]) -> Network:
    ties = tuple(_tie(pair, scores[pair]) for pair in sorted(scores))
    return Network(start, period_label(start, unit), ties, _triangles(ties))


def _tie(pair: Pair, scored: list[tuple[float, float]]) -> Tie:
    weight = fsum(w for w, _ in scored)
    total = fsum(w * score for w, score in scored)
    return Tie(pair, len(scored), weight, total / weight, (total > 0) - (total < 0))


def _triangles(ties: Iterable[Tie]) -> tuple[Triangle, ...]:
    """All triangles of ties with a sign, each once, in the order of the alphabet."""
    import networkx as nx

    signs = {tie.actors: tie.sign for tie in ties if tie.sign}
    graph: nx.Graph[str] = nx.Graph(sorted(signs))
    found = []
    for one, two in sorted(signs):
        for three in sorted(nx.common_neighbors(graph, one, two)):
            if three > two:
                pairs = (one, two), (one, three), (two, three)
                a, b, c = (signs[pair] for pair in pairs)
                found.append(Triangle((one, two, three), (a, b, c)))
    return tuple(found)
