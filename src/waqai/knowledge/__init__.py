"""What is known beside the text: actors, offices and who held them, places, outlets, policy.

Data are YAML and CSV under `data/`, checked by `waqai.knowledge.lint` and compiled by
`waqai.knowledge.compile`; `load_knowledge` gives the one object that other layers ask.
"""

from waqai.knowledge.load import Knowledge, load_knowledge
from waqai.knowledge.types import (
    SMALL_PLACE,
    WEAK_PLACE,
    EntityEntry,
    Kin,
    NameUse,
    Office,
    Place,
    PolicyRule,
    SectorSpan,
    Tenure,
)

__all__ = [
    "SMALL_PLACE",
    "WEAK_PLACE",
    "EntityEntry",
    "Kin",
    "Knowledge",
    "NameUse",
    "Office",
    "Place",
    "PolicyRule",
    "SectorSpan",
    "Tenure",
    "load_knowledge",
]
