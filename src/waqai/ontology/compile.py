"""From the ontology's files to the plain payload that is compiled."""

from __future__ import annotations

import csv
from importlib import resources
from pathlib import Path
from typing import Any

from waqai.compiled import hash_files
from waqai.errors import OntologyError

DATA = Path(str(resources.files("waqai.ontology") / "data"))


def source_files() -> list[Path]:
    """The files of the ontology, sorted by name."""
    return sorted([*DATA.glob("*.yaml"), *DATA.glob("*.csv")])


def compile_all() -> tuple[str, str, dict[str, Any]]:
    """Name, hash and payload."""
    return "ontology", hash_files(source_files()), build_payload()


def build_payload() -> dict[str, Any]:
    """The checked contents of the files, JSON types only.

    Raises:
        OntologyError: a code stands twice, or a CAMEO row names a type or mode that is none.
    """
    import yaml

    with (DATA / "plover.yaml").open(encoding="utf-8") as file:
        payload: dict[str, Any] = yaml.load(file, Loader=yaml.CSafeLoader)
    with (DATA / "cameo.csv").open(encoding="utf-8", newline="") as file:
        payload["cameo"] = [_cameo(row) for row in csv.DictReader(file)]
    _check(payload)
    return payload


def _cameo(row: dict[str, str]) -> dict[str, Any]:
    return {
        "code": row["cameo"],
        "name": row["name"],
        "goldstein": float(row["goldstein"]),
        "event": row["plover"] or None,
        "mode": row["mode"] or None,
        "contexts": row["contexts"].split(),
    }


def _check(payload: dict[str, Any]) -> None:
    modes = {t["code"]: {m["code"] for m in t["modes"]} for t in payload["types"]}
    contexts = {term["code"] for term in payload["contexts"]}
    faults = []
    for group, items in payload.items():
        codes = [item["code"] for item in items]
        faults += [f"{group}: {code} stands twice" for code in codes if codes.count(code) > 1]
    for row in payload["cameo"]:
        event, mode = row["event"], row["mode"]
        if event is not None and event not in modes:
            faults.append(f"cameo {row['code']}: type {event}, which is none")
        elif event is not None and mode is not None and mode not in modes[event]:
            faults.append(f"cameo {row['code']}: mode {mode}, which {event} does not have")
        faults += [
            f"cameo {row['code']}: context {c}" for c in row["contexts"] if c not in contexts
        ]
    if faults:
        raise OntologyError("; ".join(faults), where="ontology/data", hint="mend the rows named")
