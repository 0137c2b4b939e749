"""Gold files: their bytes in, typed lines out, or every fault of the file at once.

A file is JSON Lines of one kind, recognised by the fields of its first line.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from waqai.errors import EvaluationError
from waqai.evaluate.gold import Article, EnglishSentence, Item, Marked, Voted

N_FAULTS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of gold file."""

    name: str
    model: type[Article | Voted | Marked | EnglishSentence]
    fields: tuple[str, ...]
    """Keys that no other kind has together."""


KINDS = (
    Kind("articles", Article, ("doc", "text", "events")),
    Kind("detection", Voted, ("id", "text", "event", "label")),
    Kind("spans", Marked, ("id", "text", "event", "annotations")),
    Kind("english sentences", EnglishSentence, ("id", "text", "eventText", "language")),
)


@dataclass(frozen=True, slots=True)
class GoldFile:
    """A gold file as read."""

    name: str
    """Without its folder, so that a report is the same wherever the file lies."""
    kind: str
    sha256: str
    items: tuple[Item, ...]


def read_gold(path: Path) -> GoldFile:
    """The lines of a gold file.

    Raises:
        EvaluationError: it cannot be read, its kind is unknown, or lines of it are wrong; at
            most ten faults are named, each with its line, field, value and what was expected.
    """
    try:
        raw = path.read_bytes()
    except OSError as err:
        raise EvaluationError(
            f"cannot be read ({err.strerror or err})", where=str(path), hint="name a gold file"
        ) from err
    kind: Kind | None = None
    items: list[Item] = []
    faults: list[str] = []
    for number, line in enumerate(raw.split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            row = _object(line)
            kind = kind or _kind_of(row)
            items.append(kind.model.model_validate(row))
        except ValidationError as err:
            faults += [f"{path}:{number}: {_describe(fault)}" for fault in err.errors()]
        except ValueError as err:
            faults.append(f"{path}:{number}: {err}")
            if kind is None:
                break
    _check(path, faults, n_items=len(items))
    assert kind is not None
    return GoldFile(path.name, kind.name, hashlib.sha256(raw).hexdigest(), tuple(items))


def _check(path: Path, faults: list[str], *, n_items: int) -> None:
    if faults:
        shown = "\n".join(f"  {fault}" for fault in faults[:N_FAULTS_SHOWN])
        more = (
            f"\n  and {len(faults) - N_FAULTS_SHOWN} more" if len(faults) > N_FAULTS_SHOWN else ""
        )
        raise EvaluationError(
            f"{len(faults)} faults in the gold:\n{shown}{more}\n",
            where=str(path),
            hint="mend the lines; docs/evaluation.md lists the fields",
        )
    if not n_items:
        raise EvaluationError("holds no line", where=str(path), hint="name a gold file")


def _object(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as err:
        raise ValueError(f"is no JSON ({err}), expected one object a line") from err
    if not isinstance(row, dict):
        raise ValueError(f"is a {type(row).__name__}, expected an object")
    return row


def _kind_of(row: dict[str, Any]) -> Kind:
    for kind in KINDS:
        if all(name in row for name in kind.fields):
            return kind
    known = "; ".join(f"{kind.name}: {', '.join(kind.fields)}" for kind in KINDS)
    raise ValueError(f"has the fields {', '.join(row)}, expected those of one kind ({known})")


def _describe(fault: Any) -> str:
    """One fault that pydantic found, as field, value and what was expected."""
    field = ".".join(str(part) for part in fault["loc"])
    said = str(fault["msg"]).removeprefix("Value error, ")
    if not field:
        return said
    if fault["type"] == "missing":
        return f"{field} is missing, expected as in docs/evaluation.md"
    value = json.dumps(fault["input"], ensure_ascii=False, default=str)
    return f"{field} is {value[:80]}: {said}"
