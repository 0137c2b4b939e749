"""Coding for evaluation: a document in, its records and all that was passed over out.

The coder is run through the pipeline, as every other document is; what its explanation
shows beside the records tells why an event was missed and which records a verb tells.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from waqai.coding.draft import SentenceReading
from waqai.dates import Published
from waqai.errors import EvaluationError
from waqai.evaluate.wanted import is_told_by_verb
from waqai.model import Document, Record, Span
from waqai.pipeline import Coder, NotCoded, Quarantined, trace_document
from waqai.resolve.explain import Explanation


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A word that may name an act, and the check that stopped it."""

    span: Span
    rule: str
    check: str

    @property
    def event(self) -> str:
        """The type its rule stands for.

        Example:
            >>> PassedOver(Span(0, 3, "زار"), "ar.consult.visit.001", "wanted").event
            'CONSULT'
        """
        return self.rule.split(".")[1].upper()


@dataclass(frozen=True, slots=True)
class Reading:
    """What the coder made of a document."""

    document: Document
    records: tuple[Record, ...]
    passed: tuple[PassedOver, ...] = ()
    sentences: tuple[Span, ...] = ()
    told_by_verb: frozenset[str] = frozenset()
    """Ids of the records that a finite verb tells."""

    @property
    def whole(self) -> Span:
        """All of the text."""
        return Span(0, len(self.document.text), self.document.text)

    def sentence_at(self, offset: int) -> Span:
        """The sentence at an offset; all of a text that was not split."""
        return next((s for s in self.sentences if s.start <= offset < s.end), self.whole)


Read = Callable[[Document], Reading]
"""What codes a document; tests give one that makes records by hand."""


def read_with(coder: Coder) -> Read:
    """A function that codes documents with a coder that shows its steps.

    Raises:
        EvaluationError: (the function) a document could not be coded.
    """

    def read(document: Document) -> Reading:
        found = trace_document(document, coder)
        match found:
            case NotCoded(_, reason):
                raise EvaluationError(reason, where=document.id, hint="give gold in Arabic")
            case Quarantined():
                raise EvaluationError(found.message, where=document.id)
            case Explanation():
                return _reading(found)
        raise EvaluationError(f"the coder {coder.name} does not show its steps")

    return read


def gold_document(
    name: str,
    text: str,
    published: str | None,
    *,
    outlet: str | None = None,
    title: str | None = None,
) -> Document:
    """The document of a line of gold, which is Arabic."""
    day = None if published is None else Published.parse(published)
    return Document(name, text, day, outlet, title, language="ar")


def _reading(explanation: Explanation) -> Reading:
    parses = {
        reading.sentence.index: reading.parse for reading in explanation.readings if reading.parse
    }
    told = frozenset(
        record.id
        for record in explanation.records
        if is_told_by_verb(parses[record.sentence.index], record)
    )
    passed = (found for reading in explanation.readings for found in _passed(reading))
    return Reading(
        explanation.document,
        explanation.records,
        tuple(passed),
        tuple(reading.sentence.span for reading in explanation.readings),
        told,
    )


def _passed(reading: SentenceReading) -> Iterator[PassedOver]:
    for found in reading.passed:
        assert reading.parse is not None
        token = reading.parse.tags[found.candidate.word].token
        span = Span(token.start, token.end, token.text)
        yield PassedOver(span, found.candidate.entry, found.check)
