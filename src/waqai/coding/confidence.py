"""Confidence: the probability that the type of a record is right.

That is, that the sentence tells such an act, marks considered; not that each of its fields is
right. A logistic regression on what speaks for a record, fitted and checked by
cross-validation on 454 records of the corpus read against their sentences
(`tools/fit_confidence.py`, docs/evaluation.md gives the table of reliability).
"""

from __future__ import annotations

import math
from collections.abc import Iterable

_BASE = 1.11
_FEATURES = {
    "verb": -0.22,
    "light": 0.72,
    "actor": 0.29,
    "recipient": 0.51,
    "dated": 0.47,
    "set_phrase": 0.29,
    "marked": -0.15,
    "reported": -0.46,
}
"""What speaks for a record or against it, in log odds."""
_TYPES = {
    "ACCUSE": 0.66,
    "AGREE": -0.05,
    "AID": -0.15,
    "ASSAULT": -0.34,
    "COERCE": 0.29,
    "CONCEDE": -0.42,
    "CONSULT": -0.61,
    "COOPERATE": -0.93,
    "MOBILIZE": 0.26,
    "PROTEST": 0.17,
    "REJECT": 0.46,
    "REQUEST": 0.30,
    "RETREAT": 0.29,
    "SANCTION": 0.23,
    "SUPPORT": -0.13,
    "THREATEN": -0.04,
}
"""How far a type is trusted beyond that, drawn to nought for the few readings behind it."""
_N_DIGITS = 2


def confidence_of(event: str, features: Iterable[str]) -> float:
    """The probability that a record's type is right, to two digits.

    Args:
        event: its PLOVER type.
        features: what speaks for it (`waqai.coding.draft.Draft.features`).

    Example:
        >>> confidence_of("COERCE", ["verb", "actor", "recipient"])
        0.88
    """
    log_odds = _BASE + _TYPES.get(event, 0.0)
    log_odds += sum(_FEATURES.get(name, 0.0) for name in sorted(set(features)))
    return round(1 / (1 + math.exp(-log_odds)), _N_DIGITS)
