"""Extensions that are not ours change nothing, wherever they stand."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.generator.client.conftest import Generate
from tests.generator.client.everything import document_of_everything

if TYPE_CHECKING:
    from types import ModuleType

    from generator.json_data import Json

# Objects whose keys are names of the document's author, and no keywords.
_NAMES = {"properties", "schemas", "paths", "content", "responses", "mapping"}


def extended(value: Json, *, named: bool = False) -> Json:
    """Add an extension to every object that can have one."""
    if isinstance(value, list):
        return [extended(item) for item in value]
    if not isinstance(value, dict):
        return value
    result = {key: extended(item, named=key in _NAMES and not named) for key, item in value.items()}
    if not named and "$ref" not in value and value != {"type": "null"}:
        result["x-foreign"] = {"type": "object", "enum": ["a"], "properties": {"b": 1}}
    return result


def files(package: ModuleType) -> dict[str, str]:
    """Return the text of each module, without the package's own name."""
    assert package.__file__ is not None
    folder = Path(package.__file__).parent
    return {str(p.relative_to(folder)): p.read_text("utf-8") for p in folder.rglob("*.py")}


def test_foreign_extensions_change_no_byte(generate: Generate, everything: ModuleType) -> None:
    """In operations, parameters, bodies, replies, schemas and members."""
    source = extended(document_of_everything())
    assert isinstance(source, dict)
    assert str(source).count("x-foreign") > 200
    assert files(generate(source)) == files(everything)
