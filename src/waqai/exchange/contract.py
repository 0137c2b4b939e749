"""The record's JSON as types, and its lines read and checked.

In goes a stream of JSON Lines as `waqai code` writes them; out comes a dictionary for each
line that keeps the contract (`docs/record.md`), and a `Quarantined` for each that does not,
with the key, what stands there and what was expected. What passes here can be written by
every format: no writer checks again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, BinaryIO, Literal

from pydantic import AfterValidator, ConfigDict, Field, TypeAdapter, ValidationError, with_config
from typing_extensions import TypedDict

from waqai.errors import ExchangeError
from waqai.outcome import Quarantined

MAX_LINE_BYTES = 5_000_000
"""A longer line is no record: the longest text that Waqai codes has as many bytes."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def _check_day(text: str) -> str:
    if not _DAY.fullmatch(text):
        raise ValueError("a day such as 2025-04-04")
    try:
        date.fromisoformat(text)
    except ValueError as err:
        raise ValueError("a day of the calendar") from err
    return text


Day = Annotated[str, AfterValidator(_check_day)]
Whole = Annotated[int, Field(ge=0, le=2**53)]
"""Offsets, counts and ids; 2**53 is the last that every reader of JSON holds exactly."""
Name = Annotated[str, Field(pattern=r"^[\w-]+$")]
"""A code or an id: letters, digits, _ and -, so that it can stand beside others in one cell."""
Said = Annotated[str, Field(min_length=1)]
"""A text that is not empty: what is not known is null."""
Mark = Literal["historical", "future", "hypothetical", "negation"]
Size = Literal["dead", "injured", "arrested", "size"]
Stance = Literal["asserted", "reported", "claimed", "denied", "expected", "believed"]
_closed = with_config(ConfigDict(strict=True, extra="forbid", allow_inf_nan=False))
"""No key more, no key less, no number for a text."""


@_closed
class SpanFields(TypedDict):
    """Words with their offsets."""

    text: str
    start: Whole
    end: Whole


@_closed
class DateInfoFields(TypedDict):
    """How a date was found."""

    granularity: str
    type: str
    basis: str
    text: str | None
    start: Whole | None
    end: Whole | None


@_closed
class AboutFields(TypedDict):
    """The day of the act spoken of."""

    date: Day | None
    enddate: Day | None
    granularity: str
    type: str
    basis: str
    text: str | None
    start: Whole | None
    end: Whole | None


@_closed
class EntityFields(TypedDict):
    """An actor or a recipient."""

    code: Name | None
    sector: Name | None
    other_sectors: list[Name]
    entity_text: str
    start: Whole
    end: Whole
    mention: SpanFields | None
    code_basis: str
    identity: str | None
    identifier_id: str | None
    identifier_text: str | None
    office: str | None


@_closed
class PlaceFields(TypedDict):
    """Where it happened."""

    extracted_place: str
    resolved_place: str | None
    country: str | None
    country_code: Name | None
    province: str | None
    city: str | None
    lat: Annotated[float, Field(ge=-90, le=90)] | None
    lon: Annotated[float, Field(ge=-180, le=180)] | None
    geonameid: Whole | None
    resolution: Annotated[int, Field(ge=1, le=5)] | None
    start: Whole
    end: Whole


@_closed
class AttributionFields(TypedDict):
    """Who says so."""

    entity_text: str
    role: str
    verb: str | None
    start: Whole
    end: Whole
    code: Name | None
    sector: Name | None
    identity: str | None


@_closed
class InterestFields(TypedDict):
    """What a side wants."""

    holder: str | None
    text: str
    start: Whole
    end: Whole
    verb: str
    stance: str


@_closed
class CountFields(TypedDict):
    """A number with its bounds."""

    min: Whole | None
    max: Whole | None
    qualifier: str
    text: str
    start: Whole
    end: Whole


@_closed
class TextInfoFields(TypedDict):
    """Where the sentence stands."""

    sequence: Whole
    start: Whole
    end: Whole
    document: str
    version: str
    part: str
    language: str


@_closed
class CiteInfoFields(TypedDict):
    """Where the document comes from."""

    publication: Said | None
    url: Said | None
    title: Said | None
    language: str
    codebook: str
    version: str


@_closed
class EvidenceFields(TypedDict):
    """Words that earned something, and the rule that read them."""

    text: str
    start: Whole
    end: Whole
    rule: str


@_closed
class RecordFields(TypedDict):
    """A record, key by key in the order of the contract."""

    id: Name
    date: Day | None
    enddate: Day | None
    date_info: DateInfoFields
    about_date: AboutFields | None
    event: Annotated[list[Name], Field(min_length=1)]
    mode: list[Name]
    context: list[Name]
    aux: list[Mark]
    stance: Stance
    symmetric: bool
    actor: list[EntityFields]
    recipient: list[EntityFields]
    event_loc: PlaceFields | None
    event_text: Annotated[list[SpanFields], Field(min_length=1)]
    attribution: list[AttributionFields]
    interests: list[InterestFields]
    quad_code: Annotated[int, Field(ge=1, le=4)]
    event_scale: float
    cameo: Annotated[str, Field(pattern=r"^\d{2,4}$")] | None
    goldstein: float | None
    dead: Whole | None
    injured: Whole | None
    arrested: Whole | None
    size: Whole | None
    size_info: dict[Size, CountFields]
    text: Said
    text_info: TextInfoFields
    cite_info: CiteInfoFields
    evidence: dict[str, list[EvidenceFields]]
    coder: Said
    rule: Said
    confidence: float
    resources: dict[str, str]


RECORD_KEYS = tuple(RecordFields.__annotations__)
"""The keys of a record, in order."""

_RECORD: TypeAdapter[RecordFields] = TypeAdapter(RecordFields)


def parse_record(line: bytes | str) -> RecordFields:
    """The record of one line of JSON.

    Raises:
        ExchangeError: the line is no JSON, or breaks the contract; the message names the key.

    Example:
        >>> try:
        ...     parse_record('{"id": 7}')
        ... except ExchangeError as err:
        ...     print(err.what)
        id: is 7, expected a valid string
    """
    try:
        return _RECORD.validate_json(line)
    except ValidationError as err:
        raise _explain(err.errors(include_url=False)[0]) from err


def read_records(stream: BinaryIO, source: str) -> Iterator[RecordFields | Quarantined]:
    """The records of a stream of JSON Lines; blank lines are passed over.

    Args:
        stream: the bytes.
        source: its name in messages.

    Yields:
        A record, or the quarantine of a line that is none.
    """
    number = 0
    while raw := stream.readline(MAX_LINE_BYTES + 1):
        number += 1
        if not raw.strip():
            continue
        try:
            if len(raw) > MAX_LINE_BYTES:
                _pass_over_rest(raw, stream)
                raise ExchangeError(
                    f"has over {MAX_LINE_BYTES:,} bytes, expected a record",
                    hint="give the JSON Lines that waqai code writes",
                )
            yield parse_record(raw)
        except ExchangeError as err:
            found = Quarantined.from_error(err, source=source, stage="read", line=number, raw=raw)
            yield found


def _pass_over_rest(raw: bytes, stream: BinaryIO) -> None:
    while raw and not raw.endswith(b"\n"):
        raw = stream.readline(MAX_LINE_BYTES)


def _explain(fault: Any) -> ExchangeError:
    """The first fault that pydantic found, in the words of Waqai's messages."""
    place = ".".join(str(part) for part in fault["loc"])
    hint = "give the JSON Lines that this version of waqai code writes"
    if fault["type"] == "json_invalid":
        return ExchangeError(f"is no JSON ({fault['ctx']['error']})", hint=hint)
    if fault["type"] == "missing":
        return ExchangeError("is missing", column=place, hint=hint)
    if fault["type"] == "extra_forbidden":
        return ExchangeError("is no key of a record", column=place, hint=hint)
    expected = fault["msg"].removeprefix("Value error, ")
    expected = re.sub(r"^Input should be ", "", expected)
    return ExchangeError.of_cell(place, fault["input"], expected, hint=hint)
