"""The ontology as frozen data: types, modes, terms, rulings and the CAMEO table.

Modes are keyed on their type: `restrict` of THREATEN and `restrict` of COERCE are two.
CAMEO codes are strings: '010' and '10' are two. What the tables mean stands in
`docs/ontology.md`; how they are read, in `waqai.ontology.load`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from waqai.errors import OntologyError


@dataclass(frozen=True, slots=True)
class Term:
    """A code with its names and its definition: a context, a sector, a mark, a quad."""

    code: str
    name_en: str
    name_ar: str
    definition_en: str
    definition_ar: str


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode of a type; the same code under another type is another mode."""

    code: str
    score: float
    is_imputed: bool
    """The manual gives no score, so that the type's stands in."""
    cameo: str | None
    """The CAMEO code that the mode decides by itself; None where it decides none."""
    cameo_contexts: Mapping[str, str]
    """Finer CAMEO codes that mode and context decide together."""
    name_en: str
    name_ar: str
    definition_en: str
    definition_ar: str


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the 16 types."""

    code: str
    quad: int
    score: float
    requires_recipient: bool
    modes: Mapping[str, Mode]
    cameo: str
    """The CAMEO code that says no more than the type."""
    cameo_contexts: Mapping[str, str]
    """Finer CAMEO codes that the type without a mode and a context decide together."""
    name_en: str
    name_ar: str
    definition_en: str
    definition_ar: str


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO 1.1b3 code, its Goldstein score and what it is in PLOVER."""

    code: str
    name: str
    goldstein: float
    event: str | None
    """None for a code that PLOVER dropped."""
    mode: str | None
    contexts: tuple[str, ...]
    also: tuple[str, ...]
    """Other types that the code may be written beside, where the text decides so."""
    note: str | None

    def fits(self, event: str) -> bool:
        """Whether an act of that type may bear this code."""
        return event == self.event or event in self.also


@dataclass(frozen=True, slots=True)
class Example:
    """An Arabic sentence that the coder must read as one record, as a ruling says."""

    text: str
    event: str
    modes: tuple[str, ...]
    actor: str | None
    """Words that the actor must hold; None where the ruling does not turn on it."""
    recipient: str | None


@dataclass(frozen=True, slots=True)
class Ruling:
    """How a contradiction or a silence of the manual was settled."""

    id: str
    by: str
    """Where it takes effect: tables, marks (`waqai.ontology.rulings`), coder or gold; open where
    the coder does not read it yet."""
    statement_en: str
    statement_ar: str
    decides: str
    reason: str
    examples: tuple[Example, ...]
    """Sentences that give exactly one record; more cases stand in `tests/cases/rulings.jsonl`."""


@dataclass(frozen=True, slots=True)
class Aliases:
    """Names of other vintages and what they are today."""

    types: Mapping[str, tuple[str, str | None]]
    modes: Mapping[tuple[str, str], str | None]
    contexts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Ontology:
    """PLOVER 2.0 with CAMEO beside it.

    Example:
        >>> from waqai.ontology import load_ontology
        >>> ontology = load_ontology()
        >>> ontology.quad("SANCTION"), ontology.score("CONSULT", ("visit",))
        (4, 4.0)
    """

    hash: str
    """sha256 of the data files."""
    types: Mapping[str, EventType]
    contexts: Mapping[str, Term]
    sectors: Mapping[str, Term]
    international: Mapping[str, Term]
    auxiliary: Mapping[str, Term]
    quads: Mapping[str, Term]
    cameo: Mapping[str, CameoCode]
    rulings: Mapping[str, Ruling]
    aliases: Aliases

    def type(self, event: str) -> EventType:
        """A type by its code.

        Raises:
            OntologyError: no such type.
        """
        found = self.types.get(event)
        if found is None:
            raise OntologyError(f"type {event!r}, expected one of {', '.join(self.types)}")
        return found

    def quad(self, event: str) -> int:
        """Quad code of a type, 1 to 4."""
        return self.type(event).quad

    def score(self, event: str, modes: Sequence[str] = ()) -> float:
        """PLOVER score, -10 to 10: of several modes the one farthest from 0, else the type's.

        Raises:
            OntologyError: no such type, or a mode that the type does not have.

        Example:
            >>> from waqai.ontology import load_ontology
            >>> load_ontology().score("ASSAULT", ("beat", "primitive"))
            -8.0
        """
        kind = self.type(event)
        found = _modes(kind, modes)
        return found[0].score if found else kind.score

    def cameo_for(
        self,
        event: str,
        modes: Sequence[str] = (),
        contexts: Sequence[str] = (),
        hint: str | None = None,
    ) -> tuple[str, float]:
        """The CAMEO code of an act and its Goldstein score, -10 to 10.

        CAMEO is finer than PLOVER in places: nothing finer is said than what is known.

        Args:
            event: type.
            modes: its modes; of several the one farthest from 0 that decides a code does.
            contexts: its contexts.
            hint: a code that the word itself decides (a lexicon entry's).

        Returns:
            The hint; else what mode and context decide together; else what the mode decides;
            else the code that says no more than the type ("040" for CONSULT).

        Raises:
            OntologyError: no such type or code, a mode that the type does not have, or a hint
                that an act of the type cannot bear.

        Example:
            >>> from waqai.ontology import load_ontology
            >>> ontology = load_ontology()
            >>> ontology.cameo_for("CONSULT", ("visit",))
            ('042', 1.9)
            >>> ontology.cameo_for("SUPPORT"), ontology.cameo_for("SUPPORT", hint="057")
            (('050', 3.5), ('057', 8.0))
        """
        kind = self.type(event)
        if hint is not None:
            row = self._cameo(hint)
            if not row.fits(event):
                raise OntologyError(f"CAMEO {hint} ({row.name}) beside {event}, which it is not")
            return row.code, row.goldstein
        code = _decided(kind, _modes(kind, modes), contexts)
        return code, self.cameo[code].goldstein

    def plover_for(self, cameo: str) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
        """Type, modes and contexts of a CAMEO code; None for one that PLOVER dropped.

        Raises:
            OntologyError: no such code.

        Example:
            >>> from waqai.ontology import load_ontology
            >>> load_ontology().plover_for("0861")
            ('RETREAT', ('access',), ('peacekeeping',))
        """
        row = self._cameo(cameo)
        if row.event is None:
            return None
        return row.event, (row.mode,) if row.mode else (), row.contexts

    def renamed(self, event: str, mode: str | None = None) -> tuple[str, str | None]:
        """Type and mode of another vintage under today's names; today's names as they are.

        Example:
            >>> from waqai.ontology import load_ontology
            >>> ontology = load_ontology()
            >>> ontology.renamed("FIGHT", "assassinate"), ontology.renamed("CONSULT", "visit")
            (('ASSAULT', 'targeted'), ('CONSULT', 'visit'))
        """
        today, implied = self.aliases.types.get(event, (event, None))
        old = implied if mode is None else mode
        if old is None:
            return today, None
        return today, self.aliases.modes.get((today, old), old)

    def _cameo(self, code: str) -> CameoCode:
        found = self.cameo.get(code)
        if found is None:
            raise OntologyError(
                f"CAMEO code {code!r}", hint="codes are strings of 2 to 4 digits of CAMEO 1.1b3"
            )
        return found


def _modes(kind: EventType, modes: Sequence[str]) -> list[Mode]:
    """Modes by their codes, the one farthest from 0 first."""
    unknown = [mode for mode in modes if mode not in kind.modes]
    if unknown:
        allowed = ", ".join(kind.modes) or "none"
        raise OntologyError(f"mode {unknown[0]!r} of {kind.code}, expected one of: {allowed}")
    return sorted((kind.modes[mode] for mode in modes), key=lambda mode: -abs(mode.score))


def _decided(kind: EventType, modes: Sequence[Mode], contexts: Sequence[str]) -> str:
    if not modes:
        return _pick(kind.cameo_contexts, contexts) or kind.cameo
    found = (_pick(mode.cameo_contexts, contexts) or mode.cameo for mode in modes)
    return next((code for code in found if code is not None), kind.cameo)


def _pick(codes: Mapping[str, str], contexts: Sequence[str]) -> str | None:
    """The one code that the contexts lead to; None where they lead to none or to several."""
    found = {codes[context] for context in contexts if context in codes}
    return found.pop() if len(found) == 1 else None
