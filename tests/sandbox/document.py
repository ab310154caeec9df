"""The effective document as a judge of replies, by JSON Schema alone."""

from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from jsonschema.protocols import Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.sandbox.caller import JsonObject

PATH = Path(__file__).parents[2] / "generated" / "openapi.yaml"
_ADDRESS = "urn:effective-document"


class EffectiveDocument:
    """Judges bodies by the component schemas of the effective document."""

    def __init__(self) -> None:
        self.content: dict[str, Any] = yaml.safe_load(PATH.read_text(encoding="utf-8"))
        resource = Resource.from_contents(self.content, default_specification=DRAFT202012)
        self._registry: Registry[Any] = Registry[Any]().with_resource(_ADDRESS, resource)

    def schema(self, name: str) -> dict[str, Any]:
        """Return a component schema."""
        schema: dict[str, Any] = self.content["components"]["schemas"][name]
        return schema

    def faults(self, name: str, body: JsonObject) -> list[str]:
        """Return what is wrong with a body by a component schema, formats included."""
        errors = self._validator(name).iter_errors(body)
        return [f"{error.json_path}: {error.message}" for error in errors]

    def _validator(self, name: str) -> Validator:
        return Draft202012Validator(
            {"$ref": f"{_ADDRESS}#/components/schemas/{name}"},
            registry=self._registry,
            format_checker=Draft202012Validator.FORMAT_CHECKER,
        )
