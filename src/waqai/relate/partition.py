"""Segments of constant level: the best partition of many series at once.

The cost of a segment is the weighted sum of squares around its mean (l2), plus a penalty for
each change. The minimum is found by optimal partitioning (Jackson and others, An algorithm for
optimal partitioning of data on an interval, IEEE Signal Processing Letters 12, 2005), which is
exact. PELT (Killick, Fearnhead and Eckley, JASA 107, 2012) prunes the same recursion; that of
ruptures 1.1.10 missed the minimum in 9 of 400 short series with segments of two periods at
least, and cannot take several series at once, which setting the penalty needs.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from waqai.relate.sample import Floats, Integers

MIN_OBSERVED = 2
"""Observed periods that a level needs: one period is an outlier, not a level."""
_TOLERANCE = 1e-9
"""Below any gain of scores in tenths; what is left of it is rounding."""


@dataclass(frozen=True, slots=True)
class Partitions:
    """The best partition of each of several series."""

    gains: Floats
    """(n_series,) squares explained by all changes together, penalty not taken off."""
    n_changes: Integers
    """(n_series,)."""
    origins: Integers
    """(n_series, n_observed + 1) where the last segment begins, for each end."""

    def breaks(self, row: int = 0) -> tuple[int, ...]:
        """First observed period of each new level in one series, ascending."""
        found = []
        end = self.origins.shape[1] - 1
        while (end := int(self.origins[row, end])) > 0:
            found.append(end)
        return tuple(reversed(found))


def best_partitions(means: Floats, weights: Floats, penalties: Floats) -> Partitions:
    """The partition of least cost of each series.

    Args:
        means: (n_series, n_observed) level of each period.
        weights: (n_observed,) what each period weighs.
        penalties: (n_series,) what a change costs, in squares of scores.

    Example:
        >>> level = np.array([[-5.0, -4.0, -5.0, 3.0, 4.0, 3.0]])
        >>> best_partitions(level, np.ones(6), np.array([10.0])).breaks()
        (3,)
    """
    n_series, n_observed = means.shape
    sums, totals = _running(means, weights)
    cost = np.full((n_series, n_observed + 1), np.inf)
    cost[:, 0] = 0.0
    n_changes = np.zeros((n_series, n_observed + 1), dtype=np.int64)
    origins = np.zeros((n_series, n_observed + 1), dtype=np.int64)
    rows = np.arange(n_series)
    for end in range(MIN_OBSERVED, n_observed + 1):
        begins = np.r_[0, np.arange(MIN_OBSERVED, end - MIN_OBSERVED + 1)]
        squares = (sums[:, end, None] - sums[:, begins]) ** 2 / (totals[end] - totals[begins])
        through = cost[:, begins] - squares + np.outer(penalties, begins > 0)
        best = through.argmin(axis=1)
        cost[:, end] = through[rows, best]
        origins[:, end] = begins[best]
        n_changes[:, end] = n_changes[rows, begins[best]] + (begins[best] > 0)
    whole = sums[:, -1] ** 2 / totals[-1]
    n_found = n_changes[:, -1]
    return Partitions(penalties * n_found - cost[:, -1] - whole, n_found, origins)


def split_gains(means: Floats, weights: Floats) -> Floats:
    """Squares explained by one change before each period.

    Returns:
        (n_series, n_observed + 1); minus infinity where a side would be too short.
    """
    sums, totals = _running(means, weights)
    n_observed = means.shape[1]
    gains = np.full(sums.shape, -np.inf)
    inner = slice(MIN_OBSERVED, n_observed - MIN_OBSERVED + 1)
    left, right = sums[:, inner], sums[:, -1:] - sums[:, inner]
    gains[:, inner] = (
        left**2 / totals[inner]
        + right**2 / (totals[-1] - totals[inner])
        - sums[:, -1:] ** 2 / totals[-1]
    )
    return gains


def flat_penalties(means: Floats, weights: Floats) -> Floats:
    """The least penalty at which each series is left whole.

    It is the greatest gain per change over any number of changes, found by Dinkelbach's
    iteration (On nonlinear fractional programming, Management Science 13, 1967).

    Returns:
        (n_series,).
    """
    penalties: Floats = split_gains(means, weights).max(axis=1)
    open_rows = np.arange(len(means))
    while len(open_rows):
        found = best_partitions(means[open_rows], weights, penalties[open_rows])
        spare = found.gains - penalties[open_rows] * found.n_changes
        rises = (found.n_changes > 0) & (spare > _TOLERANCE)
        open_rows = open_rows[rises]
        penalties[open_rows] = found.gains[rises] / found.n_changes[rises]
    return penalties


def _running(means: Floats, weights: Floats) -> tuple[Floats, Floats]:
    """Sums of weighted levels and of weights up to each period, from 0 on."""
    from_zero = np.zeros((len(means), means.shape[1] + 1))
    from_zero[:, 1:] = np.cumsum(means * weights, axis=1)
    return from_zero, np.concatenate(([0.0], np.cumsum(weights)))
