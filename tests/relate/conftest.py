"""Events made by hand, and the invented records of the golden files."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

import pytest

from waqai.relate.events import Party, RelatedEvent

Make = Callable[..., RelatedEvent]


@pytest.fixture
def make() -> Make:
    """Makes an event of one day from a few words; each has an id of its own."""
    numbers = count(1)

    def one(
        day: str | None = "2025-04-04",
        score: float = 2.5,
        actor: str = "LBY",
        recipient: str = "TUR",
        **rest: Any,
    ) -> RelatedEvent:
        first = None if day is None else date.fromisoformat(day)
        values: dict[str, Any] = {
            "id": f"e{next(numbers):03}",
            "event": "CONSULT",
            "quad_code": 1 if score > 0 else 4,
            "event_scale": score,
            "stance": "asserted",
            "first": first,
            "last": first,
            "granularity": "day",
            "actor": tuple(Party(code) for code in actor.split()),
            "recipient": tuple(Party(code) for code in recipient.split()),
            "outlets": ("صحيفة المثال",),
        }
        return RelatedEvent(**values | rest)

    return one
