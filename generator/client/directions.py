"""Request bodies have classes of their own, because they are strict where replies are lenient."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.client.shapes import UnsupportedError, component_of
from generator.navigation import as_object, operations, resolve, walk

if TYPE_CHECKING:
    from generator.json_data import Json, JsonObject

_SUFFIX = "Input"

__all__ = ["body_schemas", "split_directions"]


def split_directions(document: JsonObject) -> JsonObject:
    """Return the document with a copy, called `…Input`, of each object that is sent and received.

    What a request body refers to then stands in no reply. Enums, which have no members to be
    strict about, stay shared.

    Raises:
        UnsupportedError: The document has a schema of the copy's name already.
    """
    result = {name: _copy(value) for name, value in document.items()}
    schemas = as_object(as_object(result.get("components")).get("schemas"))
    sent = body_schemas(result)
    shared = {name for name in sent & _received(result) if _holds_object(schemas, name)}
    copies: JsonObject = {}
    for name in sorted(shared):
        if name + _SUFFIX in schemas:
            raise UnsupportedError(
                f"{name} is sent and received, and {name}{_SUFFIX}, as the class for sending would "
                "be called, exists; give the request body its own schemas by an overlay"
            )
        copies[name + _SUFFIX] = _copy(schemas[name])
    schemas.update(copies)
    for name in (sent - shared) | copies.keys():
        _redirect(schemas[name], shared)
    for body in _bodies(result):
        _redirect(body, shared)
    return result


def body_schemas(document: JsonObject) -> set[str]:
    """Name the components that request bodies refer to, directly or not."""
    return _reached(document, _bodies(document))


def _bodies(document: JsonObject) -> list[Json]:
    return [
        resolve(document, operation["requestBody"]).get("content")
        for _, _, operation in operations(document)
        if "requestBody" in operation
    ]


def _received(document: JsonObject) -> set[str]:
    """Name the components that something else than a request body refers to, or nothing at all."""
    schemas = as_object(as_object(document.get("components")).get("schemas"))
    replies: list[Json] = [
        value
        for _, _, operation in operations(document)
        for keyword, value in operation.items()
        if keyword != "requestBody"
    ]
    used = _reached(document, replies)
    return used | (schemas.keys() - body_schemas(document) - used)


def _reached(document: JsonObject, starts: list[Json]) -> set[str]:
    schemas = as_object(as_object(document.get("components")).get("schemas"))
    found: set[str] = set()
    ahead = list(starts)
    while ahead:
        for _, value in walk(ahead.pop()):
            if not isinstance(value, dict) or not isinstance(value.get("$ref"), str):
                continue
            name = component_of(value)
            if name not in schemas:  # a reply, a parameter or a body that is a component itself
                ahead.append({k: v for k, v in resolve(document, value).items() if k != "$ref"})
            elif name not in found:
                found.add(name)
                ahead.append(schemas[name])
    return found


def _holds_object(schemas: JsonObject, name: str) -> bool:
    """Tell whether a schema is an object, or an array or a union of some."""
    seen: set[str] = set()
    ahead = [name]
    while ahead:
        current = ahead.pop()
        schema = as_object(schemas[current])
        if schema.get("type") == "object" or "properties" in schema or "allOf" in schema:
            return True
        seen.add(current)
        ahead += [
            target
            for _, value in walk(schema)
            if isinstance(value, dict)
            and (target := component_of(value) if isinstance(value.get("$ref"), str) else "")
            and target in schemas
            and target not in seen
        ]
    return False


def _copy(value: Json) -> Json:
    """Copy a value so that no two places share a part, as they may by an anchor of YAML."""
    if isinstance(value, dict):
        return {name: _copy(item) for name, item in value.items()}
    return [_copy(item) for item in value] if isinstance(value, list) else value


def _redirect(value: Json, shared: set[str]) -> None:
    for _, found in walk(value):
        if isinstance(found, dict) and isinstance(found.get("$ref"), str):
            name = component_of(found)
            if name in shared:
                found["$ref"] = f"#/components/schemas/{name}{_SUFFIX}"
