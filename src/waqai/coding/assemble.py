"""Records from drafts: the last hop of coding, once parties and places are resolved.

Here stand the id (it hangs on the words and not on the version of the coder), the scores
of the ontology, and the confidence, a plain sum of what speaks for a reading. Building a
`Record` checks that every span slices back to its words.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from waqai.coding.draft import Draft
from waqai.model import Attribution, Document, Entity, Interest, Place, Record
from waqai.ontology import Ontology

_BASE = 0.35
_WEIGHTS = {"verb": 0.15, "light": 0.15, "actor": 0.2, "recipient": 0.15, "dated": 0.05,
            "set_phrase": 0.05}  # fmt: skip
"""Weights by feature. Not fitted yet: an order of trust, no probability (docs/coder.md)."""
_ID_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Resolved:
    """What `waqai.resolve` made of a draft's parties and places."""

    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    place: Place | None
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is the same for every record of a run."""

    coder: str
    version: str
    resources: dict[str, str]


def build_record(
    draft: Draft, resolved: Resolved, document: Document, ontology: Ontology, stamp: Stamp
) -> Record:
    """The record of a draft.

    Raises:
        RecordError: a span does not slice back to its words.
    """
    cameo, goldstein = ontology.cameo_for(draft.event, draft.modes, draft.contexts, draft.cameo)
    return Record(
        id=_record_id(draft, resolved, document),
        event=draft.event,
        modes=draft.modes,
        contexts=draft.contexts,
        aux=draft.aux,
        stance=draft.stance,
        symmetric=draft.symmetric,
        actors=resolved.actors,
        recipients=resolved.recipients,
        when=draft.when,
        about=draft.about,
        place=resolved.place,
        trigger=draft.trigger,
        attributions=resolved.attributions,
        interests=tuple(Interest(w.holder, w.span, w.verb, w.stance) for w in draft.wishes),
        quad_code=ontology.quad(draft.event),
        event_scale=ontology.score(draft.event, draft.modes),
        cameo=cameo,
        goldstein=goldstein,
        sizes=draft.sizes,
        sentence=draft.sentence,
        document=document,
        evidence=draft.evidence,
        coder=stamp.coder,
        rule=draft.entry,
        confidence=_confidence(draft),
        resources=stamp.resources,
        version=stamp.version,
    )


def _confidence(draft: Draft) -> float:
    return min(_BASE + sum(_WEIGHTS.get(name, 0.0) for name in draft.features), 1.0)


def _record_id(draft: Draft, resolved: Resolved, document: Document) -> str:
    """Hash of document id, trigger, type, actor and recipient spans."""
    parts = [document.id, draft.event, f"{draft.trigger[0].start}-{draft.trigger[0].end}"]
    for entities in (resolved.actors, resolved.recipients):
        parts.append(",".join(f"{e.span.start}-{e.span.end}" for e in entities))
    digest = hashlib.sha256("|".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return digest[:_ID_LETTERS]
