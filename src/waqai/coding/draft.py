"""Drafts: what coding reads of one act, before anybody is identified.

A draft counts in code points of the document. `waqai.resolve` says who its parties are and
where its places lie; `waqai.coding.assemble` then makes the record.
"""

from __future__ import annotations

from dataclasses import dataclass

from waqai.coding.attribution import Saying
from waqai.coding.clauses import Parse
from waqai.coding.focus import Party
from waqai.coding.marks import Marking
from waqai.coding.time_expression import TimeExpression
from waqai.coding.triggers import Candidate
from waqai.knowledge import NameUse
from waqai.model import Count, Evidence, Sentence, Span, When


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """The words of a place and what they may mean."""

    span: Span
    uses: tuple[NameUse, ...]
    """What a known name may mean; none for a place nobody knows ("بقرية كرانة")."""
    is_capital: bool = False
    """ "العاصمة": whose, the rest of the document says."""
    beside: frozenset[str] = frozenset()
    """Countries that the words right beside it name: "طرابلس اللبنانية"."""


@dataclass(frozen=True, slots=True)
class Source:
    """Who says so, with the word of saying."""

    party: Party
    verb: str | None
    rule: str
    stance: str


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody is said to want."""

    holder: str | None
    span: Span
    verb: str
    stance: str


@dataclass(frozen=True, slots=True)
class Draft:
    """An act as read, with its evidence."""

    entry: str
    event: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str | None
    sentence: Sentence
    trigger: tuple[Span, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    symmetric: bool
    when: When
    about: When | None
    """For a speech act, the days of the act spoken of."""
    place: PlaceMention | None
    aux: tuple[str, ...]
    stance: str
    sources: tuple[Source, ...]
    wishes: tuple[Wish, ...]
    sizes: dict[str, Count]
    evidence: dict[str, tuple[Evidence, ...]]
    features: tuple[str, ...]
    """What speaks for or against the reading; `assemble` weighs them."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A candidate that made no record, and the check that stopped it."""

    candidate: Candidate
    check: str


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """What was read of one sentence.

    Whole, as `explain` prints it, only where `DocumentState.reads_whole` asked for that:
    else what no record needs is left out.
    """

    sentence: Sentence
    parse: Parse | None
    """None where no word could name an act, so that nothing more was read."""
    times: tuple[TimeExpression, ...] = ()
    markings: tuple[Marking, ...] = ()
    sayings: tuple[Saying, ...] = ()
    drafts: tuple[Draft, ...] = ()
    passed: tuple[Passed, ...] = ()
