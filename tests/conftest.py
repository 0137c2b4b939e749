"""What tests of several layers share: a record made by hand, and a coder of one word.

The real coder has tests of its own; those of the pipeline, the store and the command line
need one whose answer is plain to see: every "زار" (visited) is one record.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from waqai.model import DateInfo, Document, Entity, Record, Sentence, Span, When

VISIT = re.compile("زار")


def build_record(document: Document, start: int, end: int) -> Record:
    """A record of a visit whose trigger stands between two offsets."""
    text = document.text
    day = document.published.day if document.published else None
    iso = day.isoformat() if day else None
    info = DateInfo("day", "exact" if iso else "unresolved", "publication")
    actor = Entity("TUR", "MIL", (), Span.of(text, start, end), None, "text")
    return Record(
        id=f"{document.id}-{start}",
        event="CONSULT",
        modes=("visit",),
        contexts=("diplomatic",),
        aux=(),
        stance="asserted",
        symmetric=False,
        actors=(actor,),
        recipients=(),
        when=When(info, iso, iso),
        about=None,
        place=None,
        trigger=(Span.of(text, start, end),),
        attributions=(),
        interests=(),
        quad_code=1,
        event_scale=4.0,
        cameo="042",
        goldstein=1.9,
        sizes={},
        sentence=Sentence(0, Span.of(text, 0, len(text))),
        document=document,
        evidence={},
        coder="one word 1",
        rule="ar.consult.visit.001",
        confidence=0.5,
        resources={"lexicon": "0" * 8},
    )


@dataclass(frozen=True)
class WordExplanation:
    """Says which words were found."""

    words: tuple[str, ...]

    def render(self) -> str:
        """The words on one line."""
        return f"found: {' '.join(self.words)}"


class WordCoder:
    """One record for each "زار"; fails on "غغغ", which is no word."""

    name = "one word 1"

    def code(self, document: Document) -> tuple[Record, ...]:
        """The records in the order of the text."""
        if "غغغ" in document.text:
            raise KeyError("غغغ")
        return tuple(build_record(document, *m.span()) for m in VISIT.finditer(document.text))

    def explain(self, document: Document) -> WordExplanation:
        """The words that were found."""
        return WordExplanation(tuple(r.trigger[0].text for r in self.code(document)))


@pytest.fixture
def word_coder() -> WordCoder:
    """The coder of one word."""
    return WordCoder()


@pytest.fixture
def make_record() -> Callable[[Document, int, int], Record]:
    """The function that makes a record by hand."""
    return build_record
