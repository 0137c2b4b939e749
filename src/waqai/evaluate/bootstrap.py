"""Intervals around figures: a percentile bootstrap over documents.

Sentences of one document are alike, so that whole documents are drawn: as many as there
are, with replacement, `N_DRAWS` times; between the 2.5th and the 97.5th percentile of the
figure over the draws lies its 95 % interval (Efron and Tibshirani, An Introduction to the
Bootstrap, 1993, chapter 13). The seed is fixed, and only `random.Random.random` is used,
whose sequence Python keeps across versions: the same scores give the same intervals.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Sequence

from waqai.evaluate.measures import Interval, Ratio, Sums

N_DRAWS = 1000
SEED = 20_261_124
TAIL = 0.025
"""Share of draws left out at either end."""


def intervals(
    documents: Sequence[Sums], ratios: Sequence[Ratio], *, n_draws: int = N_DRAWS
) -> list[Interval | None]:
    """The 95 % interval of each figure, in the order of the figures.

    Args:
        documents: the numbers of each document.
        ratios: the figures.
        n_draws: how often documents are drawn.

    Returns:
        First and last value for each; None where no draw gives one.

    Example:
        >>> share = Ratio("share", {"right": 1}, {"asked": 1})
        >>> documents = [{"right": n % 2, "asked": 1} for n in range(100)]
        >>> [(round(low, 2), round(high, 2)) for low, high in intervals(documents, [share])]
        [(0.41, 0.59)]
    """
    draw = random.Random(SEED)
    n_documents = len(documents)
    found: list[list[float]] = [[] for _ in ratios]
    for _ in range(n_draws):
        times = Counter(int(draw.random() * n_documents) for _ in range(n_documents))
        sums: dict[str, float] = {}
        for index, n_times in sorted(times.items()):
            for key, number in documents[index].items():
                sums[key] = sums.get(key, 0.0) + n_times * number
        for values, ratio in zip(found, ratios, strict=True):
            value = ratio.of(sums)
            if value is not None:
                values.append(value)
    return [_between(sorted(values)) for values in found]


def _between(values: Sequence[float]) -> Interval | None:
    if not values:
        return None
    last = len(values) - 1
    return values[math.floor(TAIL * last)], values[math.ceil((1 - TAIL) * last)]
