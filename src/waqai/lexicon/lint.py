"""Checks of lexicon files beyond their schema: every fault at once, with file and line.

Checked: ids that stand twice; codes that the ontology does not have; classes nobody defines;
a verb whose root and stem do not give its lemma, or that lacks its imperfect; stray code
points (look-alike letters, tatweel, presentation forms, direction signs); Latin letters in
Arabic words; two triggers of one written form and two types that nothing tells apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from waqai.folding import fold
from waqai.lexicon.forms import entry_forms
from waqai.lexicon.morphology import conjugate, imperfect_of, strip_marks
from waqai.lexicon.source import Fault, Sourced, read_sources

_STRAY = re.compile(
    "[\u0640\u06cc\u06a9\u06c1\u06be\u06d2\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufb50-\ufdff\ufe70-\ufeff]"
)
_LATIN = re.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes that entries may name; given by the caller, who knows the ontology."""

    modes: Mapping[str, frozenset[str]]
    """Modes by type."""
    contexts: frozenset[str]
    sectors: frozenset[str]
    cameo: Mapping[str, str | None]
    """Type by CAMEO code."""


def lint(paths: Sequence[Path], codes: Codes) -> list[Fault]:
    """All faults of some files, in the order of files and lines; none where all is well."""
    sourced, faults = read_sources(paths)
    faults += _twice(sourced)
    classes = {item.entry.name for item in sourced if item.kind == "classes"}
    for item in sourced:
        faults += _entry(item, codes, classes)
    faults += _twins(sourced)
    return sorted(faults, key=lambda fault: (fault.file, fault.line, fault.key))


def _twice(sourced: Sequence[Sourced]) -> Iterator[Fault]:
    seen: dict[str, Sourced] = {}
    for item in sourced:
        name = getattr(item.entry, "id", None) or getattr(item.entry, "name", None)
        if name is None:
            continue
        if name in seen:
            first = seen[name]
            yield Fault(item.file, item.line, "id", name, f"one use, it stands in {first.file}")
        seen[name] = item


def _entry(item: Sourced, codes: Codes, classes: set[str]) -> Iterator[Fault]:
    yield from _letters(item)
    verb = getattr(item.entry, "verb", None)
    if verb is not None:
        yield from _verb(item, verb)
    if item.kind == "triggers":
        yield from _trigger(item, codes, classes)
    sector = getattr(item.entry, "sector", None)
    if sector is not None and sector not in codes.sectors:
        yield Fault(item.file, item.line, "sector", sector, ", ".join(sorted(codes.sectors)))
    context = getattr(item.entry, "context", None)
    if context is not None and context not in codes.contexts:
        yield Fault(item.file, item.line, "context", context, ", ".join(sorted(codes.contexts)))


def _letters(item: Sourced) -> Iterator[Fault]:
    for key, word in _words(item.entry.model_dump(exclude={"examples", "counterexamples"}), ""):
        stray = _STRAY.search(word)
        if stray is not None:
            code = f"U+{ord(stray.group()):04X} in {word}"
            yield Fault(item.file, item.line, key, code, "plain Arabic letters")
        is_arabic = key.split(".")[-1] in ("words", "plurals", "lemma", "nouns", "participles")
        if is_arabic and not word.startswith("@") and _LATIN.search(word):
            yield Fault(item.file, item.line, key, word, "a word in Arabic letters")


def _words(value: Any, key: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _words(inner, f"{key}.{name}" if key else str(name))
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _words(inner, key)


def _verb(item: Sourced, verb: Any) -> Iterator[Fault]:
    if verb.form == 1 and verb.imperfect is None:
        yield Fault(item.file, item.line, "verb.imperfect", "nothing", "given for form 1")
        return
    lemma, root = strip_marks(verb.lemma), tuple(verb.root.split())
    expected = _lemma_letters(root)
    if not _holds(fold(lemma), expected):
        message = f"a verb of the root {verb.root}"
        yield Fault(item.file, item.line, "verb.lemma", verb.lemma, message)
        return
    present = verb.imperfect or imperfect_of(lemma, root, verb.form)
    forms = conjugate(verb.lemma, root, verb.form, present, transitive=verb.transitive)
    if strip_marks(forms[0].spelled) != lemma:
        yield Fault(item.file, item.line, "verb", verb.lemma, f"its perfect {forms[0].spelled}")


def _lemma_letters(root: Sequence[str]) -> list[str]:
    """Radicals that a lemma must show: weak ones and hamza may turn into other letters."""
    return [radical for radical in root if radical not in "ويء"]


def _holds(lemma: str, radicals: Sequence[str]) -> bool:
    """Whether the radicals stand in the lemma in their order (د and ط for ت, doubled once)."""
    at = 0
    previous = ""
    for radical in radicals:
        if radical == previous and lemma.find(radical, at) < 0:
            continue
        found = lemma.find(fold(radical), at)
        if found < 0:
            return False
        at, previous = found + 1, radical
    return True


def _trigger(item: Sourced, codes: Codes, classes: set[str]) -> Iterator[Fault]:
    entry = item.entry
    if entry.verb is None and not entry.nouns:
        yield Fault(item.file, item.line, "verb, nouns", "neither", "a verb, a noun or both")
    modes = codes.modes.get(entry.event)
    if modes is None:
        yield Fault(item.file, item.line, "event", entry.event, ", ".join(codes.modes))
        return
    for mode in (*entry.modes, *(rule.mode for rule in entry.modes_when)):
        if mode not in modes:
            allowed = ", ".join(sorted(modes)) or "none: the type has no modes"
            yield Fault(item.file, item.line, "modes", mode, allowed)
    for context in entry.contexts:
        if context not in codes.contexts:
            yield Fault(item.file, item.line, "contexts", context, "a PLOVER context")
    if entry.negated_event is not None and entry.negated_event not in codes.modes:
        yield Fault(item.file, item.line, "negated_event", entry.negated_event, "a type")
    if entry.cameo is not None and codes.cameo.get(entry.cameo) != entry.event:
        yield Fault(item.file, item.line, "cameo", entry.cameo, f"a code of {entry.event}")
    for name, inner in _words(entry.model_dump(include={"needs", "unless", "modes_when"}), ""):
        if inner.startswith("@") and inner[1:] not in classes:
            yield Fault(item.file, item.line, name, inner, "a class that some file defines")


def _twins(sourced: Sequence[Sourced]) -> Iterator[Fault]:
    """One form, two types, and nothing on either side that could tell them apart."""
    plain: dict[str, Sourced] = {}
    for item in sourced:
        if item.kind != "triggers" or item.entry.needs or item.entry.unless:
            continue
        for form in sorted({key for key, _ in entry_forms("triggers", item.entry)}):
            other = plain.setdefault(form, item)
            if other.entry.event != item.entry.event:
                message = f"needs or unless: {other.entry.id} has the same form"
                yield Fault(item.file, item.line, item.entry.id, form, message)
                break
