"""The sparse series as the search for changes sees it: observed periods and their events.

Periods without news are not in it. A period weighs the more the more events it has, but not in
proportion: events of one period share what moved that period, so n of them weigh
n / (1 + (n - 1) r), where r is the share of variance they have in common (Kish's design effect:
Kish, Survey Sampling, 1965, section 5.4).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

from waqai.relate.counted import CountedEvent

SHARED = 0.2
"""Share of the variance of scores that events of one period have in common.

Set on simulated dyads (`docs/relations.md`, 2026-11): at 0.2 flat series break in under 5 %
where the true share is up to a tenth or so, in 6 to 10 % where it is a quarter; at 0.3 a third
of the real shifts of short series were lost.
"""
NEIGHBOURS = 0.3
"""Correlation of what events share from one period to the next; the periods between dampen it."""

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sample:
    """Events of one series in order, grouped by their period."""

    positions: Integers
    """(n_observed,) number of each observed period, counted in the calendar, ascending."""
    firsts: Integers
    """(n_observed,) index of the first event of each period."""
    values: Floats
    """(n_events,) PLOVER scores; within a period in the order of their size."""
    weights: Floats
    """(n_events,) weights 1/(n-1)."""

    @property
    def n_observed(self) -> int:
        """Number of periods with news."""
        return len(self.positions)

    @property
    def period_weights(self) -> Floats:
        """(n_observed,) what each period weighs in a level."""
        n_effective = np.add.reduceat(self.weights, self.firsts)
        return np.asarray(n_effective / (1 + np.maximum(n_effective - 1, 0) * SHARED))

    @property
    def gap_correlations(self) -> Floats:
        """(n_observed,) correlation with the observed period before; 0 for the first."""
        gaps = np.diff(self.positions, prepend=self.positions[:1])
        return np.where(gaps > 0, NEIGHBOURS ** gaps.astype(np.float64), 0.0)

    def period_means(self, values: Floats) -> Floats:
        """(…, n_observed) weighted means of values by event, (…, n_events)."""
        sums = np.add.reduceat(values * self.weights, self.firsts, axis=-1)
        return np.asarray(sums / np.add.reduceat(self.weights, self.firsts))

    def seed(self) -> int:
        """A number that depends on the data alone, for the shuffles."""
        digest = hashlib.sha256()
        for array in (self.positions, self.firsts, self.values, self.weights):
            digest.update(np.ascontiguousarray(array).astype("<f8").tobytes())
        return int.from_bytes(digest.digest()[:8], "big")


def make_sample(counted: Sequence[CountedEvent], numbers: dict[object, int]) -> Sample:
    """The sample of counted events.

    Args:
        counted: events of one direction, by period.
        numbers: number of each period in the calendar, by its first day.
    """
    rows = sorted(
        (numbers[item.period], item.event.event_scale, item.bearing.weight) for item in counted
    )
    groups = [(position, len(list(group))) for position, group in groupby(rows, lambda r: r[0])]
    sizes = np.array([size for _, size in groups], dtype=np.int64)
    return Sample(
        positions=np.array([position for position, _ in groups], dtype=np.int64),
        firsts=np.asarray(np.cumsum(sizes) - sizes, dtype=np.int64),
        values=np.array([value for _, value, _ in rows], dtype=np.float64),
        weights=np.array([weight for _, _, weight in rows], dtype=np.float64),
    )


def shuffled_means(
    sample: Sample, values: Floats, rng: np.random.Generator, n_shuffles: int
) -> Floats:
    """Means by period of flat series: the same calendar, the events in another order.

    Each shuffle is the sum of two: events shuffled over all slots, and one event for each
    period, from a second shuffle, for what its events share; the latter runs on from period to
    period with `NEIGHBOURS`. Their variances add up to that of the events, `SHARED` of it
    common to a period.

    Args:
        sample: the series.
        values: (n_events,) scores, or what is left of them once a level is taken off.
        rng: where chance comes from.
        n_shuffles: number of flat series.

    Returns:
        (n_shuffles, n_observed).
    """
    centred = values - np.average(values, weights=sample.weights)
    tiled = np.tile(centred, (n_shuffles, 1))
    own = sample.period_means(rng.permuted(tiled, axis=1))
    drawn = rng.permuted(tiled, axis=1)[:, : sample.n_observed]
    return np.asarray(np.sqrt(SHARED) * _run_on(drawn, sample) + np.sqrt(1 - SHARED) * own)


def resampled_means(
    sample: Sample, residuals: Floats, rng: np.random.Generator, n_draws: int
) -> Floats:
    """(n_draws, n_observed) noise as in `shuffled_means`, drawn with replacement."""
    own = sample.period_means(rng.choice(residuals, size=(n_draws, len(residuals))))
    drawn = rng.choice(residuals, size=(n_draws, sample.n_observed))
    return np.asarray(np.sqrt(SHARED) * _run_on(drawn, sample) + np.sqrt(1 - SHARED) * own)


def _run_on(drawn: Floats, sample: Sample) -> Floats:
    """Draws made to follow one another from period to period, variance kept."""
    carried = drawn.copy()
    for index, correlation in enumerate(sample.gap_correlations):
        if index:
            kept = correlation * carried[:, index - 1]
            carried[:, index] = kept + np.sqrt(1 - correlation**2) * drawn[:, index]
    return carried


def event_weights(counted: Sequence[CountedEvent]) -> tuple[float, ...]:
    """What each event weighs in a level, in the order given: its part of its period's weight.

    The mean of scores with these weights is the mean of the period means with theirs.
    """
    totals: dict[object, float] = {}
    for item in counted:
        totals[item.period] = totals.get(item.period, 0.0) + item.bearing.weight
    return tuple(
        item.bearing.weight / (1 + max(totals[item.period] - 1, 0) * SHARED) for item in counted
    )
