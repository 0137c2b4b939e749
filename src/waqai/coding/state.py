"""What reading a sentence needs: resources, their indexes, the document so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from waqai.coding.attribution import SayingIndex
from waqai.coding.backlog import Backlog
from waqai.coding.contexts import ContextIndex
from waqai.coding.domains import Domain
from waqai.coding.draft import Source
from waqai.coding.focus import Focus, Party
from waqai.coding.marks import MarkIndex
from waqai.coding.prospects import Prospects
from waqai.coding.scene import Scene
from waqai.dates import Published
from waqai.knowledge import Knowledge
from waqai.lexicon.load import Lexicon
from waqai.ontology import Ontology


@dataclass(frozen=True, slots=True)
class Resources:
    """What coding reads with."""

    lexicon: Lexicon
    knowledge: Knowledge
    ontology: Ontology


@dataclass(slots=True)
class DocumentState:
    """What a document carries from one sentence to the next."""

    text: str
    published: Published | None
    backlog: Backlog
    """What is to be done before `last_source` or `quoted` is read."""
    focus: Focus
    scene: Scene
    words: Sequence[str] = ()
    """The folded words of the text, in their order."""
    domain: Domain | None = None
    """What the document is about, where that makes political words ordinary ones."""
    last_source: Party | None = None
    quoted: Source | None = None
    """Who speaks in the quotation that the sentence before left open."""
    themes: dict[str, int] | None = None
    """Words of the document by the context they speak for, once asked for."""
    reads_whole: bool = False
    """Every hop of every sentence is wanted, not only what records need."""


@dataclass(frozen=True, slots=True)
class Indexes:
    """What sentences are searched with, made once."""

    resources: Resources
    marks: MarkIndex
    sayings: SayingIndex
    contexts: ContextIndex
    prospects: Prospects
