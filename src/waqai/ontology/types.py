"""The ontology as frozen data: types, modes, terms and the CAMEO table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from waqai.errors import OntologyError


@dataclass(frozen=True, slots=True)
class Term:
    """A code with its names: a context, a sector, a mark, a quad."""

    code: str
    name_en: str
    name_ar: str


@dataclass(frozen=True, slots=True)
class Mode:
    """A mode of a type; the same code under another type is another mode."""

    code: str
    score: float
    is_imputed: bool
    """The manual gives no score, so that the type's stands in."""
    name_en: str
    name_ar: str


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the 16 types."""

    code: str
    quad: int
    score: float
    requires_recipient: bool
    modes: Mapping[str, Mode]
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
    mode: str | None
    contexts: tuple[str, ...]


@dataclass(frozen=True)
class Ontology:
    """PLOVER 2.0 with CAMEO beside it.

    Example:
        >>> from waqai.ontology import load_ontology
        >>> ontology = load_ontology()
        >>> ontology.quad("SANCTION"), ontology.score("CONSULT", ("visit",))
        (4, 4.0)
    """

    hash: str
    types: Mapping[str, EventType]
    contexts: Mapping[str, Term]
    sectors: Mapping[str, Term]
    international: Mapping[str, Term]
    auxiliary: Mapping[str, Term]
    quads: Mapping[str, Term]
    cameo: Mapping[str, CameoCode]

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
        """PLOVER score: the mode's; of several the one farthest from 0; without one the type's."""
        kind = self.type(event)
        scores = [kind.modes[mode].score for mode in modes if mode in kind.modes]
        return max(scores, key=lambda score: (abs(score), score)) if scores else kind.score

    def cameo_for(
        self,
        event: str,
        modes: Sequence[str] = (),
        contexts: Sequence[str] = (),
        hint: str | None = None,
    ) -> tuple[str | None, float | None]:
        """The CAMEO code of an act and its Goldstein score.

        Args:
            event: type.
            modes: its modes.
            contexts: its contexts.
            hint: a code that the lexicon entry itself decides, used where it fits the type.

        Returns:
            The hint; else the one code that mode and context decide; else the plainest code of
            the type ("040" for CONSULT). CAMEO is finer than PLOVER: nothing finer is guessed.

        Example:
            >>> from waqai.ontology import load_ontology
            >>> load_ontology().cameo_for("CONSULT", ("visit",))
            ('042', 1.9)
        """
        if hint is not None and hint in self.cameo and self.cameo[hint].event == event:
            return hint, self.cameo[hint].goldstein
        plain = PLAIN_CODES[event]
        exact = [self._by_mode(event, mode, contexts) for mode in modes]
        found = next((code for code in exact if code is not None), None)
        if found is None and not modes:
            found = self._by_context(event, contexts)
        code = found or plain
        return code, self.cameo[code].goldstein

    def _by_mode(self, event: str, mode: str, contexts: Sequence[str]) -> str | None:
        """The plainest code of a (type, mode), or the one whose contexts are all there."""
        fitting = [c for c in self._group_codes() if c.event == event and c.mode == mode]
        narrowed = [c for c in fitting if c.contexts and set(c.contexts) <= set(contexts)]
        plain = MODE_CODES.get((event, mode))
        if len(narrowed) == 1:
            return narrowed[0].code
        return plain

    def _by_context(self, event: str, contexts: Sequence[str]) -> str | None:
        wanted = set(contexts)
        fitting = [
            c
            for c in self._group_codes()
            if c.event == event and c.mode is None and c.contexts and set(c.contexts) <= wanted
        ]
        return fitting[0].code if len(fitting) == 1 else None

    def _group_codes(self) -> list[CameoCode]:
        """Codes of three digits: those of four depend on more than mode and context tell."""
        return [c for c in self.cameo.values() if len(c.code) == 3]

    def plover_for(self, cameo: str) -> tuple[str, tuple[str, ...], tuple[str, ...]] | None:
        """Type, modes and contexts of a CAMEO code; None for one that PLOVER dropped.

        Raises:
            OntologyError: no such code.
        """
        found = self.cameo.get(cameo)
        if found is None:
            raise OntologyError(f"CAMEO code {cameo!r}", hint="codes are strings of 2 to 4 digits")
        if found.event is None:
            return None
        return found.event, (found.mode,) if found.mode else (), found.contexts


PLAIN_CODES = {
    "AGREE": "030", "CONSULT": "040", "SUPPORT": "050", "CONCEDE": "080", "COOPERATE": "060",
    "AID": "070", "RETREAT": "084", "REQUEST": "100", "ACCUSE": "110", "REJECT": "120",
    "THREATEN": "130", "PROTEST": "140", "SANCTION": "160", "MOBILIZE": "150", "COERCE": "170",
    "ASSAULT": "180",
}  # fmt: skip
"""The CAMEO code that says no more than the type."""
MODE_CODES = {
    ("CONSULT", "visit"): "042", ("CONSULT", "third-party"): "044", ("CONSULT", "phone"): "041",
    ("RETREAT", "release"): "0841", ("RETREAT", "access"): "086", ("RETREAT", "disarm"): "087",
    ("RETREAT", "ceasefire"): "0871", ("RETREAT", "withdraw"): "0874",
    ("REQUEST", "change"): "104", ("REQUEST", "yield"): "105", ("REQUEST", "meet"): "106",
    ("ACCUSE", "disapprove"): "111", ("ACCUSE", "investigate"): "090", ("ACCUSE", "allege"): "112",
    ("REJECT", "meet"): "125", ("REJECT", "change"): "123", ("REJECT", "yield"): "124",
    ("THREATEN", "violence"): "138", ("THREATEN", "relations"): "1313",
    ("PROTEST", "demo"): "141", ("PROTEST", "hunger"): "142", ("PROTEST", "strike"): "143",
    ("PROTEST", "boycott"): "143", ("PROTEST", "obstruct"): "144", ("PROTEST", "riot"): "145",
    ("SANCTION", "convict"): "116", ("SANCTION", "expel"): "166", ("SANCTION", "withdraw"): "161",
    ("SANCTION", "discontinue"): "163",
    ("MOBILIZE", "police"): "153", ("MOBILIZE", "troops"): "154",
    ("COERCE", "seize"): "171", ("COERCE", "restrict"): "172", ("COERCE", "curfew"): "1723",
    ("COERCE", "martial-law"): "1724", ("COERCE", "arrest"): "173", ("COERCE", "deport"): "174",
    ("ASSAULT", "abduct"): "181", ("ASSAULT", "beat"): "182", ("ASSAULT", "sexual"): "1821",
    ("ASSAULT", "torture"): "1822", ("ASSAULT", "suicide-attack"): "1831",
    ("ASSAULT", "firearms"): "193", ("ASSAULT", "heavy-weapons"): "194",
    ("ASSAULT", "aerial"): "195", ("ASSAULT", "drone"): "195", ("ASSAULT", "unconventional"): "204",
    ("ASSAULT", "explosives"): "183", ("ASSAULT", "destroy"): "1712",
}  # fmt: skip
"""The CAMEO code that a mode decides by itself; modes left out decide none."""
