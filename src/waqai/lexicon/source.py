"""Lexicon files read and checked: every fault with its file, line, key and value.

YAML is composed to nodes first, so that a fault found by the schema still knows its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from waqai.errors import LexiconError
from waqai.lexicon.schema import KINDS


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


def read_entries(paths: Sequence[Path]) -> dict[str, list[Any]]:
    """Entries of all files by kind.

    Raises:
        LexiconError: with all faults at once.
    """
    sourced, faults = read_sources(paths)
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
    model = KINDS.get(body["kind"])
    if model is None:
        yield Fault(name, 1, "kind", repr(body["kind"]), "one of " + ", ".join(KINDS))
        return
    assert node is not None
    nodes = next(value for key, value in node.value if key.value == "entries").value
    for entry, place in zip(body["entries"], nodes, strict=True):
        line = place.start_mark.line + 1
        try:
            yield Sourced(body["kind"], model.model_validate(entry), name, line)
        except ValidationError as err:
            yield from _schema_faults(name, place, err)


def _line_of(err: Exception) -> int:
    mark = getattr(err, "problem_mark", None)
    return mark.line + 1 if mark is not None else 1


def _schema_faults(name: str, node: Any, err: ValidationError) -> Iterator[Fault]:
    for detail in err.errors():
        key = ".".join(str(part) for part in detail["loc"])
        line = _find_line(node, detail["loc"])
        yield Fault(name, line, key, repr(detail["input"])[:80], detail["msg"])


def _find_line(node: Any, path: Sequence[int | str]) -> int:
    """The line of the deepest node that a path of keys still reaches."""
    line: int = node.start_mark.line + 1
    for part in path:
        children = node.value if isinstance(node.value, list) else []
        if isinstance(part, int) and part < len(children) and not isinstance(children[part], tuple):
            node = children[part]
        else:
            match = [v for k, v in (c for c in children if isinstance(c, tuple)) if k.value == part]
            if not match:
                return line
            node = match[0]
        line = node.start_mark.line + 1
    return line
