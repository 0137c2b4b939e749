"""The ontology's codes as the lexicon's lint asks for them."""

from __future__ import annotations

from waqai.lexicon.lint import Codes
from waqai.ontology import load_ontology


def lexicon_codes() -> Codes:
    """Modes by type, contexts, sectors and CAMEO codes of the shipped ontology."""
    ontology = load_ontology()
    return Codes(
        modes={code: frozenset(kind.modes) for code, kind in ontology.types.items()},
        contexts=frozenset(ontology.contexts),
        sectors=frozenset(ontology.sectors),
        cameo={code: row.event for code, row in ontology.cameo.items()},
    )
