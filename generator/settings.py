"""The settings of the two generators, from `config.toml`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec

from generator.errors import GeneratorError

__all__ = ["ClientSettings", "SchemaSettings", "Settings", "read_settings"]

# The configuration of openapi-python-client, by its own keys.
ClientSettings = dict[str, Any]


class SchemaSettings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How datamodel-code-generator is run.

    Attributes:
        options: Its command line options.
    """

    options: list[str]


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What `config.toml` says, table by table."""

    client: ClientSettings
    schemas: SchemaSettings


def read_settings(path: Path) -> Settings:
    """Read the file.

    Raises:
        GeneratorError: It is no TOML, or a table or key is missing, unknown or of a wrong type.
        OSError: It cannot be read.
    """
    try:
        return msgspec.convert(tomllib.loads(path.read_text(encoding="utf-8")), Settings)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, msgspec.ValidationError) as error:
        raise GeneratorError(f"{path}: {error}") from error
