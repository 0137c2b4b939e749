"""Confidence: the probability that the type of a record is right.

That is, that the sentence tells such an act, marks considered; not that each of its fields is
right. A logistic regression on what speaks for a record, fitted and checked by
cross-validation on 904 records of the corpus read against their sentences
(`tools/fit_confidence.py`, docs/evaluation.md gives the table of reliability).
"""

from __future__ import annotations

import math
from collections.abc import Iterable

_BASE = 0.53
_FEATURES = {
    "verb": -0.17,
    "light": 0.74,
    "actor": 0.57,
    "recipient": 0.72,
    "dated": 0.25,
    "set_phrase": 0.07,
    "marked": 0.00,
    "reported": 0.00,
}
"""What speaks for a record or against it, in log odds."""
_TYPES = {
    "ACCUSE": 0.56,
    "AGREE": -0.29,
    "AID": -0.25,
    "ASSAULT": -0.01,
    "COERCE": 0.35,
    "CONCEDE": -0.49,
    "CONSULT": -0.73,
    "COOPERATE": -1.20,
    "MOBILIZE": 0.23,
    "PROTEST": 0.27,
    "REJECT": 0.47,
    "REQUEST": 0.37,
    "RETREAT": 0.32,
    "SANCTION": 0.02,
    "SUPPORT": 0.26,
    "THREATEN": 0.12,
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
