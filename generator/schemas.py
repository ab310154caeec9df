"""The server's view of the document: pydantic models by datamodel-code-generator."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import GeneratorError
from generator.formatting import format_package

if TYPE_CHECKING:
    from generator.json_data import Json, JsonObject

HEADER = "# Generated from spec/ and overlays/. Do not edit; run `nox -s regenerate`."

__all__ = ["HEADER", "generate_schemas"]


def generate_schemas(document: JsonObject, package: Path, options: list[str]) -> None:
    """Write the package of pydantic models.

    Args:
        document: The effective document.
        package: The folder to make.
        options: Command line options of the generator.

    Raises:
        GeneratorError: The generator fails.
    """
    package.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "openapi.json"
        source.write_text(json.dumps(_plain(document), ensure_ascii=False), encoding="utf-8")
        # The arguments are ours alone, and no shell reads them.
        run = subprocess.run(  # noqa: S603 - our own Python, and no shell
            [
                *(sys.executable, "-P", "-W", "ignore", "-m", "datamodel_code_generator"),
                *("--input", str(source), "--input-file-type", "openapi"),
                *("--output", str(package / "models.py"), "--custom-file-header", HEADER),
                *options,
            ],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
    if run.returncode != 0:
        raise GeneratorError(f"datamodel-code-generator failed:\n{run.stderr or run.stdout}")
    (package / "__init__.py").write_text(
        f'{HEADER}\n"""Pydantic models of the document: the server\'s side of the wire."""\n',
        encoding="utf-8",
    )
    (package / "py.typed").write_text("", encoding="utf-8")
    format_package(package)


def _plain(value: Json, *, named: bool = False) -> Json:
    """Drop our own marks, and constraints beside `$ref`, which would make extra classes.

    Args:
        value: Any part of the document.
        named: Whether the keys of this object are names, such as those of properties, and stay.
    """
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return value
    if isinstance(value.get("$ref"), str) and not named:
        return {key: item for key, item in value.items() if key in {"$ref", "description"}}
    return {
        key: _plain(item, named=key == "properties" and not named)
        for key, item in value.items()
        if named or not key.startswith("x-")
    }
