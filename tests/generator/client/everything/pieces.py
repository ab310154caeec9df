"""The pieces that small documents are put together from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.json_data import Json, JsonObject

__all__ = ["array", "content", "either", "obj", "operation", "parameter", "ref", "words"]


def ref(name: str) -> JsonObject:
    """Refer to a schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def array(items: Json, **more: Json) -> JsonObject:
    """Return the schema of an array."""
    return {"type": "array", "items": items, **more}


def either(*schemas: Json, **more: Json) -> JsonObject:
    """Return the schema of what fits one of several; None stands for null."""
    branches: list[Json] = [{"type": "null"} if each is None else each for each in schemas]
    return {"anyOf": branches, **more}


def words(*values: Json) -> JsonObject:
    """Return the schema of an enum."""
    return {"type": "string" if isinstance(values[0], str) else "integer", "enum": list(values)}


def obj(required: Sequence[str] = (), /, **properties: Json) -> JsonObject:
    """Return the schema of an object."""
    schema: JsonObject = {"type": "object", "properties": properties}
    return {**schema, "required": list(required)} if required else schema


def content(schema: Json, media_type: str = "application/json") -> JsonObject:
    """Return the content of a body."""
    return {media_type: {"schema": schema}}


def parameter(name: str, place: str, schema: Json, **more: Json) -> JsonObject:
    """Return a parameter, required where it has to be."""
    stated: JsonObject = {"name": name, "in": place, "schema": schema, **more}
    return {**stated, "required": True} if place == "path" else stated


def operation(
    name: str,
    tag: str,
    *parameters: Json,
    gives: Json = None,
    body: Json = None,
    media_type: str = "application/json",
    optional: bool = False,
    status: str = "200",
) -> JsonObject:
    """Return an operation.

    Args:
        name: Its operationId.
        tag: Its tag.
        parameters: Its parameters.
        gives: The schema of its reply; None for a 204 without one.
        body: The schema of its request body; None for none.
        media_type: The media type of that body.
        optional: Whether the body may be left out.
        status: The status of the reply.
    """
    reply: JsonObject = {"204": {"description": "Done."}}
    if gives is not None:
        reply = {status: {"description": "Done.", "content": content(gives)}}
    stated: JsonObject = {"operationId": name, "tags": [tag], "responses": reply}
    if parameters:
        stated["parameters"] = list(parameters)
    if body is not None:
        stated["requestBody"] = {"required": not optional, "content": content(body, media_type)}
    return stated
