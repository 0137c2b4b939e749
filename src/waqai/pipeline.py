"""The one conductor: documents in, outcomes out; nothing else knows the order of stages.

1. a document that equals the one last read under its id is `Repeated`;
2. its language is detected where it is not given;
3. no coder for that language: `NotCoded`;
4. the coder makes its records: `Coded`;
5. whatever fails in 2 to 4 sets this document aside (`Quarantined`) and no other.

Each input leaves as one outcome, in the order of the inputs; `Tally` counts both ends.
"""

from __future__ import annotations

import functools
import logging
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from waqai.dates import Published
from waqai.errors import IngestError, RecordError, WaqaiError
from waqai.ingest.decoding import check_text
from waqai.ingest.fields import parse_language, parse_published, text_id
from waqai.model import Document, Record
from waqai.outcome import Coded, Item, NotCoded, Outcome, Quarantined, Repeated

if TYPE_CHECKING:
    from waqai.store import Store
    from waqai.store.rows import Change

__all__ = ["Coded", "NotCoded", "Outcome", "Quarantined", "Repeated", "code", "code_documents"]

CODED_LANGUAGES = ("ar",)
"""Languages with a coder."""
BATCH_DOCUMENTS = 100
"""Documents written to the store in one transaction."""

Detect = Callable[[str], tuple[str, float]]
_Made = TypeVar("_Made")
_log = logging.getLogger(__name__)


class Explanation(Protocol):
    """Every step of coding one document."""

    def render(self) -> str:
        """As text to read."""


class Coder(Protocol):
    """What turns a document into records."""

    @property
    def name(self) -> str:
        """Name and version, such as "grammar-ar 0.1"."""

    def code(self, document: Document) -> tuple[Record, ...]:
        """The records of a document in the order of its text."""

    def explain(self, document: Document) -> Explanation:
        """How they came about."""


def code_documents(
    documents: Iterable[Item], coder: Coder, detect: Detect | None = None
) -> Iterator[Outcome]:
    """One outcome for each document, in their order.

    Args:
        documents: from `waqai.ingest`; what it has quarantined passes through.
        coder: what codes them.
        detect: finds the language of a text; by default `waqai.text.language`.
    """
    last_read: dict[str, int] = {}
    for item in documents:
        if isinstance(item, Quarantined):
            yield item
            continue
        fingerprint = hash(item)
        if last_read.get(item.id) == fingerprint:
            yield Repeated(item)
            continue
        last_read[item.id] = fingerprint
        yield code_document(item, coder, detect)


def code_document(
    document: Document, coder: Coder, detect: Detect | None = None
) -> Coded | NotCoded | Quarantined:
    """The outcome of one document; whatever fails, this returns."""

    def work(detected: Document) -> Coded:
        records = coder.code(detected)
        if len({record.id for record in records}) < len(records):
            raise RecordError("two of its records have one id", hint="report this document")
        return Coded(detected, records)

    return _within_boundary(document, work, detect)


def explain_document(
    document: Document, coder: Coder, detect: Detect | None = None
) -> str | NotCoded | Quarantined:
    """How the records of one document came about, as text."""
    return _within_boundary(document, lambda detected: coder.explain(detected).render(), detect)


def trace_document(
    document: Document, coder: Coder, detect: Detect | None = None
) -> Explanation | NotCoded | Quarantined:
    """Every step of coding one document, as the coder shows it."""
    return _within_boundary(document, coder.explain, detect)


def _within_boundary(
    document: Document, work: Callable[[Document], _Made], detect: Detect | None
) -> _Made | NotCoded | Quarantined:
    """What `work` makes of a document whose language has a coder.

    Here stands the only broad `except` of the project: a fault of the coder met in one of
    a million documents must cost that document and not the run.
    """
    try:
        detected = detect_language(document, detect)
        if detected.language not in CODED_LANGUAGES:
            return NotCoded(detected, not_coded_reason(detected.language))
        return work(detected)
    except WaqaiError as err:
        return _quarantine(document, err)
    except Exception as err:  # noqa: BLE001
        _log.debug("the coder failed on %s", document.id, exc_info=True)
        frame = traceback.extract_tb(err.__traceback__)[-1]
        place = f"{Path(frame.filename).name}:{frame.lineno}"
        fault = WaqaiError(
            f"the coder failed with {type(err).__name__}: {err} (at {place})",
            hint="report this document; the others are not touched",
        )
        return _quarantine(document, fault)


def not_coded_reason(language: str) -> str:
    """Why a document of a language without a coder is not coded.

    Example:
        >>> not_coded_reason("en")
        'language en cannot be coded yet'
    """
    if language == "und":
        return "its language cannot be told"
    return f"language {language} cannot be coded yet"


def _quarantine(document: Document, error: WaqaiError) -> Quarantined:
    raw = document.text.encode("utf-8", "surrogatepass")
    return Quarantined.from_error(error, source=document.id, stage="code", raw=raw)


def detect_language(document: Document, detect: Detect | None = None) -> Document:
    """The document with its language, detected where it says "auto"."""
    if document.language != "auto":
        return document
    if detect is None:
        from waqai.text import language as text_language

        detect = text_language.detect_language
    language, _ = detect(document.text)
    return replace(document, language=language)


def store_outcomes(
    store: Store, outcomes: Iterable[Outcome]
) -> Iterator[tuple[Outcome, Change | None]]:
    """Write outcomes in batches; each comes out after it was written.

    Yields:
        Each outcome in its order, with what it changed in the store.
    """
    batch: list[Outcome] = []
    for outcome in outcomes:
        batch.append(outcome)
        if len(batch) == BATCH_DOCUMENTS:
            yield from zip(batch, store.save(batch), strict=True)
            batch = []
    yield from zip(batch, store.save(batch), strict=True)


@dataclass
class Tally:
    """Counts of one run, taken where inputs enter and where outcomes leave.

    Example:
        >>> tally = Tally()
        >>> for outcome in tally.watch([Quarantined("a.txt", "read", "is empty", "")]):
        ...     tally.add(outcome)
        >>> tally.summary
        'in 1 = out 0 + quarantined 1 (records 0, not coded 0, repeated 0)'
    """

    n_in: int = 0
    n_coded: int = 0
    n_not_coded: int = 0
    n_repeated: int = 0
    n_quarantined: int = 0
    n_records: int = 0
    resources: dict[str, str] = field(default_factory=dict)
    """The hashes that the records bear: of lexicon and knowledge."""

    def watch(self, items: Iterable[Item]) -> Iterator[Item]:
        """Count inputs as they pass."""
        for item in items:
            self.n_in += 1
            yield item

    def add(self, outcome: Outcome) -> None:
        """Count one outcome."""
        match outcome:
            case Coded():
                self.n_coded += 1
                self.n_records += len(outcome.records)
                for record in outcome.records:
                    self.resources.update(record.resources)
            case NotCoded():
                self.n_not_coded += 1
            case Repeated():
                self.n_repeated += 1
            case Quarantined():
                self.n_quarantined += 1

    @property
    def n_out(self) -> int:
        """Documents that were not quarantined."""
        return self.n_coded + self.n_not_coded + self.n_repeated

    @property
    def counts(self) -> dict[str, int]:
        """All counts by name."""
        names = [name.name for name in fields(self) if name.name.startswith("n_")]
        return {name: getattr(self, name) for name in names}

    @property
    def summary(self) -> str:
        """One line that shows that nothing was lost.

        Raises:
            WaqaiError: something was.
        """
        if self.n_in != self.n_out + self.n_quarantined:
            raise WaqaiError(f"counts do not add up: {self}", hint="report this run")
        return (
            f"in {self.n_in} = out {self.n_out} + quarantined {self.n_quarantined} "
            f"(records {self.n_records}, not coded {self.n_not_coded}, repeated {self.n_repeated})"
        )


@functools.cache
def default_coder() -> Coder:
    """The coder that Waqai ships, loaded at the first call (lexicon, knowledge, ontology)."""
    from waqai.resolve.coder import load_coder

    coder: Coder = load_coder()
    return coder


def code(
    text: str,
    *,
    published: str | Published | None = None,
    outlet: str | None = None,
    title: str | None = None,
    language: str = "auto",
) -> list[Record]:
    """The records of one text, in its order.

    Args:
        text: the article's body; offsets count in it as it is given.
        published: a year, a month, a day or a timestamp, such as "2025-04-04". Without it,
            days such as "yesterday" stay unresolved.
        outlet: who published it.
        title: context for names and places; it is not coded itself.
        language: ISO 639-1, or "auto" to detect it.

    Raises:
        IngestError: the text is empty, the date is none, or the language has no coder.

    Example:
        >>> found = code("زار وزير الدفاع التركي طرابلس أمس الخميس.", published="2025-04-04")
        >>> [(r.event, r.modes, r.when.first, r.trigger[0].text) for r in found]
        [('CONSULT', ('visit',), '2025-04-03', 'زار')]
    """
    check_text(text)
    if isinstance(published, str):
        published = parse_published(published)
    document = detect_language(
        Document(
            id=text_id(text),
            text=text,
            published=published,
            outlet=outlet,
            title=title,
            language=parse_language(language),
        )
    )
    if document.language not in CODED_LANGUAGES:
        raise IngestError(
            not_coded_reason(document.language),
            hint=f"give a text in one of: {', '.join(CODED_LANGUAGES)}",
        )
    return list(default_coder().code(document))
