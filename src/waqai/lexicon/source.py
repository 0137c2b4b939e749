"""Lexicon files read and checked: every fault with its file, line, key and value.

1. YAML is composed to nodes first, so that a fault found later still knows its line.
2. Every entry is checked against the model of its kind.
3. Files lie over each other in their order: an entry that stands twice is a fault, unless
   the later one says `override: true` and so takes the place of the earlier.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from waqai.errors import LexiconError
from waqai.lexicon.morphology import strip_marks
from waqai.lexicon.schema import KINDS
from waqai.yaml_lines import find_line, repeated_keys


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file, and what is allowed."""

    file: str
    line: int
    key: str
    value: str
    expected: str

    def __str__(self) -> str:
        """One line: file:line: key: got value, expected what."""
        return f"{self.file}:{self.line}: {self.key}: got {self.value}, expected {self.expected}"


@dataclass(frozen=True, slots=True)
class Sourced:
    """A checked entry and where it stands."""

    kind: str
    entry: Any
    file: str
    line: int
    node: Any = field(repr=False, compare=False, default=None)
    """Its YAML node."""
    override: bool = False
    """Whether it takes the place of an entry of an earlier file."""

    @property
    def identity(self) -> tuple[str, ...]:
        """What no other entry may share: id, name, verb or word; empty for mere lists."""
        entry = self.entry
        if self.kind in ("nouns", "given_names"):
            return ()
        if self.kind == "verbs":
            verb = entry.verb
            return (self.kind, strip_marks(verb.lemma), verb.root, str(verb.form))
        if self.kind == "particles":
            return (self.kind, entry.word, entry.type)
        return ("id", entry.name if self.kind == "classes" else entry.id)

    def fault(self, key: str, value: str, expected: str) -> Fault:
        """A fault of this entry, at the line of its key."""
        path = [int(part) if part.isdigit() else part for part in key.split(".")]
        return Fault(self.file, find_line(self.node, path), key, value, expected)


def read_entries(paths: Sequence[Path]) -> dict[str, list[Any]]:
    """Entries of all files by kind, the later files over the earlier.

    Raises:
        LexiconError: with all faults at once.
    """
    sourced, faults = read_sources(paths)
    sourced, clashes = lay_over(sourced)
    faults += clashes
    if faults:
        listed = "\n".join(str(fault) for fault in faults)
        raise LexiconError(f"{len(faults)} faults\n{listed}", hint="mend the files named")
    found: dict[str, list[Any]] = {}
    for item in sourced:
        found.setdefault(item.kind, []).append(item.entry)
    return found


def read_sources(paths: Sequence[Path]) -> tuple[list[Sourced], list[Fault]]:
    """Entries that fit their schema, and the faults of those that do not."""
    sourced: list[Sourced] = []
    faults: list[Fault] = []
    for path in paths:
        for item in _file(path):
            if isinstance(item, Fault):
                faults.append(item)
            else:
                sourced.append(item)
    return sourced, faults


def lay_over(sourced: Sequence[Sourced]) -> tuple[list[Sourced], list[Fault]]:
    """Entries with those replaced that later ones override, and the faults of doing so."""
    kept: list[Sourced] = []
    faults: list[Fault] = []
    places: dict[tuple[str, ...], int] = {}
    for item in sourced:
        at = places.get(item.identity) if item.identity else None
        shown = " ".join(item.identity[1:])
        if item.override and (at is None or kept[at].kind != item.kind):
            expected = f"an entry of kind {item.kind} in an earlier file"
            faults.append(item.fault("override", shown or item.kind, expected))
        elif item.override and at is not None:
            kept[at] = item
        elif at is not None:
            expected = f"one use, it stands in {kept[at].file}:{kept[at].line} too"
            faults.append(item.fault("id", shown, expected))
        else:
            if item.identity:
                places[item.identity] = len(kept)
            kept.append(item)
    return kept, faults


def _file(path: Path) -> Iterator[Sourced | Fault]:
    name = path.name
    try:
        text = path.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        body = yaml.load(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as err:
        yield Fault(name, _line_of(err), "file", "no YAML", str(err).splitlines()[0])
        return
    if not isinstance(body, dict) or set(body) != {"kind", "language", "entries"}:
        keys = ", ".join(map(str, body)) if isinstance(body, dict) else type(body).__name__
        yield Fault(name, 1, "file", keys, "the keys kind, language, entries")
        return
    if not isinstance(body["kind"], str) or body["kind"] not in KINDS:
        yield Fault(name, 1, "kind", repr(body["kind"]), "one of " + ", ".join(KINDS))
        return
    if body["language"] != "ar":
        yield Fault(name, 1, "language", repr(body["language"]), "ar")
        return
    if not isinstance(body["entries"], list):
        yield Fault(name, 1, "entries", type(body["entries"]).__name__, "a list of entries")
        return
    assert node is not None
    nodes = next(value for key, value in node.value if key.value == "entries").value
    for entry, place in zip(body["entries"], nodes, strict=True):
        yield from _one(name, body["kind"], entry, place)


def _one(name: str, kind: str, raw: Any, node: Any) -> Iterator[Sourced | Fault]:
    """One entry, checked; `override` is no part of its model."""
    line = node.start_mark.line + 1
    override = False
    for path, at in repeated_keys(node):
        yield Fault(name, at, str(path[-1]), "it twice", "each key once")
    if isinstance(raw, dict) and "override" in raw:
        override = raw["override"]
        raw = {key: value for key, value in raw.items() if key != "override"}
        if override is not True:
            yield Fault(name, find_line(node, ["override"]), "override", repr(override), "true")
    try:
        yield Sourced(kind, KINDS[kind].model_validate(raw), name, line, node, override is True)
    except ValidationError as err:
        yield from _schema_faults(name, node, err)


def _line_of(err: Exception) -> int:
    mark = getattr(err, "problem_mark", None)
    return mark.line + 1 if mark is not None else 1


def _schema_faults(name: str, node: Any, err: ValidationError) -> Iterator[Fault]:
    for detail in err.errors():
        key = ".".join(str(part) for part in detail["loc"])
        line = find_line(node, detail["loc"])
        yield Fault(name, line, key, repr(detail["input"])[:80], detail["msg"])
