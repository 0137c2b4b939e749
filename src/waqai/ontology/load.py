"""The ontology, read once: from its compiled form where that fits, from its files elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from waqai.compiled import hash_files, read_compiled, write_compiled
from waqai.ontology.compile import build_payload, source_files
from waqai.ontology.types import (
    Aliases,
    CameoCode,
    EventType,
    Example,
    Mode,
    Ontology,
    Ruling,
    Term,
)


@cache
def load_ontology() -> Ontology:
    """PLOVER and CAMEO as shipped; the same object at every call.

    Raises:
        OntologyError: the files contradict each other.
    """
    digest = hash_files(source_files())
    payload = read_compiled("ontology", digest)
    if payload is None:
        payload = build_payload()
        write_compiled("ontology", digest, payload)
    return from_payload(digest, payload)


def from_payload(digest: str, payload: Mapping[str, Any]) -> Ontology:
    """The ontology from its compiled form."""
    return Ontology(
        hash=digest,
        types={row["code"]: _type(row) for row in payload["types"]},
        contexts=_terms(payload["contexts"]),
        sectors=_terms(payload["sectors"]),
        international=_terms(payload["international"]),
        auxiliary=_terms(payload["auxiliary"]),
        quads=_terms(payload["quads"]),
        cameo={row["code"]: _cameo(row) for row in payload["cameo"]},
        rulings={row["id"]: _ruling(row) for row in payload["rulings"]},
        aliases=_aliases(payload["aliases"]),
    )


def _terms(rows: Sequence[Mapping[str, str]]) -> dict[str, Term]:
    return {row["code"]: Term(**row) for row in rows}


def _type(row: Mapping[str, Any]) -> EventType:
    modes = {mode["code"]: _mode(mode, row["score"]) for mode in row["modes"]}
    return EventType(**{**row, "modes": modes})


def _mode(row: Mapping[str, Any], score: float) -> Mode:
    is_imputed = row["score"] is None
    return Mode(**{**row, "score": score if is_imputed else row["score"], "is_imputed": is_imputed})


def _cameo(row: Mapping[str, Any]) -> CameoCode:
    return CameoCode(**{**row, "contexts": tuple(row["contexts"]), "also": tuple(row["also"])})


def _ruling(row: Mapping[str, Any]) -> Ruling:
    examples = tuple(Example(**{**e, "modes": tuple(e["modes"])}) for e in row["examples"])
    return Ruling(**{**row, "examples": examples})


def _aliases(rows: Mapping[str, Any]) -> Aliases:
    return Aliases(
        types={row["old"]: (row["event"], row["mode"]) for row in rows["types"]},
        modes={(row["event"], row["old"]): row["mode"] for row in rows["modes"]},
        contexts={row["old"]: row["context"] for row in rows["contexts"]},
    )
