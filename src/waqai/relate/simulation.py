"""Simulated dyads, to measure how often changes are found and how often they are imagined.

The number of events of a period is negative binomial, so that a set share of periods is empty
and the rest overdispersed. The tone of a period is a level plus noise that runs on from period
to period (AR(1), correlation 0.3). Each event's score is one of PLOVER's 16, drawn so that its
expected value is the tone: shares of types as in `TYPE_SHARES`, tilted exponentially. What a
shift of one SD is, `shift_size` says in three ways.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from waqai.ontology import load_ontology
from waqai.relate.sample import Floats, Integers, Sample

TYPE_SHARES = {
    "CONSULT": 0.30, "AGREE": 0.10, "SUPPORT": 0.10, "CONCEDE": 0.03,
    "COOPERATE": 0.05, "AID": 0.03, "RETREAT": 0.03,
    "REQUEST": 0.10, "ACCUSE": 0.10, "REJECT": 0.06, "THREATEN": 0.04,
    "PROTEST": 0.03, "SANCTION": 0.03, "MOBILIZE": 0.03, "COERCE": 0.07, "ASSAULT": 0.10,
}  # fmt: skip
"""Weights of types before tilting; invented, and measured on no corpus."""
TONE_CORRELATION = 0.3
"""Of the noise of one period with that of the next."""
UNITS_OF_SHIFT = ("means", "sums", "events")
_TILTS = np.linspace(-3, 3, 6_001)
_N_MEASURED = 40_000
"""Periods simulated to measure an SD."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a dyad is simulated."""

    n_before: int = 8
    """Periods of the first level, empty ones included."""
    n_after: int = 8
    empty_share: float = 0.6
    dispersion: float = 0.3
    """Of the negative binomial; at 0.3 and 60 % empty, the variance is 5.5 times the mean."""
    tone_sd: float = 1.5
    """SD of the noise of a period's tone, in PLOVER scores."""
    centre: float = 0.0
    """Midway between the two levels."""


def simulate(setting: Setting, shift: float, rng: np.random.Generator) -> Sample:
    """One dyad whose level rises by `shift` after `n_before` periods; 0 is a flat one.

    Positions count from 0 over all periods, so that the new level begins at `n_before`.

    Example:
        >>> sample = simulate(Setting(), 5.0, np.random.default_rng(1))
        >>> sample.n_observed < 16, len(sample.values) >= sample.n_observed
        (True, True)
    """
    n_periods = setting.n_before + setting.n_after
    size = setting.dispersion
    success = setting.empty_share ** (1 / size) if setting.empty_share else 0.5
    counts = rng.negative_binomial(size, success, n_periods)
    if not setting.empty_share:
        counts = np.maximum(counts, 1)
    after = np.arange(n_periods) >= setting.n_before
    level = setting.centre + np.where(after, shift / 2, -shift / 2)
    tone = level + setting.tone_sd * _noise(n_periods, rng)
    positions = np.flatnonzero(counts)
    groups = [_draw(tone[at], int(counts[at]), rng) for at in positions]
    sizes = counts[positions].astype(np.int64)
    values = np.concatenate(groups) if groups else np.empty(0)
    return Sample(
        positions.astype(np.int64), np.cumsum(sizes) - sizes, values, np.ones(len(values))
    )


def shift_size(setting: Setting, n_sd: float, unit: str) -> float:
    """A shift of so many SD of a flat dyad, in PLOVER scores of the tone.

    Args:
        setting: how the dyad is simulated.
        n_sd: size in SD.
        unit: means: SD of the mean score of periods with news. sums: SD of the sum of scores
            over all periods, empty ones as 0, reached by the tone alone. events: SD of the
            scores of events.
    """
    return n_sd * _sd(replace(setting, n_before=8, n_after=8), unit)


@cache
def _sd(setting: Setting, unit: str) -> float:
    long = replace(setting, n_before=_N_MEASURED, n_after=0)
    sample = simulate(long, 0.0, np.random.default_rng(0))
    if unit == "events":
        return float(sample.values.std())
    if unit == "means":
        return float(sample.period_means(sample.values).std())
    sums = np.zeros(_N_MEASURED)
    sums[sample.positions] = np.add.reduceat(sample.values, sample.firsts)
    return float(sums.std() / (len(sample.values) / _N_MEASURED))


def _noise(n_periods: int, rng: np.random.Generator) -> Floats:
    noise = rng.standard_normal(n_periods)
    for at in range(1, n_periods):
        fresh = np.sqrt(1 - TONE_CORRELATION**2) * noise[at]
        noise[at] = TONE_CORRELATION * noise[at - 1] + fresh
    return noise


def _draw(tone: float, n_events: int, rng: np.random.Generator) -> Floats:
    """Scores of some events whose expected value is the tone, in the order of their size."""
    scores, expected, cumulated = _tilted()
    row = min(int(np.searchsorted(expected, tone)), len(expected) - 1)
    drawn: Integers = np.searchsorted(cumulated[row], rng.random(n_events))
    return np.sort(scores[np.minimum(drawn, len(scores) - 1)])


@cache
def _tilted() -> tuple[Floats, Floats, Floats]:
    """Scores of types, and for each tilt their expected value and cumulated shares."""
    types = load_ontology().types
    scores = np.array([types[code].score for code in TYPE_SHARES])
    logits = np.log(list(TYPE_SHARES.values())) + np.outer(_TILTS, scores)
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    return scores, shares @ scores, np.cumsum(shares, axis=1)
