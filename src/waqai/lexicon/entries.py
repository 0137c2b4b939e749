"""Lexicon entries as the coder holds them: frozen, without pydantic.

They mirror `waqai.lexicon.schema`, which checks the files; a test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """A written form of a lexicon word."""

    entry: str
    """Id of the entry; "verb:كان", "particle:من", "noun:يوم", "class:sport" for kinds without."""
    kind: str
    """trigger, light, speech, verb, agent, title, particle, noun or class."""
    pos: str
    """verb, noun, participle or particle."""
    spelled: str
    tense: str
    voice: str
    person: int
    gender: str
    number: str
    construct: bool
    lemma: str
    type: str
    """Type of a particle or a title, else ""."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """An agent, title or saying of several words, folded and without articles."""

    words: tuple[str, ...]
    form: Form
    """The form its first word takes."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb as the file gives it."""

    lemma: str
    root: str
    form: int
    imperfect: str | None
    transitive: bool


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that names an act."""

    lemma: str
    plurals: tuple[str, ...]
    of: str | None


@dataclass(frozen=True, slots=True)
class ModeRule:
    """A mode that words in a place of the clause decide."""

    mode: str
    place: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence the entry must read, with what its record must hold."""

    text: str
    actor: str | None = None
    recipient: str | None = None
    mode: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """An act: see `schema.Trigger`."""

    id: str
    gloss_en: str
    verb: Verb | None
    nouns: tuple[Noun, ...]
    event: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str | None
    frame: Mapping[str, str]
    symmetric: bool
    needs: Mapping[str, tuple[str, ...]]
    unless: Mapping[str, tuple[str, ...]]
    modes_when: tuple[ModeRule, ...]
    negated_event: str | None
    examples: tuple[Example, ...]
    counterexamples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LightVerb:
    """A verb that lends a noun its subject: see `schema.LightVerb`."""

    id: str
    verb: Verb
    noun: str
    through: str | None
    subject: str | None


@dataclass(frozen=True, slots=True)
class Speech:
    """A word of saying: see `schema.Speech`."""

    id: str
    nouns: tuple[str, ...]
    stance: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that change what a clause claims: see `schema.Mark`."""

    id: str
    words: tuple[str, ...]
    mark: str
    stance: str | None
    intention: bool
    scope: str
    pos: str | None = None


@dataclass(frozen=True, slots=True)
class Agent:
    """People named by what they are: see `schema.Agent`."""

    id: str
    sector: str
    code: str | None
    victim: bool


@dataclass(frozen=True, slots=True)
class Title:
    """A head of office phrases or a rank: see `schema.Title`."""

    id: str
    type: str
    sector: str | None
    complements: tuple[tuple[tuple[str, ...], str], ...]
    """Folded words of a complement and the sector they decide, the longest first."""


@dataclass(frozen=True, slots=True)
class ContextRule:
    """Words that give an act a context: see `schema.ContextRule`."""

    id: str
    context: str
    words: tuple[str, ...]
    weak: tuple[str, ...]
    both: tuple[tuple[str, ...], ...]
    unless: tuple[str, ...]
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DomainRule:
    """A domain of ordinary matters: see `schema.DomainRule`."""

    id: str
    domain: str
    words: tuple[str, ...]
    weak: tuple[str, ...]
    against: tuple[str, ...]
    events: tuple[str, ...]
    doubtful: frozenset[str]
    """Ids of the triggers whose words are doubtful; empty where all are."""
    sure: frozenset[str]
    """Ids of the triggers whose words are sure."""
    sure_modes: frozenset[str]
    proof: str
    own: tuple[str, ...]
    states: bool
    works: frozenset[str]
    """Folded spellings, without article."""
    telling: frozenset[str]
    """Folded."""
