"""When the level of a relation changed, and how sure that is.

1. The sample: scores of the events of observed periods (`waqai.relate.sample`).
2. The penalty: flat series are made by shuffling the events over the same calendar; a change
   costs what all but `FALSE_BREAKS` of them would pay to be left whole.
3. The partition of least cost (`waqai.relate.partition`).
4. Where changes are found, their levels are taken off, what is left is flat, and steps 2 and 3
   are done again with it, until nothing more is found: a large change must not hide a small one.
5. An interval for each change: noise is drawn anew around the two levels, and the change looked
   for again (after Antoch, Hušková and Veraverbeke, Change-point problem and bootstrap, Journal
   of Nonparametric Statistics 5, 1995).

Error rates on simulated dyads stand in `docs/relations.md`. Seeds come from the data.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from waqai.relate.partition import (
    MIN_OBSERVED,
    best_partitions,
    flat_penalties,
    split_gains,
)
from waqai.relate.sample import Floats, Integers, Sample, resampled_means, shuffled_means

FALSE_BREAKS = 0.05
"""Share of flat series that may show a change."""
N_SHUFFLES = 499
N_SHUFFLES_LONG = 199
"""For series of more than `LONG` observed periods, where time grows with the square."""
LONG = 200
N_DRAWS = 399
INTERVAL = 0.9
"""Share of redrawn series whose change lies in the interval."""
_MAX_ROUNDS = 5
"""Each round must find more changes than the last; five were never needed."""
_CHUNK = 4_000_000
"""Events shuffled at once, to bound memory; part of what a seed draws, so it stays as it is."""


@dataclass(frozen=True, slots=True)
class Break:
    """A change of level in a sample, in observed periods."""

    index: int
    """Observed period that begins the new level."""
    earliest: int
    latest: int
    """Observed periods between which the interval says that the new level began."""
    gain: float
    """Weighted squares that this change explains between its neighbours."""


@dataclass(frozen=True, slots=True)
class Breaks:
    """All changes of a sample, and what they were measured against."""

    found: tuple[Break, ...]
    penalty: float | None
    """What a change had to explain, in weighted squares; None where none could be found."""
    n_shuffles: int

    @property
    def edges(self) -> tuple[int, ...]:
        """First observed period of each new level."""
        return tuple(item.index for item in self.found)


def find_breaks(sample: Sample) -> Breaks:
    """The changes of level in a sample.

    Args:
        sample: observed periods with their events.

    Returns:
        None found where there are fewer than two times `MIN_OBSERVED` observed periods, or all
        scores are alike.

    Example:
        >>> scores = np.array([-7.0, -9, -5, -7, -9, -7, 4, 2.5, 5, 4, 2.5, 4])
        >>> every = np.arange(12)
        >>> find_breaks(Sample(every, every, scores, np.ones(12))).edges
        (6,)
    """
    if sample.n_observed < 2 * MIN_OBSERVED or np.ptp(sample.values) == 0:
        return Breaks((), None, 0)
    rng = np.random.Generator(np.random.PCG64(sample.seed()))
    n_shuffles = N_SHUFFLES if sample.n_observed <= LONG else N_SHUFFLES_LONG
    weights = sample.period_weights
    means = sample.period_means(sample.values)[None]
    edges: tuple[int, ...] = ()
    for _ in range(_MAX_ROUNDS):
        flat = sample.values - np.repeat(levels(sample, edges), _sizes(sample))
        penalty = _penalty(sample, flat, rng, n_shuffles)
        more = best_partitions(means, weights, np.array([penalty])).breaks()
        if len(more) <= len(edges):
            break
        edges = more
    found = tuple(_with_interval(sample, edges, at, rng) for at in range(len(edges)))
    return Breaks(found, penalty, n_shuffles)


def levels(sample: Sample, edges: tuple[int, ...]) -> Floats:
    """(n_observed,) the weighted mean of the segment that each period lies in."""
    means, weights = sample.period_means(sample.values), sample.period_weights
    out = np.empty(sample.n_observed)
    for begin, end in zip((0, *edges), (*edges, sample.n_observed), strict=True):
        out[begin:end] = np.average(means[begin:end], weights=weights[begin:end])
    return out


def _bounds(sample: Sample) -> Integers:
    """(n_observed + 1,) where the events of each period begin, and where the last ends."""
    return np.append(sample.firsts, len(sample.values))


def _sizes(sample: Sample) -> Integers:
    return np.diff(_bounds(sample))


def _penalty(sample: Sample, flat: Floats, rng: np.random.Generator, n_shuffles: int) -> float:
    """The penalty that leaves all but `FALSE_BREAKS` of the shuffled series whole."""
    weights = sample.period_weights
    at_once = max(1, _CHUNK // len(flat))
    parts = [
        flat_penalties(shuffled_means(sample, flat, rng, min(at_once, n_shuffles - done)), weights)
        for done in range(0, n_shuffles, at_once)
    ]
    return float(np.quantile(np.concatenate(parts), 1 - FALSE_BREAKS, method="higher"))


def _with_interval(
    sample: Sample, edges: tuple[int, ...], at: int, rng: np.random.Generator
) -> Break:
    """A change with its interval, looked for between the changes beside it."""
    begin = edges[at - 1] if at else 0
    end = edges[at + 1] if at + 1 < len(edges) else sample.n_observed
    part = _between(sample, begin, end)
    edge = edges[at] - begin
    level = levels(part, (edge,))
    residuals = part.values - np.repeat(level, _sizes(part))
    noise = resampled_means(part, residuals, rng, N_DRAWS)
    redrawn = split_gains(level + noise, part.period_weights).argmax(axis=1)
    tail = (1 - INTERVAL) / 2
    earliest = int(np.quantile(redrawn, tail, method="lower"))
    latest = int(np.quantile(redrawn, 1 - tail, method="higher"))
    own = split_gains(part.period_means(part.values)[None], part.period_weights)[0, edge]
    return Break(edges[at], begin + min(earliest, edge), begin + max(latest, edge), float(own))


def _between(sample: Sample, begin: int, end: int) -> Sample:
    """The part of a sample from one observed period to before another."""
    bounds = _bounds(sample)
    events = slice(bounds[begin], bounds[end])
    return Sample(
        sample.positions[begin:end],
        sample.firsts[begin:end] - bounds[begin],
        sample.values[events],
        sample.weights[events],
    )
