"""The gate: on the development part of the gold, no figure falls below its floor.

The gold stands beside the project's own checkouts only; elsewhere, and where it is another
than the floors were measured on, the figures are skipped. The floors themselves are checked
everywhere: they only rise.
"""

from __future__ import annotations

import hashlib
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from waqai.evaluate.reading import Read, read_with
from waqai.evaluate.report_json import render_json
from waqai.evaluate.run import About, evaluate
from waqai.resolve.coder import load_coder

HISTORY: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (Path(__file__).parent / "floors.yaml").read_text("utf-8")
)


@pytest.fixture(scope="module")
def read() -> Read:
    return read_with(load_coder())


@pytest.mark.parametrize("name", HISTORY)
def test_no_figure_falls_below_its_floor(name: str, shared: Path, read: Read) -> None:
    path, newest = shared / "gold" / name, HISTORY[name][-1]
    if not path.is_file():
        pytest.skip(f"needs ../shared/gold/{name}")
    if hashlib.sha256(path.read_bytes()).hexdigest() != newest["sha256"]:
        pytest.skip(f"../shared/gold/{name} is not the file its floors were measured on")
    found = evaluate([path], read, About("", "", {}), part="development")
    tables = json.loads(render_json(found, n_faults=0))["files"][0]["scores"]
    values = {figure: value_of(tables, figure) for figure in newest["floors"]}
    fallen = {
        figure: (values[figure], floor)
        for figure, floor in newest["floors"].items()
        if values[figure] < floor
    }
    assert not fallen, "figure: (reached, floor)"


def value_of(tables: dict[str, Any], figure: str) -> float:
    table, row, name = figure.split("/")
    value: float = tables[table][row]["figures"][name]["value"]
    return value


@pytest.mark.parametrize("name", HISTORY)
def test_floors_only_rise(name: str) -> None:
    assert not fallen_floors(HISTORY[name])


def fallen_floors(entries: list[dict[str, Any]]) -> list[str]:
    """Floors that a later entry of the same gold leaves out or sets lower."""
    return [
        figure
        for before, after in pairwise(entries)
        if before["sha256"] == after["sha256"]
        for figure, floor in before["floors"].items()
        if after["floors"].get(figure, -1.0) < floor
    ]


def test_a_lowered_or_dropped_floor_is_seen() -> None:
    first: dict[str, Any] = {"sha256": "a", "floors": {"x": 0.5, "y": 0.5}}
    assert fallen_floors([first, {"sha256": "a", "floors": {"x": 0.4}}]) == ["x", "y"]
    assert not fallen_floors([first, {"sha256": "a", "floors": {"x": 0.5, "y": 0.6, "z": 0.1}}])
    assert not fallen_floors([first, {"sha256": "b", "floors": {"x": 0.1}}])
