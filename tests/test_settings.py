"""Settings: the environment before the file before the defaults, and faults named."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from waqai.errors import SettingsError
from waqai.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the tester has set must not be read."""
    for name in Settings.model_fields:
        monkeypatch.delenv(f"WAQAI_{name.upper()}", raising=False)


def test_defaults(tmp_path: Path) -> None:
    """Without a file and an environment."""
    settings = load_settings(tmp_path)
    assert settings.model_dump() == {
        "database": "sqlite:///waqai.db",
        "host": "127.0.0.1",
        "port": 8000,
        "language": "auto",
    }


def test_the_environment_goes_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And the file before the defaults."""
    (tmp_path / "waqai.toml").write_text('port = 9001\nhost = "::1"\n', "utf-8")
    monkeypatch.setenv("WAQAI_PORT", "9002")
    settings = load_settings(tmp_path)
    assert (settings.port, settings.host, settings.language) == (9002, "::1", "auto")


def test_settings_are_frozen(tmp_path: Path) -> None:
    """They are passed down, not changed on the way."""
    with pytest.raises(ValidationError):
        load_settings(tmp_path).port = 1


def test_all_faults_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Key, value and what is allowed, of the file and the environment together."""
    (tmp_path / "waqai.toml").write_text('prot = 1\nlanguage = "Arabic"\n', "utf-8")
    monkeypatch.setenv("WAQAI_PORT", "70000")
    with pytest.raises(SettingsError) as caught:
        load_settings(tmp_path)
    message = str(caught.value)
    assert "prot is no setting" in message
    assert "language is 'Arabic'" in message
    assert "port is '70000': input should be less than or equal to 65535" in message
    assert "the settings are database, host, port, language" in message


def test_a_file_that_is_no_toml(tmp_path: Path) -> None:
    """Its path and the line."""
    (tmp_path / "waqai.toml").write_text("port: 9000\n", "utf-8")
    with pytest.raises(SettingsError, match=r"waqai\.toml: cannot be read as TOML .*line 1"):
        load_settings(tmp_path)
