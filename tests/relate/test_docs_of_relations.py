"""`docs/relations.md` shows what is printed, names every column and the limits in use."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from waqai.relate import alerts, change, partition, sample, states
from waqai.relate.report_csv import COLUMNS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "relations.md").read_text("utf-8")


def test_its_example_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    page = str(ROOT / "docs" / "relations.md")
    assert doctest.testfile(page, module_relative=False) == (0, 7)


def test_it_shows_what_the_command_prints() -> None:
    assert (ROOT / "tests" / "golden" / "relations" / "lby-tur.txt").read_text("utf-8") in PAGE


def test_it_names_every_column() -> None:
    told = PAGE.replace("`quad_1` … `quad_4`", "`quad_1` `quad_2` `quad_3` `quad_4`")
    keys = {"first", "second", "direction", "series", "period", "start"}
    assert [name for name in COLUMNS if name not in keys and f"`{name}`" not in told] == []


def test_it_tells_the_limits_in_use() -> None:
    for words in (
        f"n / (1 + {sample.SHARED} (n − 1))",
        f"correlation of {sample.NEIGHBOURS}",
        f"{change.N_SHUFFLES} flat series whole ({change.N_SHUFFLES_LONG} beyond {change.LONG}",
        f"leaves {1 - change.FALSE_BREAKS:.0%} of",
        f"The {change.INTERVAL:.0%} interval",
        f"drawn {change.N_DRAWS} times",
        f"level ≤ −{-states.HOSTILE_TO:.0f}",
        f"level ≥ {states.COOPERATIVE_FROM}",
        f"norm is {alerts.LOW_NORM:.0f} or lower and the week has {alerts.LOW_COUNT} events",
        f"more than {alerts.LARGE:.0%}",
    ):
        spaced = words.replace("%", " %")
        assert words in PAGE or spaced in PAGE, words
    assert (partition.MIN_OBSERVED, states.MIXED_SHARE) == (2, 0.25)
