"""The things that flow between stages: documents, records and what a record is made of.

All are frozen. A `Record` is built by `waqai.coding` and `waqai.resolve`; its JSON form
(`waqai.record_json`) is the output contract. Offsets are half-open and count code
points of the document's text as stored.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from waqai.dates import Published
from waqai.errors import RecordError

STANCES = ("asserted", "reported", "claimed", "denied", "expected", "believed")
MARKS = ("historical", "future", "hypothetical", "negation")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document's text and the words it slices to.

    Example:
        >>> Span.of("زار أنقرة", 4, 9).text
        'أنقرة'
    """

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    text: str
    """`document.text[start:end]`."""

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` between two offsets."""
        if not 0 <= start < end <= len(text):
            raise RecordError(f"span [{start}, {end}) lies outside a text of {len(text)}")
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Document:
    """One article as stored: decoded, extracted, line ends kept."""

    id: str
    """The given id, or the file's name without its ending."""
    text: str
    """The body that offsets count in."""
    published: Published | None = None
    """None where the source does not say."""
    outlet: str | None = None
    title: str | None = None
    """Context for names and places; not coded itself."""
    url: str | None = None
    language: str = "auto"
    """ISO 639-1, or "auto" until it is detected."""
    notes: tuple[str, ...] = ()
    """What was done to the raw bytes, such as "decoded as windows-1256"."""

    @property
    def version(self) -> str:
        """sha256 of the text, hexadecimal."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class DateInfo:
    """How a date was found."""

    granularity: str
    """day, week, month, quarter or year."""
    type: str
    """exact, approximate, range or unresolved."""
    basis: str
    """text or publication."""
    span: Span | None = None
    """The words that name the date; None where the publication day stands in."""


@dataclass(frozen=True, slots=True)
class When:
    """First and last day of an event, or the reason there is none."""

    info: DateInfo
    first: str | None = None
    """ISO day."""
    last: str | None = None
    """ISO day, the same as `first` for a single day."""


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor or a recipient."""

    code: str | None
    """ISO 3166 alpha-3, KOS, or PLOVER's international code."""
    sector: str | None
    other_sectors: tuple[str, ...]
    span: Span
    """The words that say who it is, anywhere in the document."""
    mention: Span | None
    """The words at the act itself where they differ, such as a pronoun."""
    code_basis: str
    """text, knowledge or context."""
    identity: str | None = None
    identifier_text: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where an event happened, as far as the text says."""

    span: Span
    resolved_place: str | None
    country: str | None
    country_code: str | None
    province: str | None = None
    city: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    resolution: int | None = None
    """5 sub-city, 4 city, 3 district, 2 province, 1 country."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so, or who carried it."""

    span: Span
    role: str
    """speaker or outlet."""
    verb: str | None
    """The word of saying as written."""
    code: str | None = None
    sector: str | None = None
    identity: str | None = None


@dataclass(frozen=True, slots=True)
class Interest:
    """What the text says a side wants, kept on the record it belongs to."""

    holder: str | None
    span: Span
    verb: str
    stance: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number of dead, injured, arrested or present, with its bounds."""

    minimum: int | None
    maximum: int | None
    qualifier: str
    span: Span

    @property
    def exact(self) -> int | None:
        """The number where it is exact, else None."""
        return self.minimum if self.qualifier == "exact" else None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that earned a mark, a mode or a context, and the rule that read them."""

    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence a record stands in."""

    index: int
    span: Span


@dataclass(frozen=True, slots=True)
class Record:
    """An event as one document reports it.

    A record without a trigger span, or with a span that does not slice back to the
    document's text, cannot be built: `waqai.coding.assemble` checks each against it.
    """

    id: str
    event: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    aux: tuple[str, ...]
    stance: str
    symmetric: bool
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    when: When
    about: When | None
    """For a speech act, the day of the act spoken of."""
    place: Place | None
    trigger: tuple[Span, ...]
    attributions: tuple[Attribution, ...]
    interests: tuple[Interest, ...]
    quad_code: int
    event_scale: float
    cameo: str | None
    goldstein: float | None
    sizes: dict[str, Count]
    """Keys out of dead, injured, arrested, size."""
    sentence: Sentence
    document: Document
    evidence: dict[str, tuple[Evidence, ...]]
    coder: str
    rule: str
    confidence: float
    resources: dict[str, str]
    codebook: str = "plover-2.0"
    version: str = ""
    notes: tuple[str, ...] = field(default=())

    def __post_init__(self) -> None:
        """Refuse a record that could not be sourced."""
        if not self.trigger:
            raise RecordError("a record needs the words of its act", where=self.document.id)
        if self.stance not in STANCES:
            raise RecordError(f"stance {self.stance!r}, expected one of {STANCES}")
        if any(mark not in MARKS for mark in self.aux):
            raise RecordError(f"marks {self.aux!r}, expected some of {MARKS}")
        for span in self.spans():
            if self.document.text[span.start : span.end] != span.text:
                raise RecordError(
                    f"span [{span.start}, {span.end}) reads {span.text!r}", where=self.document.id
                )

    def spans(self) -> tuple[Span, ...]:
        """Every span the record rests on, in the order of the contract."""
        found = [*self.trigger, self.sentence.span]
        for entity in (*self.actors, *self.recipients):
            found.append(entity.span)
            if entity.mention is not None:
                found.append(entity.mention)
        found += [when.info.span for when in (self.when, self.about) if when and when.info.span]
        if self.place is not None:
            found.append(self.place.span)
        found += [a.span for a in self.attributions]
        found += [i.span for i in self.interests]
        found += [count.span for count in self.sizes.values()]
        found += [e.span for group in self.evidence.values() for e in group]
        return tuple(found)
