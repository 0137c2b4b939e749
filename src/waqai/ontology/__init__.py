"""The ontology: PLOVER 2.0 and CAMEO as data, read once and typed."""

from waqai.ontology.load import load_ontology
from waqai.ontology.types import EventType, Mode, Ontology, Term

__all__ = ["EventType", "Mode", "Ontology", "Term", "load_ontology"]
