"""What gold files hold, as typed lines.

Each model is one line of a kind of file, or a part of one. Keys that no measure needs are
passed over; a key that is missing or of the wrong type is an error that `readers` words.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from waqai.dates import Published
from waqai.model import MARKS

EVENTS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
"""The types of PLOVER, from cooperation to conflict."""
_SENTENCE_NUMBER = re.compile(r"[-_][0-9]+$")
_NO_VALUE = frozenset({"None", "UNKNOWN", "INT", "KUR", ""})
"""Words for "none", and two codes of CAMEO without a code in PLOVER (international, Kurds)."""
_SECTORS = {"HLH": "MED"}
"""Sectors of CAMEO that PLOVER names otherwise."""


def _check_event(value: str) -> str:
    if value not in EVENTS:
        raise ValueError(f"expected one of {', '.join(EVENTS)}")
    return value


def _check_mark(value: str) -> str:
    if value not in MARKS:
        raise ValueError(f"expected one of {', '.join(MARKS)}")
    return value


def _check_day(value: str) -> str:
    date.fromisoformat(value)
    return value


def _check_published(value: str | None) -> str | None:
    if value is not None:
        Published.parse(value)
    return value


Event = Annotated[str, AfterValidator(_check_event)]
Mark = Annotated[str, AfterValidator(_check_mark)]
Day = Annotated[str, AfterValidator(_check_day)]
PublishedText = Annotated[str | None, AfterValidator(_check_published)]


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", strict=True)


class Party(_Line):
    """One side of a gold event."""

    code: list[str]
    """Country codes accepted; empty where the text does not tell."""
    sector: list[str]
    """Sectors accepted."""
    text: list[str]
    """Words accepted, as they stand in the article."""


class Place(_Line):
    """Where a gold event happened."""

    country: list[str]
    name: list[str]


class GoldEvent(_Line):
    """One event of an annotated article."""

    event: Event
    event_alt: list[Event]
    mode: list[str]
    mode_alt: list[str]
    span: Annotated[list[int], Field(min_length=2, max_length=2)]
    trigger: str = Field(min_length=1)
    actor: list[Party]
    recipient: list[Party]
    symmetric: bool | None = None
    date: Annotated[list[Day], Field(min_length=2, max_length=2)] | None = None
    loc: Place | None = None
    aux: list[Mark]
    attribution: list[str] | None
    required: bool

    @property
    def types(self) -> tuple[str, ...]:
        """The types accepted, the better one first."""
        return (self.event, *self.event_alt)


class Article(_Line):
    """An article with its events."""

    doc: str = Field(min_length=1)
    title: str | None
    outlet: str | None
    published: PublishedText
    language: Literal["ar"]
    text: str = Field(min_length=1)
    events: list[GoldEvent]

    @model_validator(mode="after")
    def _check_spans(self) -> Self:
        for number, event in enumerate(self.events):
            start, end = event.span
            if not 0 <= start < end <= len(self.text):
                raise ValueError(
                    f"events.{number}.span is [{start}, {end}), expected to lie in "
                    f"a text of {len(self.text)}"
                )
            if event.trigger not in self.text[start:end]:
                raise ValueError(
                    f"events.{number}.trigger is {event.trigger!r}, expected words of its span"
                )
        return self

    @property
    def document(self) -> str:
        """The document the line belongs to."""
        return self.doc

    def trigger_span(self, event: GoldEvent) -> tuple[int, int]:
        """Where the words that name the act stand, at their first place in the span."""
        start = self.text.index(event.trigger, event.span[0])
        return start, start + len(event.trigger)


class _Sentence(_Line):
    id: str = Field(min_length=1)
    event: Event
    published: PublishedText
    text: str = Field(min_length=1)

    @property
    def document(self) -> str:
        """The document the sentence was taken from: the id without its number."""
        return document_of(self.id)


class Voted(_Sentence):
    """A sentence on which annotators voted whether it reports an event of a type."""

    label: Literal["yes", "ambiguous", "difficult no", "easy no"]

    @property
    def is_yes(self) -> bool | None:
        """Whether it reports one; None where it is ambiguous."""
        return None if self.label == "ambiguous" else self.label == "yes"


def _role_parts(value: object) -> object:
    return {} if value == "UNKNOWN" else value


class Role(_Line):
    """The codes an annotator gave a side."""

    main: str | None = None
    role: str | None = None

    @property
    def country(self) -> str | None:
        """The country's code, where he gave one."""
        return None if self.main in _NO_VALUE else self.main

    @property
    def sector(self) -> str | None:
        """The sector in PLOVER's letters, where he gave one."""
        if self.role is None or self.role in _NO_VALUE:
            return None
        return _SECTORS.get(self.role, self.role)


class Annotation(_Line):
    """What one annotator marked in a sentence."""

    source_actor: list[str]
    verb: list[str]
    target_actor: list[str]
    source_role: Annotated[Role, BeforeValidator(_role_parts)]
    target_role: Annotated[Role, BeforeValidator(_role_parts)]


class Marked(_Sentence):
    """A sentence in which annotators marked source, verb and target."""

    annotations: list[Annotation]
    source_gold: str
    """The words that most annotators marked; empty where they marked none."""
    target_gold: str


class EnglishSentence(_Line):
    """An English sentence coded in PLOVER; no coder reads it yet."""

    id: str
    language: Literal["en"]
    eventText: str  # noqa: N815 (the key of the file)
    text: str

    @property
    def document(self) -> str:
        """The document the sentence was taken from."""
        return document_of(self.id)


Item = Article | Voted | Marked | EnglishSentence


def document_of(sentence_id: str) -> str:
    """The document of a sentence: its id without the number at the end.

    Most newspaper sentences are numbered after "-", those of the protest file in part
    after "_"; an id without a number names one document.

    Example:
        >>> document_of("AAW_ARB_20200101.0001-7"), document_of("e687a4_12"), document_of("Radio")
        ('AAW_ARB_20200101.0001', 'e687a4', 'Radio')
    """
    return _SENTENCE_NUMBER.sub("", sentence_id)
