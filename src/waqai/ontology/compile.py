"""From the ontology's files to the plain payload that is compiled.

1. Each file is read and fitted to its closed model (`waqai.ontology.schema`).
2. Names that refer to each other are checked across the files.
3. All faults of a step are told at once, with file and line.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

from waqai.compiled import hash_files
from waqai.errors import OntologyError
from waqai.yaml_lines import find_line

DATA = Path(str(resources.files("waqai.ontology") / "data"))


def source_files(folder: Path = DATA) -> list[Path]:
    """The files of the ontology, sorted by name."""
    return sorted([*folder.glob("*.yaml"), *folder.glob("*.csv")])


def compile_all() -> tuple[str, str, dict[str, Any]]:
    """Name, hash and payload."""
    return "ontology", hash_files(source_files()), build_payload()


def build_payload(folder: Path = DATA) -> dict[str, Any]:
    """The checked contents of the files, JSON types only.

    Raises:
        OntologyError: with all faults at once: a key or value that the schema does not know, a
            code that stands twice, a name that refers to nothing.
    """
    from waqai.ontology import schema

    payload: dict[str, Any] = {
        **_yaml(folder / "plover.yaml", schema.PloverFile),
        **_cameo(folder / "cameo.csv", schema.CameoFile),
        **_yaml(folder / "rulings.yaml", schema.RulingsFile),
        "aliases": _yaml(folder / "aliases.yaml", schema.AliasFile),
    }
    faults = [fault for check in CHECKS for fault in check(payload)]
    if faults:
        _refuse(faults)
    return payload


def _yaml(path: Path, model: Any) -> dict[str, Any]:
    import yaml

    text = path.read_text(encoding="utf-8")
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
        body = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as err:
        raise OntologyError(str(err), where=path.name, hint="mend the YAML") from err
    return _fit(path, model, body, lambda keys: find_line(node, keys))


def _cameo(path: Path, model: Any) -> dict[str, Any]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = [
            {
                "code": row["cameo"],
                "name": row["name"],
                "goldstein": row["goldstein"],
                "event": row["plover"] or None,
                "mode": row["mode"] or None,
                "contexts": row["contexts"].split(),
                "also": row["also"].split(),
                "note": row["note"] or None,
            }
            for row in csv.DictReader(file)
        ]
    return _fit(path, model, {"cameo": rows}, lambda keys: int(keys[1]) + 2)


def _fit(
    path: Path, model: Any, body: Any, line: Callable[[tuple[int | str, ...]], int]
) -> dict[str, Any]:
    """The body as its model reads it."""
    from pydantic import ValidationError

    try:
        fitted: dict[str, Any] = model.model_validate(body).model_dump(mode="json")
    except ValidationError as err:
        _refuse(
            [
                f"{path.name}:{line(fault['loc'])}: {'.'.join(map(str, fault['loc']))}:"
                f" got {fault['input']!r}: {fault['msg']}"
                for fault in err.errors()
            ]
        )
    return fitted


def _refuse(faults: list[str]) -> None:
    listed = "\n".join(faults)
    raise OntologyError(
        f"{len(faults)} faults\n{listed}", where="ontology/data", hint="mend the lines named"
    )


def _doubles(payload: dict[str, Any]) -> Iterator[str]:
    """Codes that stand twice in their table; modes count within their type."""
    tables = {name: payload[name] for name in TABLES}
    tables |= {f"modes of {row['code']}": row["modes"] for row in payload["types"]}
    for name, rows in tables.items():
        counted = Counter(row.get("code", row.get("id")) for row in rows)
        yield from (f"{name}: {code} stands {n} times" for code, n in counted.items() if n > 1)


def _lost_names(payload: dict[str, Any]) -> Iterator[str]:
    """CAMEO rows and aliases that name a type, mode or context that is none."""
    modes = {row["code"]: {m["code"] for m in row["modes"]} for row in payload["types"]}
    contexts = {row["code"] for row in payload["contexts"]}
    aliases = payload["aliases"]
    named = [
        (f"cameo {r['code']}", event, r["mode"] if event == r["event"] else None, r["contexts"])
        for r in payload["cameo"]
        for event in (r["event"], *r["also"])
    ]
    named += [(f"alias {r['old']}", r["event"], r["mode"], []) for r in aliases["types"]]
    named += [(f"alias {r['old']}", r["event"], r["mode"], []) for r in aliases["modes"]]
    named += [(f"alias {r['old']}", None, None, [r["context"]]) for r in aliases["contexts"]]
    named += [
        (f"ruling {r['id']}", e["event"], mode, [])
        for r in payload["rulings"]
        for e in r["examples"]
        for mode in (*e["modes"], None)
    ]
    for where, event, mode, some in named:
        if event is not None and event not in modes:
            yield f"{where}: type {event}, which is none"
        elif mode is not None and mode not in modes.get(event, ()):
            yield f"{where}: mode {mode}, which {event} does not have"
        yield from (f"{where}: context {c}, which is none" for c in some if c not in contexts)


def _lost_codes(payload: dict[str, Any]) -> Iterator[str]:
    """CAMEO codes chosen for a type or a mode that are none, or that are another type's."""
    rows = {row["code"]: row for row in payload["cameo"]}
    contexts = {row["code"] for row in payload["contexts"]}
    for kind in payload["types"]:
        for holder in (kind, *kind["modes"]):
            where = f"{kind['code']} {holder['code']}"
            chosen = [holder["cameo"]] if holder["cameo"] else []
            for code in (*chosen, *holder["cameo_contexts"].values()):
                row = rows.get(code)
                if row is None:
                    yield f"{where}: CAMEO {code}, which is none"
                elif kind["code"] not in (row["event"], *row["also"]):
                    yield f"{where}: CAMEO {code}, which is {row['event']}"
            lost = [c for c in holder["cameo_contexts"] if c not in contexts]
            yield from (f"{where}: context {context}, which is none" for context in lost)


def _hidden_aliases(payload: dict[str, Any]) -> Iterator[str]:
    """Aliases that would rename what still exists."""
    modes = {row["code"]: {m["code"] for m in row["modes"]} for row in payload["types"]}
    contexts = {row["code"] for row in payload["contexts"]}
    aliases = payload["aliases"]
    yield from (f"alias {r['old']}: is a type" for r in aliases["types"] if r["old"] in modes)
    yield from (f"alias {r['old']}: a context" for r in aliases["contexts"] if r["old"] in contexts)
    for row in aliases["modes"]:
        if row["old"] in modes.get(row["event"], ()):
            yield f"alias {row['old']}: is a mode of {row['event']}"


TABLES = (
    "types", "contexts", "sectors", "international", "auxiliary", "quads", "cameo", "rulings",
)  # fmt: skip
CHECKS = (_doubles, _lost_names, _lost_codes, _hidden_aliases)
