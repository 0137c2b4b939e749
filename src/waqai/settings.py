"""What a user may set once instead of at every command.

In goes the folder of `waqai.toml` and the environment; out comes one frozen `Settings`
that the command line builds at its edge and passes down. An option on the command line
comes first, then `WAQAI_…` in the environment, then `waqai.toml`, then the default.
Nothing is read at import.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from waqai.errors import SettingsError

FILE_NAME = "waqai.toml"


class Settings(BaseSettings):
    """The settings there are; a key that is none of them is an error in `waqai.toml`.

    Example:
        >>> Settings(port=9000).port
        9000
    """

    model_config = SettingsConfigDict(env_prefix="WAQAI_", frozen=True, extra="forbid")

    database: str = Field(default="sqlite:///waqai.db", min_length=1)
    """Where documents and records are stored."""
    host: str = Field(default="127.0.0.1", min_length=1)
    """The address that `waqai serve` listens on."""
    port: int = Field(default=8000, ge=0, le=65535)
    """Its port; 0 takes any free one."""
    language: str = Field(default="auto", pattern=r"^(auto|[a-z]{2,3})$")
    """The language of documents that do not state it."""


def load_settings(folder: Path) -> Settings:
    """The settings that hold in a folder.

    Raises:
        SettingsError: all faults of the file and the environment at once.
    """
    path = folder / FILE_NAME

    class Located(Settings):
        """The settings, with the file of this folder as a source."""

        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,
            file_secret_settings: PydanticBaseSettingsSource,
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            """The environment before the file; no .env and no folder of secrets."""
            return (init_settings, env_settings, TomlConfigSettingsSource(settings_cls, path))

    try:
        return Located()
    except ValidationError as err:
        faults = "; ".join(_describe(fault) for fault in err.errors())
        raise SettingsError(
            faults,
            where=f"{FILE_NAME} or WAQAI_… in the environment",
            hint=f"the settings are {', '.join(Settings.model_fields)}",
        ) from err
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as err:
        raise SettingsError(
            f"cannot be read as TOML ({err})", where=str(path), hint="mend it, or move it away"
        ) from err


def _describe(fault: Any) -> str:
    """One fault that pydantic found, as key, value and what was expected."""
    key = ".".join(str(part) for part in fault["loc"])
    if fault["type"] == "extra_forbidden":
        return f"{key} is no setting"
    return f"{key} is {fault['input']!r}: {fault['msg'].lower()}"
