"""The operations of one resource, in the shape of ours: lists, writes, changes, assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.generator.scale.schemas import MOMENT, TEXT, example_of, reference

if TYPE_CHECKING:
    from generator.json_data import Json, JsonObject

# The replies that every operation refuses with, as components of the document.
REFUSALS = {"400": "BadRequest", "401": "Unauthorized", "403": "Forbidden", "404": "NotFound"}

__all__ = ["REFUSALS", "paths_of", "tag_of"]


def paths_of(noun: str, *, copied: bool) -> JsonObject:
    """Return the paths of a resource, with its twelve operations.

    Args:
        noun: Its class, such as `Queue`.
        copied: Whether it has a thirteenth, which copies one.
    """
    tag, one = tag_of(noun), noun.lower()
    path = f"/{tag}"
    item = reference(noun)
    body = _body(reference(f"{noun}Input"))
    changes = _body({"type": "array", "items": reference(f"{noun}Operation"), "minItems": 1})
    paths: JsonObject = {
        path: {
            "x-inferred": True,
            "get": _operation(
                noun, f"list_{tag}", "200", reference(f"{noun}Page"), parameters=_filters(noun)
            ),
            "post": _operation(
                noun,
                f"create_{one}",
                "201",
                item,
                parameters=[_parameter("source_id", "query", TEXT)],
                requestBody=body,
            ),
        },
        f"{path}/{{id}}": {
            "parameters": [_ID],
            "get": _operation(
                noun, f"get_{one}", "200", item, parameters=[_parameter("fields", "query", TEXT)]
            ),
            "put": _operation(
                noun,
                f"replace_{one}",
                "200",
                item,
                parameters=[_parameter("If-Match", "header", TEXT)],
                requestBody=body,
            ),
            "patch": _operation(noun, f"update_{one}", "200", item, requestBody=changes),
            "delete": _operation(noun, f"delete_{one}", "204"),
        },
        f"{path}/{{id}}/members": _assignments(noun, f"{one}_members"),
        f"{path}/{{id}}/owners": _assignments(noun, f"{one}_owners"),
    }
    if copied:
        key = _parameter("Idempotency-Key", "header", TEXT)
        paths[f"{path}/{{id}}/copies"] = {
            "parameters": [_ID],
            "post": _operation(noun, f"copy_{one}", "201", item, parameters=[key]),
        }
    return paths


def tag_of(noun: str) -> str:
    """Return `queues` for `Queue`."""
    return f"{noun.lower()}s"


def _assignments(noun: str, name: str) -> JsonObject:
    """Return a path that lists, assigns and, by a DELETE with a body, dissociates."""
    body = _body({"type": "array", "items": reference(f"{noun}MemberReference"), "minItems": 1})
    page = reference(f"{noun}MemberPage")
    filters: list[Json] = [*_paging(), _parameter("filter", "query", TEXT)]
    return {
        "parameters": [_ID],
        "get": _operation(noun, f"list_{name}", "200", page, parameters=filters),
        "post": _operation(noun, f"assign_{name}", "204", requestBody=body),
        "delete": _operation(noun, f"dissociate_{name}", "204", requestBody=body),
    }


def _operation(
    noun: str, name: str, status: str, schema: JsonObject | None = None, **more: Json
) -> JsonObject:
    tag, words = tag_of(noun), name.replace("_", " ")
    right = "read" if name.startswith(("get", "list")) else "write"
    success: JsonObject = {"description": "It went well."}
    if schema is not None:
        example: JsonObject = {"x-inferred": True, "value": example_of(schema, noun)}
        success["content"] = {"application/json": {"schema": schema, "examples": {"one": example}}}
    responses: JsonObject = {status: success}
    for refusal, component in REFUSALS.items():
        responses[refusal] = {"$ref": f"#/components/responses/{component}"}
    return {
        "operationId": name,
        "tags": [tag],
        "summary": words.capitalize(),
        "description": f"What the page says of how to {words}.",
        "security": [{"oauth2": [f"{tag}:{right}"]}],
        "x-source": {"page": f"{tag}-page", "line": 1},
        **more,
        "responses": responses,
    }


def _filters(noun: str) -> list[Json]:
    return [
        *_paging(),
        _parameter("name", "query", TEXT),
        _parameter("status", "query", reference(f"{noun}Status")),
        _parameter("order_by", "query", reference(f"{noun}Order")),
        _parameter("action_required", "query", {"type": "boolean"}),
        _parameter("priority", "query", {"type": "integer", "minimum": 1, "maximum": 10}),
        _parameter("created_at_from", "query", MOMENT),
        _parameter("created_at_to", "query", MOMENT),
    ]


def _paging() -> list[Json]:
    return [
        _parameter("page", "query", {"type": "integer", "minimum": 1, "default": 1}),
        _parameter("per_page", "query", {"type": "integer", "minimum": 1, "maximum": 250}),
    ]


def _parameter(name: str, place: str, schema: JsonObject, **more: Json) -> JsonObject:
    said: JsonObject = {"description": f"What {name} says.", "x-inferred": True}
    return {"name": name, "in": place, "schema": schema, **said, **more}


def _body(schema: JsonObject) -> JsonObject:
    return {"required": True, "content": {"application/json": {"schema": schema}}}


_ID = _parameter("id", "path", TEXT, required=True)
