"""An evaluation as JSON: the same evaluation gives the same bytes.

Keys are sorted, figures rounded to `DECIMALS`; no time and no folder stands in it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from waqai.evaluate.bootstrap import N_DRAWS, SEED
from waqai.evaluate.faults import Fault, count_kinds
from waqai.evaluate.measures import Figure, ScoredTable
from waqai.evaluate.reliability import Reliability
from waqai.evaluate.run import Evaluation, FileResult

DECIMALS = 6


def render_json(evaluation: Evaluation, *, n_faults: int | None) -> str:
    """The report, ending with a line end.

    Args:
        evaluation: what to show.
        n_faults: faults listed of each file, None for all.
    """
    about = evaluation.about
    whole = {
        "bootstrap": {"draws": N_DRAWS, "level": 0.95, "seed": SEED, "unit": "document"},
        "coder": about.coder,
        "files": [_file(file, n_faults) for file in evaluation.files],
        "part": evaluation.part,
        "resources": about.resources,
        "version": about.version,
    }
    return _dump(whole, indent=1) + "\n"


def render_fault_lines(faults: Iterable[tuple[str, Fault]]) -> str:
    """Faults as JSON Lines, each with the name of its file."""
    return "".join(_dump({"file": name} | _fault(fault)) + "\n" for name, fault in faults)


def _dump(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent, sort_keys=True)


def _file(file: FileResult, n_faults: int | None) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "documents": file.n_documents,
        "file": file.name,
        "items": file.n_items,
        "kind": file.kind,
        "sha256": file.sha256,
    }
    if file.note:
        return shown | {"note": file.note}
    shown["scores"] = {table.title: _table(table) for table in file.tables}
    shown["faults"] = {
        "counts": count_kinds(file.faults),
        "list": [_fault(fault) for fault in file.faults[:n_faults]],
    }
    if file.reliability is not None:
        shown["reliability"] = _reliability(file.reliability)
    return shown


def _table(table: ScoredTable) -> dict[str, Any]:
    return {
        row.name: {
            "counts": {name: _round(number) for name, number in row.counts.items()},
            "figures": {figure.name: _figure(figure) for figure in row.figures},
        }
        for row in table.rows
    }


def _figure(figure: Figure) -> dict[str, float | None]:
    low, high = figure.interval or (None, None)
    return {"high": _round(high), "low": _round(low), "value": _round(figure.value)}


def _reliability(table: Reliability) -> dict[str, Any]:
    bins = [
        {
            "from": found.low,
            "mean_confidence": _round(found.confidence),
            "n": found.n,
            "share_true": _round(found.true),
            "to": found.high,
        }
        for found in table.bins
    ]
    return {"bins": bins, "expected_calibration_error": _round(table.error)}


def _fault(fault: Fault) -> dict[str, Any]:
    return {
        "check": fault.check,
        "document": fault.document,
        "end": fault.end,
        "event": fault.event,
        "found": fault.found,
        "gold": fault.gold,
        "kind": fault.kind,
        "sentence": fault.sentence.text,
        "start": fault.start,
    }


def _round(value: float | None) -> float | None:
    return None if value is None else round(value, DECIMALS)
