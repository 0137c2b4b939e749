"""Reading the knowledge files as written: YAML and CSV in, checked rows with lines out.

1. Each YAML file is composed, so that every key and value keeps its line.
2. Each entry is checked against the closed model of the file's kind.
3. Faults of all files are gathered; none stops the reading of another.

What holds between entries (duplicate ids, unknown references, clashes of names, two
holders of one seat) is the lint's: `waqai.knowledge.lint`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import ValidationError

from waqai.knowledge import schema
from waqai.yaml_lines import find_line, repeated_keys

PLACE_COLUMNS = (
    "id", "name_en", "name_ar", "names", "country", "province", "city", "lat", "lon",
    "geonameid", "resolution", "population", "capital_of",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a file."""

    file: str
    line: int
    key: str
    value: str
    message: str

    def __str__(self) -> str:
        """As the lint prints it.

        Example:
            >>> print(Fault("states.yaml", 7, "entries.0.id", "TUR", "write state/TUR"))
            states.yaml:7: entries.0.id: 'TUR': write state/TUR
        """
        return f"{self.file}:{self.line}: {self.key}: {self.value!r}: {self.message}"


@dataclass(frozen=True, slots=True)
class Row:
    """An entry that its model accepts."""

    file: str
    line: int
    header: schema.File
    model: schema.Closed


@dataclass(frozen=True, slots=True)
class Sources:
    """All rows of a folder, in the order of file names and lines, and all faults."""

    rows: tuple[Row, ...]
    places: tuple[dict[str, str], ...]
    """Rows of places.csv."""
    faults: tuple[Fault, ...]


def _plain(node: yaml.Node) -> object:
    """The value of a node; scalars stay strings, so that days and "no" are not guessed at."""
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): _plain(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item) for item in node.value]
    is_bare = getattr(node, "style", None) is None
    return None if is_bare and node.value in {"", "null", "~"} else node.value


def read_sources(folder: Path) -> Sources:
    """All knowledge files of a folder.

    Args:
        folder: holds *.yaml and, where there is one, places.csv.

    Returns:
        Rows and faults; `faults` is empty where every file is as its model asks.
    """
    rows: list[Row] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.yaml")):
        file_rows, file_faults = read_file(path)
        rows += file_rows
        faults += file_faults
    places, place_faults = read_places(folder / "places.csv")
    return Sources(tuple(rows), places, (*faults, *place_faults))


def read_file(path: Path) -> tuple[list[Row], list[Fault]]:
    """The rows of one YAML file and its faults."""
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, UnicodeDecodeError) as err:
        mark = getattr(err, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        return [], [Fault(path.name, line, "", "", f"no YAML in UTF-8: {err}")]
    data = _plain(node) if node is not None else None
    if node is None or not isinstance(data, dict) or not isinstance(data.get("entries"), list):
        return [], [Fault(path.name, 1, "entries", "", "a file holds kind and entries")]
    faults = [
        Fault(path.name, line, _dotted(where), "", "the key stands twice")
        for where, line in repeated_keys(node)
    ]
    entries = data.pop("entries")
    try:
        header = schema.File.model_validate(data)
    except ValidationError as err:
        return [], faults + list(_faults(err, path.name, node, ()))
    model = schema.KINDS[header.kind]
    rows = []
    for n, entry in enumerate(entries):
        try:
            row = model.model_validate(entry)
        except ValidationError as err:
            faults += _faults(err, path.name, node, ("entries", n))
        else:
            rows.append(Row(path.name, find_line(node, ("entries", n)), header, row))
    return rows, faults


def read_places(path: Path) -> tuple[tuple[dict[str, str], ...], tuple[Fault, ...]]:
    """The rows of places.csv, checked for columns and numbers."""
    if not path.exists():
        return (), ()
    faults = []
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle)
        if tuple(reader.fieldnames or ()) != PLACE_COLUMNS:
            message = f"columns must be {', '.join(PLACE_COLUMNS)}"
            return (), (Fault(path.name, 1, "columns", str(reader.fieldnames), message),)
        rows = tuple(reader)
    for line, row in enumerate(rows, start=2):
        for key in ("lat", "lon", "geonameid", "resolution", "population"):
            if row[key] and not _is_number(row[key]):
                faults.append(Fault(path.name, line, key, row[key], "must be a number"))
    return rows, tuple(faults)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _faults(
    err: ValidationError, file: str, node: yaml.Node, base: tuple[str | int, ...]
) -> Iterator[Fault]:
    """One fault per error of the model, with the line of its value."""
    for error in err.errors(include_url=False):
        where = (*base, *error["loc"])
        value = error["input"] if isinstance(error["input"], str) else ""
        yield Fault(file, find_line(node, where), _dotted(where), value, error["msg"])


def _dotted(where: tuple[str | int, ...]) -> str:
    return ".".join(str(part) for part in where)
