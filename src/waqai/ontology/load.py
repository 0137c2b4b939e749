"""The ontology, read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from waqai.compiled import hash_files, read_compiled, write_compiled
from waqai.ontology.compile import build_payload, source_files
from waqai.ontology.types import CameoCode, EventType, Mode, Ontology, Term


def load_ontology() -> Ontology:
    """PLOVER and CAMEO as shipped.

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
        cameo={
            row["code"]: CameoCode(**{**row, "contexts": tuple(row["contexts"])})
            for row in payload["cameo"]
        },
    )


def _terms(rows: Sequence[Mapping[str, str]]) -> dict[str, Term]:
    return {row["code"]: Term(row["code"], row["name_en"], row["name_ar"]) for row in rows}


def _type(row: Mapping[str, Any]) -> EventType:
    score = float(row["score"])
    modes = {
        m["code"]: Mode(
            m["code"],
            score if m["score"] is None else float(m["score"]),
            m["score"] is None,
            m["name_en"],
            m["name_ar"],
        )
        for m in row["modes"]
    }
    return EventType(
        row["code"], row["quad"], score, row["requires_recipient"], modes, row["name_en"],
        row["name_ar"], row["definition_en"], row["definition_ar"],
    )  # fmt: skip
