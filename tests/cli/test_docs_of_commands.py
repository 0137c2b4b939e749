"""`docs/cli.md` and `docs/store.md` name every option, setting, table and column."""

from __future__ import annotations

import importlib
from pathlib import Path

import click

from waqai import errors
from waqai.serve.cli.registry import COMMANDS
from waqai.settings import Settings
from waqai.store.tables import metadata

DOCS = Path(__file__).parents[2] / "docs"
CLI = (DOCS / "cli.md").read_text("utf-8")
STORE = (DOCS / "store.md").read_text("utf-8")


def test_every_command_has_a_section_with_its_options() -> None:
    """The usage line names each."""
    for name, entry in COMMANDS.items():
        _, heading, rest = CLI.partition(f"\n## waqai {name}\n")
        assert heading, name
        section = rest.partition("\n## ")[0]
        module, _, attribute = entry.target.partition(":")
        command = getattr(importlib.import_module(module), attribute)
        for option in command.params:
            if isinstance(option, click.Option):
                assert any(flag in section for flag in option.opts), (name, option.opts)


def test_every_setting_stands_in_the_table_with_its_default() -> None:
    """In the file, in the environment, and what holds without."""
    for name, field in Settings.model_fields.items():
        assert f"| `{name}` | `WAQAI_{name.upper()}` | `{field.default}` |" in CLI


def test_every_code_of_error_is_explained() -> None:
    """So that it can be searched for."""
    classes = [kind for kind in vars(errors).values() if isinstance(kind, type)]
    codes = {kind.code for kind in classes if issubclass(kind, errors.WaqaiError)}
    assert codes
    assert all(code in CLI for code in codes)


def test_every_table_and_derived_column_is_described() -> None:
    """The columns of records are listed one by one."""
    for name in metadata.tables:
        assert f"| `{name}` |" in STORE
    plain = {"id", "document", "json"}
    for column in metadata.tables["records"].columns:
        assert column.name in plain or f"`{column.name}`" in STORE
