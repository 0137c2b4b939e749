"""The parts of a gold file: what is kept to measure, and what may be read while developing.

The documents of a file are numbered in the order in which they first appear. Every third,
from the first, is held out; the rest is the development part. All sentences of one document
fall into one part of a file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

PARTS = ("development", "held-out", "all")
EVERY = 3


class InDocument(Protocol):
    """What belongs to a document."""

    @property
    def document(self) -> str:
        """Its name."""


_In = TypeVar("_In", bound=InDocument)


def select_part(items: Iterable[_In], part: str) -> tuple[_In, ...]:
    """The items of one part, in their order.

    Args:
        items: of one file, in the order of the file.
        part: one of `PARTS`.

    Example:
        >>> from waqai.evaluate.gold import EnglishSentence
        >>> def sentence(name):
        ...     return EnglishSentence(id=name, language="en", eventText="", text="")
        >>> some = [sentence(name) for name in ("a-1", "b-1", "a-2", "c-1", "d-1")]
        >>> [s.id for s in select_part(some, "held-out")]
        ['a-1', 'a-2', 'd-1']
        >>> [s.id for s in select_part(some, "development")]
        ['b-1', 'c-1']
    """
    numbers: dict[str, int] = {}
    chosen = []
    for item in items:
        number = numbers.setdefault(item.document, len(numbers))
        if part == "all" or (part == "held-out") == (number % EVERY == 0):
            chosen.append(item)
    return tuple(chosen)


def by_document(items: Sequence[_In]) -> dict[str, list[_In]]:
    """Items by their document, documents in order of first appearance."""
    found: dict[str, list[_In]] = {}
    for item in items:
        found.setdefault(item.document, []).append(item)
    return found
