"""Records from drafts: the last hop of coding, once parties and places are resolved.

Here stand the id (it hangs on the words and not on the version of the coder), the scores
of the ontology, and the confidence (`waqai.coding.confidence`). Building a
`Record` checks that every span slices back to its words.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from waqai.coding.confidence import confidence_of
from waqai.coding.draft import Draft
from waqai.model import Attribution, Document, Entity, Interest, Place, Record
from waqai.ontology import Ontology

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
        confidence=confidence_of(draft.event, _features(draft)),
        resources=stamp.resources,
        version=stamp.version,
    )


def _features(draft: Draft) -> tuple[str, ...]:
    """What speaks for a draft, with its marks and its source."""
    marked = ("marked",) if draft.aux else ()
    reported = ("reported",) if draft.stance != "asserted" else ()
    return (*draft.features, *marked, *reported)


def _record_id(draft: Draft, resolved: Resolved, document: Document) -> str:
    """Hash of document id, trigger, type, actor and recipient spans."""
    parts = [document.id, draft.event, f"{draft.trigger[0].start}-{draft.trigger[0].end}"]
    for entities in (resolved.actors, resolved.recipients):
        parts.append(",".join(f"{e.span.start}-{e.span.end}" for e in entities))
    digest = hashlib.sha256("|".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return digest[:_ID_LETTERS]
