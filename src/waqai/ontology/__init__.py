"""The ontology: PLOVER 2.0 and CAMEO as data, read once and typed."""

from waqai.ontology.load import load_ontology
from waqai.ontology.types import CameoCode, EventType, Example, Mode, Ontology, Ruling, Term

__all__ = [
    "CameoCode",
    "EventType",
    "Example",
    "Mode",
    "Ontology",
    "Ruling",
    "Term",
    "load_ontology",
]
