"""What the ontology's files may hold: closed models, checked when they are compiled.

Only `waqai.ontology.compile` imports this module; a running Waqai reads the compiled form.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Arabic = Annotated[str, StringConstraints(pattern=r"^[^A-Za-z]*[\u0621-\u064a]")]
"""Text that begins in Arabic letters."""
TypeCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]+$")]
ModeCode = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
ContextCode = Annotated[str, StringConstraints(pattern=r"^[a-z]+(_[a-z]+)*$")]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_]+$")]
CameoDigits = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1\d|20)\d{0,2}$")]
RulingId = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*$")]
Score = Annotated[float, Field(ge=-10, le=10)]


class Closed(BaseModel):
    """A model that knows all its keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Named(Closed):
    """Names and definitions in both languages."""

    name_en: Text
    name_ar: Arabic
    definition_en: Text
    definition_ar: Arabic


class ModeRow(Named):
    """A mode of a type."""

    code: ModeCode
    score: Score | None
    cameo: CameoDigits | None
    cameo_contexts: dict[ContextCode, CameoDigits] = {}


class TypeRow(Named):
    """One of the 16 types."""

    code: TypeCode
    quad: int = Field(ge=1, le=4)
    score: Score
    requires_recipient: bool
    cameo: CameoDigits
    cameo_contexts: dict[ContextCode, CameoDigits] = {}
    modes: tuple[ModeRow, ...]


class TermRow(Named):
    """A context, sector, international code, mark or quad."""

    code: Code


class PloverFile(Closed):
    """`plover.yaml`."""

    types: tuple[TypeRow, ...]
    contexts: tuple[TermRow, ...]
    sectors: tuple[TermRow, ...]
    international: tuple[TermRow, ...]
    auxiliary: tuple[TermRow, ...]
    quads: tuple[TermRow, ...]


class CameoRow(Closed):
    """A row of `cameo.csv`."""

    code: CameoDigits
    name: Text
    goldstein: Score
    event: TypeCode | None
    mode: ModeCode | None
    contexts: tuple[ContextCode, ...]
    also: tuple[TypeCode, ...]
    note: Text | None


class CameoFile(Closed):
    """`cameo.csv`."""

    cameo: tuple[CameoRow, ...]


class ExampleRow(Closed):
    """A sentence that the coder must read as the ruling says."""

    text: Arabic
    event: TypeCode
    modes: tuple[ModeCode, ...] = ()
    actor: Arabic | None = None
    recipient: Arabic | None = None


class RulingRow(Closed):
    """A settled contradiction."""

    id: RulingId
    by: Literal["tables", "marks", "coder", "gold", "open"]
    statement_en: Text
    statement_ar: Arabic
    decides: Text
    reason: Text
    examples: tuple[ExampleRow, ...] = ()


class RulingsFile(Closed):
    """`rulings.yaml`."""

    rulings: tuple[RulingRow, ...]


class TypeAlias(Closed):
    """A type of another vintage."""

    old: TypeCode
    event: TypeCode
    mode: ModeCode | None


class ModeAlias(Closed):
    """A mode of another vintage, under today's type."""

    event: TypeCode
    old: ModeCode
    mode: ModeCode | None


class ContextAlias(Closed):
    """A context of another vintage."""

    old: ContextCode
    context: ContextCode


class AliasFile(Closed):
    """`aliases.yaml`."""

    types: tuple[TypeAlias, ...]
    modes: tuple[ModeAlias, ...]
    contexts: tuple[ContextAlias, ...]
