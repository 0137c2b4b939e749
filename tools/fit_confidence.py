"""Fit the weights of a record's confidence on records read against their sentences.

In goes docs/readings/records.jsonl: for each record read whether its type is right, with what
spoke for it. Out come the weights of `waqai.coding.confidence` and a reliability table by
ten-fold cross-validation over documents: no record is judged by weights fitted on its own
document. A logistic regression with a ridge; the weights of the types are drawn to nought, so
that a type read thirty times is not believed beyond what thirty readings show.

Example:
    python tools/fit_confidence.py docs/readings/records.jsonl
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

FEATURES = (
    "verb",
    "light",
    "actor",
    "recipient",
    "dated",
    "set_phrase",
    "marked",
    "reported",
)
RIDGE = 3.0
N_FOLDS = 10
N_STEPS = 30
BINS = (0.0, 0.7, 0.8, 0.85, 0.9, 1.0)


@dataclass(frozen=True)
class Reading:
    """One record read: what speaks for it, and whether its type is right."""

    document: str
    event: str
    features: frozenset[str]
    is_right: bool


def read(path: Path) -> list[Reading]:
    """The records that the coder still makes; those mended away since have no features."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Reading(row["document"], row["event"], frozenset(row["features"]), row["type"])
        for row in rows
        if row["features"] is not None
    ]


def row_of(reading: Reading, names: Sequence[str]) -> list[float]:
    """One line of the design matrix."""
    present = reading.features | {reading.event, "base"}
    return [float(name in present) for name in names]


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss–Jordan elimination with pivots."""
    size = len(right)
    rows = [[*line, value] for line, value in zip(matrix, right, strict=True)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(size):
            if k != i and rows[k][i]:
                share = rows[k][i] / rows[i][i]
                rows[k] = [a - share * b for a, b in zip(rows[k], rows[i], strict=True)]
    return [rows[i][size] / rows[i][i] for i in range(size)]


def probability(weights: Sequence[float], row: Sequence[float]) -> float:
    """The logistic function of a weighted sum."""
    return 1 / (1 + math.exp(-sum(w * x for w, x in zip(weights, row, strict=True))))


def fit(readings: Sequence[Reading], names: Sequence[str]) -> list[float]:
    """Weights by Newton's method."""
    rows = [row_of(reading, names) for reading in readings]
    right = [float(reading.is_right) for reading in readings]
    ridge = [1e-3 if name == "base" else RIDGE for name in names]
    size = range(len(names))
    weights = [0.0] * len(names)
    for _ in range(N_STEPS):
        guesses = [probability(weights, row) for row in rows]
        slope = [
            sum((y - p) * row[j] for y, p, row in zip(right, guesses, rows, strict=True))
            - ridge[j] * weights[j]
            for j in size
        ]
        curve = [
            [
                sum(p * (1 - p) * row[j] * row[k] for p, row in zip(guesses, rows, strict=True))
                + (ridge[j] if j == k else 0.0)
                for k in size
            ]
            for j in size
        ]
        weights = [w + d for w, d in zip(weights, solve(curve, slope), strict=True)]
    return weights


def cross_validate(readings: Sequence[Reading], names: Sequence[str]) -> list[float]:
    """A probability for each record, by weights that never saw its document."""
    documents = sorted({reading.document for reading in readings})
    fold = {document: i % N_FOLDS for i, document in enumerate(documents)}
    found = [0.0] * len(readings)
    for k in range(N_FOLDS):
        weights = fit([r for r in readings if fold[r.document] != k], names)
        for i, reading in enumerate(readings):
            if fold[reading.document] == k:
                found[i] = probability(weights, row_of(reading, names))
    return found


def main(path: Path) -> None:
    """Print the weights, the loss against the base rate and the reliability table."""
    readings = read(path)
    names = ["base", *FEATURES, *sorted({reading.event for reading in readings})]
    for name, weight in zip(names, fit(readings, names), strict=True):
        print(f"{name}: {weight:.2f}")
    found = cross_validate(readings, names)
    right = [reading.is_right for reading in readings]
    rate = sum(right) / len(right)
    brier = sum((p - y) ** 2 for p, y in zip(found, right, strict=True)) / len(right)
    print(f"records {len(right)}, right {sum(right)}")
    print(f"Brier {brier:.4f}, of the base rate alone {rate * (1 - rate):.4f}")
    for low, high in pairwise(BINS):
        inside = [(p, y) for p, y in zip(found, right, strict=True) if low <= p < high]
        if inside:
            mean = sum(p for p, _ in inside) / len(inside)
            share = sum(y for _, y in inside) / len(inside)
            print(
                f"{low:.2f}–{high:.2f}: {len(inside)} records, said {mean:.3f}, right {share:.3f}"
            )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
