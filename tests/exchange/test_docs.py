"""`docs/exchange.md` describes each format as its module does."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai.exchange.formats import EXPORTS, ExportFormat
from waqai.exchange.names import DAY_ORDERS, ENCODINGS, IMPORT_NAMES
from waqai.exchange.vintages import VINTAGES

DOCS = Path(__file__).parents[2] / "docs"
TEXT = (DOCS / "exchange.md").read_text("utf-8")
CLI = (DOCS / "cli.md").read_text("utf-8")


def section(name: str) -> str:
    """The section of a format, which begins with what to give to --to."""
    _, mark, rest = TEXT.partition(f"\n`--to {name}`. ")
    assert mark, name
    return rest.partition("\n## ")[0]


def described(form: ExportFormat) -> list[str]:
    """The rows of a format's table."""
    rows = []
    for column in form.columns:
        sources = ", ".join(f"`{each}`" for each in column.comes_from.split(", "))
        source = sources if column.comes_from else "–"
        rows.append(f"| `{column.name}` | {column.type} | {source} | {column.note} |")
    return rows


@pytest.mark.parametrize("name", EXPORTS)
def test_columns(name: str) -> None:
    """All of them, in their order, and no other."""
    lines = [line for line in section(name).splitlines() if line.startswith("| `")]
    assert lines == described(EXPORTS[name])


@pytest.mark.parametrize("name", EXPORTS)
def test_fates(name: str) -> None:
    """What is kept, in part and lost."""
    fates = EXPORTS[name].fates

    def listed(keys: tuple[str, ...]) -> str:
        return ", ".join(f"`{key}`" for key in keys) or "nothing"

    assert f"\nKept: {listed(fates.kept)}.\n" in section(name)
    assert f"\nLost: {listed(fates.lost)}.\n" in section(name)
    for key, what in fates.partly.items():
        assert f"`{key}` ({what})" in section(name)


@pytest.mark.parametrize("name", EXPORTS)
def test_the_command_names_each_format(name: str) -> None:
    """In its section of `docs/cli.md`."""
    assert f"`{name}`" in CLI.partition("\n## waqai export\n")[2].partition("\n## ")[0]


def test_imports() -> None:
    """Each vintage with its number of columns; each format; each choice of an option."""
    for name, vintage in VINTAGES.items():
        width = len(vintage.needed or vintage.columns)
        shown = "JSON keys" if name == "plover" else width
        assert f"| `{name}` | {shown} |" in TEXT
    part = CLI.partition("\n## waqai import\n")[2].partition("\n## ")[0]
    for choice in (*IMPORT_NAMES, *ENCODINGS, *DAY_ORDERS[1:]):
        assert f"`{choice}`" in part
