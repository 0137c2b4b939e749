"""Checks of lexicon files beyond their schema: every fault at once, with file and line.

Checked, entry by entry:

- letters: look-alikes, tatweel, presentation forms, direction signs; Latin in Arabic words;
- verbs: that root and stem give the lemma and the imperfect (`patterns`);
- codes that the ontology does not have, classes nobody defines, verbs nobody knows, sure words
  of a domain that name no trigger;
- words that are particles, so that they would never be read as what the entry says;
- first names of several words, those listed twice, those that a noun entry has too;

and all entries together (`clashes`): ids that stand twice, twins, entries out of reach.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from waqai.folding import fold
from waqai.lexicon.clashes import find_clashes
from waqai.lexicon.forms import entry_forms
from waqai.lexicon.load import PARTY, trigger_words
from waqai.lexicon.morphology import strip_marks
from waqai.lexicon.patterns import imperfects_of, lemmas_of
from waqai.lexicon.source import Fault, Sourced, lay_over, read_sources
from waqai.lexicon.stems import Conjugation, passive_past

_STRAY = re.compile(
    "[\u0640\u06cc\u06a9\u06c1\u06be\u06d2\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufb50-\ufdff\ufe70-\ufeff]"
)
_LATIN = re.compile("[A-Za-z]")
_ARABIC_KEYS = frozenset(
    {"words", "plurals", "verb", "nouns", "participles", "needs", "unless", "modes_when", "word",
     "weak", "both", "against", "doubtful", "sure", "own", "works", "telling"}
)  # fmt: skip
"""Top keys that hold words of the language."""
_CODE_KEYS = frozenset({"of", "mode", "place", "voice", "form", "transitive"})
"""Keys within them that hold codes."""


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes that entries may name; given by the caller, who knows the ontology."""

    modes: Mapping[str, frozenset[str]]
    """Modes by type."""
    contexts: frozenset[str]
    sectors: frozenset[str]
    cameo: Mapping[str, str | None]
    """Type by CAMEO code."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What the entries of all files define together."""

    codes: Codes
    classes: Mapping[str, Sequence[str]]
    verbs: frozenset[str]
    """Folded forms of all verbs."""
    particles: frozenset[str]
    triggers: frozenset[str]
    """Folded words that triggers are named by."""


def lint(paths: Sequence[Path], codes: Codes) -> list[Fault]:
    """All faults of some files, in the order of files and lines; none where all is well.

    Args:
        paths: the files, the later over the earlier.
        codes: what the ontology knows.
    """
    read, faults = read_sources(paths)
    sourced, clashes = lay_over(read)
    known = _Known(
        codes,
        {item.entry.name: item.entry.words for item in sourced if item.kind == "classes"},
        frozenset(
            folded
            for item in sourced
            if getattr(item.entry, "verb", None) is not None
            for folded, row in entry_forms(item.kind, item.entry)
            if row[2] == "verb"
        ),
        frozenset(strip_marks(i.entry.word) for i in sourced if i.kind == "particles"),
        frozenset(
            word
            for item in sourced
            if item.kind == "triggers"
            for word in trigger_words(item.entry.model_dump(include={"verb", "nouns"}))
        ),
    )
    faults += clashes
    for item in sourced:
        faults += _entry(item, known)
    faults += _given_names(sourced)
    faults += find_clashes(sourced, known.classes)
    return sorted(faults, key=lambda fault: (fault.file, fault.line, fault.key))


def _entry(item: Sourced, known: _Known) -> Iterator[Fault]:
    yield from _letters(item)
    yield from _particles(item, known.particles)
    verb = getattr(item.entry, "verb", None)
    if verb is not None:
        yield from _verb(item, verb)
    if item.kind == "triggers":
        yield from _trigger(item, known)
        yield from _references(item, known)
    if item.kind == "domains":
        yield from _domain(item, known)
    codes = known.codes
    sectors = [("sector", getattr(item.entry, "sector", None))]
    complements = getattr(item.entry, "complements", {})
    sectors += [(f"complements.{words}", sector) for words, sector in complements.items()]
    for key, sector in sectors:
        if sector is not None and sector not in codes.sectors:
            yield item.fault(key, sector, ", ".join(sorted(codes.sectors)))
    context = getattr(item.entry, "context", None)
    if context is not None and context not in codes.contexts:
        yield item.fault("context", context, ", ".join(sorted(codes.contexts)))
    for event in getattr(item.entry, "events", ()):
        if event not in codes.modes:
            yield item.fault("events", event, ", ".join(codes.modes))


def _domain(item: Sourced, known: _Known) -> Iterator[Fault]:
    """Classes nobody defines, modes no type has, sure words that name no act."""
    entry = item.entry
    for key in ("words", "weak", "against"):
        for i, word in enumerate(getattr(entry, key)):
            if word.startswith("@") and word[1:] not in known.classes:
                yield item.fault(f"{key}.{i}", word, "a class: " + ", ".join(sorted(known.classes)))
    for key in ("doubtful", "sure"):
        for i, word in enumerate(getattr(entry, key)):
            if fold(word) not in known.triggers:
                yield item.fault(f"{key}.{i}", word, "a verb or noun of some trigger")
    modes = frozenset().union(*known.codes.modes.values())
    for i, mode in enumerate(entry.sure_modes):
        if mode not in modes:
            yield item.fault(f"sure_modes.{i}", mode, ", ".join(sorted(modes)))


def _letters(item: Sourced) -> Iterator[Fault]:
    for key, word in _strings(item.entry.model_dump(), ""):
        stray = _STRAY.search(word)
        if stray is not None:
            found = f"U+{ord(stray.group()):04X} in {word}"
            yield item.fault(key, found, "plain Arabic letters")
        parts = key.split(".")
        is_arabic = parts[0] in _ARABIC_KEYS and not _CODE_KEYS.intersection(parts)
        if is_arabic and not word.startswith("@") and _LATIN.search(word):
            yield item.fault(key, word, "a word in Arabic letters")
    for words in getattr(item.entry, "complements", ()):
        if _LATIN.search(words):
            yield item.fault("complements", words, "a word in Arabic letters")


def _strings(value: Any, key: str) -> Iterator[tuple[str, str]]:
    """All strings of a dumped entry, each with its path of keys: "nouns.0.lemma"."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, f"{key}.{name}" if key else str(name))
    elif isinstance(value, list | tuple):
        for i, inner in enumerate(value):
            yield from _strings(inner, f"{key}.{i}")


def _particles(item: Sourced, particles: frozenset[str]) -> Iterator[Fault]:
    """A noun spelled like a particle is always read as the particle."""
    if item.kind in ("particles", "marks", "speech", "contexts", "classes", "domains"):
        return
    for key, word in _strings(item.entry.model_dump(), ""):
        parts = key.split(".")
        is_noun = parts[0] in ("words", "plurals", "nouns", "participles")
        if is_noun and parts[-1] not in _CODE_KEYS and strip_marks(word) in particles:
            yield item.fault(key, word, "no particle: it would never be read as this")


def _given_names(sourced: Sequence[Sourced]) -> Iterator[Fault]:
    """A first name is one word and stands once; a common noun too, it is marked ordinary."""
    nouns = frozenset(word for i in sourced if i.kind == "nouns" for word in i.entry.words)
    places: dict[tuple[str, bool], str] = {}
    for item in sourced:
        if item.kind != "given_names":
            continue
        for i, word in enumerate(item.entry.words):
            key = f"words.{i}"
            if " " in word:
                yield item.fault(key, word, "one word: its opening goes to compound_head")
            if word in nouns and not (item.entry.ordinary or item.entry.compound_head):
                yield item.fault(key, word, "ordinary: true, for it is a noun too")
            name = (fold(word), item.entry.compound_head)
            if name in places:
                yield item.fault(key, word, f"one use, it stands in {places[name]} too")
            places.setdefault(name, f"{item.file}:{item.line}")


def _verb(item: Sourced, verb: Any) -> Iterator[Fault]:
    lemma, root = strip_marks(verb.lemma), tuple(verb.root.split())
    lemmas = lemmas_of(root, verb.form)
    passives = {passive_past(Conjugation(one, root, verb.form, "")) for one in lemmas}
    if lemma not in lemmas | passives:
        expected = " or ".join(sorted(lemmas)) or "another form"
        yield item.fault("verb.lemma", verb.lemma, f"{expected} by root and form {verb.form}")
        return
    if verb.form != 1:
        return
    if verb.imperfect is None:
        yield item.fault("verb.imperfect", "nothing", "given for form 1")
        return
    imperfects = imperfects_of(root, lemma)
    if strip_marks(verb.imperfect) not in imperfects:
        yield item.fault("verb.imperfect", verb.imperfect, " or ".join(sorted(imperfects)))


def _trigger(item: Sourced, known: _Known) -> Iterator[Fault]:
    entry, codes = item.entry, known.codes
    if entry.verb is None and not entry.nouns:
        yield item.fault("verb, nouns", "neither", "a verb, a noun or both")
    modes = codes.modes.get(entry.event)
    if modes is None:
        yield item.fault("event", entry.event, ", ".join(codes.modes))
        return
    named = [("modes", mode) for mode in entry.modes]
    named += [(f"modes_when.{i}.mode", rule.mode) for i, rule in enumerate(entry.modes_when)]
    for key, mode in named:
        if mode not in modes:
            yield item.fault(key, mode, ", ".join(sorted(modes)) or "none: the type has no modes")
    for context in entry.contexts:
        if context not in codes.contexts:
            yield item.fault("contexts", context, ", ".join(sorted(codes.contexts)))
    if entry.negated_event is not None and entry.negated_event not in codes.modes:
        yield item.fault("negated_event", entry.negated_event, ", ".join(codes.modes))
    if entry.cameo is not None and codes.cameo.get(entry.cameo) != entry.event:
        yield item.fault("cameo", entry.cameo, f"a code of {entry.event}")


def _references(item: Sourced, known: _Known) -> Iterator[Fault]:
    """Classes and verbs that conditions name and nobody defines: they could never be met."""
    dumped = item.entry.model_dump(include={"needs", "unless", "modes_when"})
    for key, word in _strings(dumped, ""):
        if word.startswith("@") and word != PARTY and word[1:] not in known.classes:
            yield item.fault(key, word, "a class: " + ", ".join(sorted(known.classes)))
        is_verb = key.split(".")[1] == "verb" and not word.startswith("@")
        if is_verb and fold(word) not in known.verbs:
            yield item.fault(key, word, "a verb that some file has")
