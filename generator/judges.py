"""What a document has to satisfy before anything is generated from it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator

from generator.errors import GeneratorError
from generator.json_data import location_text
from generator.navigation import (
    DocumentContentError,
    as_list,
    as_object,
    as_text,
    operations,
    resolve,
    walk,
)

if TYPE_CHECKING:
    from generator.json_data import Json, JsonObject, Location
    from generator.overlay import Overlay

CONFIDENCES = ("high", "medium", "low")
_NAMING_MARKS = frozenset({"x-purpose", "x-reason", "x-matches"})
_ERRATUM_MARKS = frozenset({"x-erratum", "x-reason", "x-evidence", "x-confidence", "x-matches"})

# Keywords of JSON Schema and OpenAPI whose value is a schema, or holds schemas by name or index.
_HOLD_ONE_SCHEMA = frozenset(
    {"schema", "items", "additionalProperties", "contains", "not", "if", "then", "else"}
)
_HOLD_SCHEMAS = frozenset(
    {"properties", "patternProperties", "prefixItems", "anyOf", "oneOf", "allOf"}
)

__all__ = [
    "CONFIDENCES",
    "JudgementError",
    "judge_canonical",
    "judge_effective",
    "judge_overlays",
    "least_sure",
]

# Names that a model needs for itself; as members of a schema they would replace its methods.
RESERVED_MEMBERS = frozenset({"additional_properties", "from_dict", "from_json", "to_dict"})


class JudgementError(GeneratorError):
    """A document breaks a rule of OpenAPI or of this project."""


def judge_canonical(document: JsonObject) -> None:
    """Check the canonical document by the OpenAPI 3.1 meta-schema.

    Its errata may contradict themselves, so nothing more is asked of it.

    Raises:
        JudgementError: It is no OpenAPI 3.1 document.
    """
    text = (
        files("openapi_spec_validator")
        .joinpath("resources/schemas/v3.1/schema.json")
        .read_text("utf-8")
    )
    _judge("canonical document", Draft202012Validator(json.loads(text)), document)
    # That schema leaves open what stands inside a Schema Object; JSON Schema's own judges it.
    meta = Draft202012Validator(Draft202012Validator.META_SCHEMA)
    for location, value in walk(document):
        if _is_named(location) or (location and location[-1] == "schema"):
            _judge(f"canonical document, {location_text(location)}", meta, value)


def judge_overlays(overlays: Iterable[Overlay]) -> None:
    """Check that every action says what it is for, why, and how sure it is.

    Raises:
        JudgementError: An action names neither an erratum nor `x-purpose: naming`, lacks a reason,
            evidence, confidence or number of matches, or has a mark that is none of ours.
    """
    for overlay in overlays:
        for action in overlay.actions:
            marks = action.extensions
            is_naming = marks.get("x-purpose") == "naming"
            wanted = _NAMING_MARKS if is_naming else _ERRATUM_MARKS
            for mark in sorted(wanted - {name for name, value in marks.items() if value}):
                raise JudgementError(f"{action.place}: {mark} is missing")
            for mark in sorted(marks.keys() - wanted):
                raise JudgementError(f"{action.place}: {mark} has no place here")
            if not is_naming and marks["x-confidence"] not in CONFIDENCES:
                words = ", ".join(CONFIDENCES)
                raise JudgementError(f"{action.place}: x-confidence takes one of {words}")


def judge_effective(document: JsonObject) -> None:
    """Check the effective document: OpenAPI, its examples, and what this project asks beyond.

    Raises:
        JudgementError: It is no OpenAPI 3.1 document, or an example breaks its schema.
        DocumentContentError: An operation has no name or tag, a name stands twice, an object or
            enum has no name of its own, or a member's name is needed by the models.
    """
    for error in OpenAPIV31SpecValidator(cast("dict[Any, Any]", document)).iter_errors():
        place = location_text(tuple(error.absolute_path))
        raise JudgementError(f"effective document, {place}: {error.message}")
    _judge_examples(document)
    _judge_operations(document)
    _judge_schemas(document)


def least_sure(confidences: Iterable[str]) -> str:
    """Return the least of some confidences."""
    return max(confidences, key=CONFIDENCES.index)


def _judge(what: str, validator: Any, value: Json) -> None:  # noqa: ANN401 - its stubs are partial
    for error in validator.iter_errors(value):
        raise JudgementError(
            f"{what}, {location_text(tuple(error.absolute_path))}: {error.message}"
        )


def _judge_examples(document: JsonObject) -> None:
    for location, media_type in _media_types(document):
        examples = as_object(media_type.get("examples"), *location, "examples")
        values: dict[Location, Json] = {
            (*location, "examples", name, "value"): resolve(document, example).get("value")
            for name, example in examples.items()
        }
        if "example" in media_type:
            values[(*location, "example")] = media_type["example"]
        # The document travels along, so that references inside the schema resolve.
        schema = {**as_object(media_type.get("schema")), "components": document.get("components")}
        validator = Draft202012Validator(
            cast("dict[str, Any]", schema), format_checker=FormatChecker()
        )
        for place, value in values.items():
            _judge(f"effective document, {location_text(place)}", validator, value)


def _media_types(document: JsonObject) -> Iterator[tuple[Location, JsonObject]]:
    for location, value in walk(document):
        if (
            len(location) > 1
            and location[-2] == "content"
            and isinstance(value, dict)
            and "schema" in value
        ):
            yield location, value


def _judge_operations(document: JsonObject) -> None:
    names: Counter[str] = Counter()
    for path, method, operation in operations(document):
        place = ("paths", path, method)
        name = as_text(operation.get("operationId"), *place, "operationId")
        if not name:
            raise DocumentContentError(
                place, "an operation needs an operationId; name it by an overlay"
            )
        if len(as_list(operation.get("tags"), *place, "tags")) != 1:
            raise DocumentContentError(
                place, "an operation needs exactly one tag, the client's resource"
            )
        names[name] += 1
        if names[name] > 1:
            raise DocumentContentError(place, f"the operationId {name} stands twice")


def _judge_schemas(document: JsonObject) -> None:
    components = as_object(as_object(document.get("components")).get("schemas"))
    for name, schema in components.items():
        members = as_object(as_object(schema).get("properties"))
        for member in sorted(RESERVED_MEMBERS & members.keys()):
            raise DocumentContentError(
                ("components", "schemas", name, "properties", member),
                "the models need this name themselves; rename the member by an overlay",
            )
    for location, value in walk(document):
        if _is_named(location) or not isinstance(value, dict) or not _is_schema_place(location):
            continue
        if "enum" in value or value.get("type") == "object" or "properties" in value:
            raise DocumentContentError(
                location, "an object or enum without a name; make it a component and refer to it"
            )


def _is_named(location: Location) -> bool:
    return len(location) == 3 and location[:2] == ("components", "schemas")


def _is_schema_place(location: Location) -> bool:
    if not location or "examples" in location or "example" in location:
        return False
    if location[-1] in _HOLD_ONE_SCHEMA:
        return True
    return len(location) > 1 and location[-2] in _HOLD_SCHEMAS
