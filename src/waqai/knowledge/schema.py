"""What a knowledge file may hold: closed models, one kind per file.

A file is YAML with `kind`, sometimes `country` (taken where an entry names none), and
`entries`. Arabic names are spelled in full, hamzas included. Days are written at the
precision they are known to: `2023`, `2023-06` or `2023-06-03`; `unknown` where a tenure
began or ended on a day that is not known, nothing at all where it still runs.
`docs/knowledge.md` explains each key.

Only reading from source and the lint import this module; a run reads the compiled form.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Word = Annotated[str, StringConstraints(min_length=1, pattern=r"^\S(.*\S)?$")]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
DayOrUnknown = Annotated[str, StringConstraints(pattern=r"^(unknown|\d{4}(-\d{2}(-\d{2})?)?)$")]
EntityId = Annotated[
    str,
    StringConstraints(
        pattern=r"^(state/[A-Z]{3}|(body|force|group|party|person|org|company|medium|people)"
        r"/[a-z0-9]+(-[a-z0-9]+)*)$"
    ),
]
OfficeId = Annotated[str, StringConstraints(pattern=r"^office/[a-z0-9]+(-[a-z0-9]+)+$")]
PlaceId = Annotated[str, StringConstraints(pattern=r"^place/[a-z]{3}-[a-z0-9]+(-[a-z0-9]+)*$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
SectorCode = Literal[
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK",
    "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL",
    "SOC",
]  # fmt: skip
Relation = Literal[
    "father", "mother", "son", "daughter", "brother", "sister", "husband", "wife",
    "uncle", "nephew", "cousin", "grandfather", "grandson",
]  # fmt: skip


class Closed(BaseModel):
    """A model that knows all its keys."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class SectorRow(Closed):
    """A sector with its days; a bare code stands for one that always held."""

    code: SectorCode
    start: Day | None = Field(None, alias="from")
    end: Day | None = Field(None, alias="to")


class Named(Closed):
    """What every entity has: an id and names in two languages."""

    id: EntityId
    en: tuple[Word, ...] = Field(min_length=1)
    """English names, the usual one first."""
    ar: tuple[Word, ...] = Field(min_length=1)
    """Arabic names that mean it anywhere, the usual one first."""
    ambiguous: dict[Word, Word] = {}
    """Name to the reason why the same letters also mean something else."""
    redirects: tuple[EntityId, ...] = ()
    note: Word | None = None


class StateRow(Named):
    """A state, with what its adjectives and its highest seats are called."""

    capital: tuple[Word, ...] = Field(min_length=2)
    """English name first, then Arabic ones, fully spelled."""
    nisba: tuple[Word, ...] = Field(min_length=1)
    """Masculine singular, indefinite: "تركي"; several words where the name has them."""
    plural: tuple[Word, ...] = ()
    """Broken plurals, indefinite: "أتراك"."""
    head: Literal["president", "king", "emir", "sultan", "pope", "none"] = "president"
    """Who stands at the head of the state, where he has a seat of his own."""
    government: Literal["prime-minister", "chancellor", "none"] = "prime-minister"
    metonym: bool = True
    """Whether news uses the capital's name for the government."""


class EntityRow(Named):
    """A body, force, group, party, organisation, company, medium or people."""

    short: tuple[Word, ...] = ()
    """Forms that count only after a full mention in the same text."""
    country: Country | None = None
    sectors: tuple[SectorCode | SectorRow, ...] = ()
    """Primary first; left out for contested actors, whom the policy file decides."""
    parent: EntityId | None = None


class KinRow(Closed):
    """A relative: what `other` is to this person."""

    relation: Relation
    other: EntityId


class TenureRow(Closed):
    """An office held by the person of the entry."""

    office: OfficeId
    start: DayOrUnknown = Field(alias="from")
    end: DayOrUnknown | None = Field(None, alias="to")
    attested: Day | None = None
    """For a tenure without `to`: the last day that the source speaks for."""
    status: Literal["held", "acting", "claimed"] = "held"
    source: Word | None = None
    """Title or address of the page; the entry's own where left out."""


class PersonRow(EntityRow):
    """A person, kin and tenures included."""

    kin: tuple[KinRow, ...] = ()
    tenures: tuple[TenureRow, ...] = ()
    source: Word | None = None
    looked_up: Day | None = None
    """The file's own where left out."""


class OfficeRow(Closed):
    """A seat with a name of its own."""

    id: OfficeId
    en: Word
    ar: Word
    heads: tuple[Word, ...] = Field(min_length=1)
    """Words that name the seat without its country, as they stand before it."""
    names: tuple[Word, ...] = ()
    """Further full names."""
    country: Country
    body: EntityId | None = None
    sector: SectorCode = "GOV"
    other_sectors: tuple[SectorCode, ...] = ()
    seat: Literal["single", "many"] = "single"


class OfficeTemplate(Closed):
    """A seat that most states have; one office per state is made from it."""

    slug: Slug
    en: Word
    heads: tuple[Word, ...] = Field(min_length=1)
    sector: SectorCode = "GOV"
    other_sectors: tuple[SectorCode, ...] = ()
    seat: Literal["single", "many"] = "single"
    style: Literal["all", "president", "king", "emir", "sultan", "pope", "prime-minister",
                   "chancellor"] = "all"  # fmt: skip
    """Only states whose head or government is of that kind."""
    agrees: Literal["m", "f", "state"] = "m"
    """How the country follows the first head: its adjective, or its name for "state"."""
    without: tuple[Country, ...] = ()
    """States that have no such seat, or have it by another id in an offices file."""


class PlaceRow(Closed):
    """A place written by hand; one with the id of a table row adds to it."""

    id: PlaceId
    en: Word
    ar: tuple[Word, ...] = Field(min_length=1)
    weak: tuple[Word, ...] = ()
    country: Country
    province: Word | None = None
    city: Word | None = None
    lat: float | None = Field(None, ge=-90, le=90)
    lon: float | None = Field(None, ge=-180, le=180)
    geonameid: int | None = None
    resolution: int = Field(4, ge=2, le=5)
    population: int = Field(0, ge=0)
    ambiguous: dict[Word, Word] = {}
    source: Word | None = None


class PolicyRow(Closed):
    """Code and sectors of a contested actor from a day to a day, with the reason."""

    entity: EntityId
    code: Country
    sectors: tuple[SectorCode, ...] = Field(min_length=1)
    start: Day | None = Field(None, alias="from")
    end: Day | None = Field(None, alias="to")
    reason: Word


class SourceRow(Closed):
    """Where a table comes from."""

    table: Word
    title: Word
    url: Word
    licence: Word
    retrieved: Day
    attribution: Word
    version: Word
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    """Of the table as shipped."""


class File(Closed):
    """What stands around the entries."""

    kind: Literal["states", "entities", "persons", "offices", "office_templates", "places",
                  "policy", "sources"]  # fmt: skip
    country: Country | None = None
    looked_up: Day | None = None


KINDS: dict[str, type[Closed]] = {
    "states": StateRow,
    "entities": EntityRow,
    "persons": PersonRow,
    "offices": OfficeRow,
    "office_templates": OfficeTemplate,
    "places": PlaceRow,
    "policy": PolicyRow,
    "sources": SourceRow,
}
