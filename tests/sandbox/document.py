"""The effective document as a judge of replies, by JSON Schema alone."""

import re
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
        return self.schemas()[name]

    def schemas(self) -> dict[str, dict[str, Any]]:
        """Return every component schema by its name."""
        schemas: dict[str, dict[str, Any]] = self.content["components"]["schemas"]
        return schemas

    def query_parameters(self, path: str) -> list[str]:
        """Return the names of the query parameters of a GET, in the document's order."""
        operation: dict[str, Any] = self.content["paths"][path]["get"]
        return [each["name"] for each in operation["parameters"] if each["in"] == "query"]

    def shown(self, name: str, body: object) -> set[str]:
        """Return `Schema.member` and `Schema.WORD` for all that a body shows of the document.

        Args:
            name: Component schema that the body follows.
            body: JSON value.
        """
        return self._shown({"$ref": f"#/components/schemas/{name}"}, body)

    def all_to_show(self) -> set[str]:
        """Return `Schema.member` and `Schema.WORD` for all that the document has."""
        return {
            f"{name}.{each}"
            for name, schema in self.schemas().items()
            for each in [*schema.get("properties", ()), *schema.get("enum", ())]
        }

    def to_show(self, *names: str) -> set[str]:
        """Return `Schema.member` and `Schema.WORD` for all that bodies can show of the document.

        Args:
            names: Component schemas that the bodies follow.
        """
        reached: set[str] = set()
        ahead = list(names)
        while ahead:
            name = ahead.pop()
            if name not in reached:
                reached.add(name)
                ahead += re.findall(r"#/components/schemas/(\w+)", str(self.schema(name)))
        return {each for each in self.all_to_show() if each.partition(".")[0] in reached}

    def _shown(self, schema: dict[str, Any], node: Any) -> set[str]:
        found: set[str] = set()
        if "items" in schema:
            for each in node:
                found |= self._shown(schema["items"], each)
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            target = self.schema(name)
            if "enum" in target:
                found.add(f"{name}.{node}")
            for member, value in node.items() if "properties" in target else ():
                found |= {f"{name}.{member}"} | self._shown(target["properties"][member], value)
        return found

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
