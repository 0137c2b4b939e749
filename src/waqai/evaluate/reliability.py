"""Whether confidence can be read as a probability.

Records that found a required event are true, false ones are not; repeats and finds of
optional gold count for neither, as in precision.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waqai.evaluate.scored import Judged

N_BINS = 10
_ROUND = 9
"""Decimals kept before binning: 0.35 + 0.15 + 0.2 must fall where 0.7 does."""


@dataclass(frozen=True, slots=True)
class Bin:
    """Records of like confidence."""

    low: float
    high: float
    n: int
    confidence: float
    """Their mean confidence."""
    true: float
    """The share of them that is true."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """Bins of equal width that hold records, in order."""

    bins: tuple[Bin, ...]
    error: float | None
    """Expected calibration error: the mean gap of confidence and share true, weighted by
    records (Naeini, Cooper and Hauskrecht, AAAI 2015). None without records."""


def measure_reliability(judged: Sequence[Judged]) -> Reliability:
    """The reliability table of records.

    Example:
        >>> table = measure_reliability([Judged(0.9, True), Judged(0.9, False)])
        >>> table.error, table.bins[0].n, table.bins[0].true
        (0.4, 2, 0.5)
    """
    groups: dict[int, list[Judged]] = {}
    for one in judged:
        groups.setdefault(min(int(round(one.confidence * N_BINS, _ROUND)), N_BINS - 1), []).append(
            one
        )
    bins = tuple(_bin(number, group) for number, group in sorted(groups.items()))
    if not judged:
        return Reliability(bins, None)
    gap = sum(b.n * abs(b.confidence - b.true) for b in bins) / len(judged)
    return Reliability(bins, round(gap, _ROUND))


def _bin(number: int, group: Sequence[Judged]) -> Bin:
    n = len(group)
    confidence = round(sum(one.confidence for one in group) / n, _ROUND)
    true = sum(one.is_true for one in group) / n
    return Bin(number / N_BINS, (number + 1) / N_BINS, n, confidence, true)
