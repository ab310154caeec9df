"""The members of a document under the names by which users know them.

`Callback` is a schema, `Callback.status` a property, `CallbackStatus.SUCCESS` a word of an enum;
`callbacks.list` is an operation, `callbacks.list.page` a parameter, `callbacks.list.400` a reply.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from generator.client.naming import method_name
from generator.navigation import as_list, as_object, as_text, operations, resolve

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.json_data import Json, JsonObject, Location

__all__ = [
    "Kind",
    "Member",
    "members_of",
    "members_of_path",
    "members_of_schema",
    "names_of_operations",
]


class Kind(Enum):
    """What a member is."""

    SCHEMA = "schema"
    PROPERTY = "property"
    WORD = "word"
    OPERATION = "operation"
    PARAMETER = "parameter"
    REPLY = "reply"


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a document.

    Attributes:
        name: The name by which users know it.
        kind: What it is.
        facts: What the document says of it; members of its own are named there and no more.
        required: Whether the object or operation needs it.
    """

    name: str
    kind: Kind
    facts: JsonObject
    required: bool = False


def names_of_operations(document: JsonObject) -> dict[tuple[str, str], str]:
    """Return the name of every operation, such as `callbacks.list`, by path and method.

    An operation that has no name yet is called by method and path.
    """
    names: dict[tuple[str, str], str] = {}
    for path, method, operation in operations(document):
        tags = as_list(operation.get("tags"))
        stated = as_text(operation.get("operationId"))
        names[path, method] = (
            f"{as_text(tags[0])}.{method_name(stated, as_text(tags[0]))}"
            if stated and tags
            else f"{method.upper()} {path}"
        )
    return names


def members_of(
    document: JsonObject, names: Mapping[tuple[str, str], str] | None = None
) -> dict[str, Member]:
    """Return every member of a document by its name.

    Args:
        document: Any state of the document between canonical and effective.
        names: The operations' names; by default those that the document gives them.
    """
    names = names_of_operations(document) if names is None else names
    found: dict[str, Member] = {}
    for name, schema in as_object(as_object(document.get("components")).get("schemas")).items():
        found |= {member.name: member for member in members_of_schema(name, schema)}
    for path in as_object(document.get("paths")):
        found |= {member.name: member for member in members_of_path(document, path, names)}
    return found


def members_of_schema(name: str, stated: Json) -> Iterator[Member]:
    """Yield a component, its properties and the words of its enum."""
    schema = as_object(stated)
    properties = as_object(schema.get("properties"))
    rest: JsonObject = {
        key: item for key, item in schema.items() if key not in {"properties", "required"}
    }
    yield Member(name, Kind.SCHEMA, {**rest, "properties": list(properties)})
    required = as_list(schema.get("required"))
    for key, item in properties.items():
        yield Member(f"{name}.{key}", Kind.PROPERTY, as_object(item), key in required)
    for word in as_list(schema.get("enum")):
        facts: JsonObject = {
            key: item for key, item in schema.items() if key in {"type", "x-source"}
        }
        yield Member(f"{name}.{word}", Kind.WORD, {**facts, "const": word})


def members_of_path(
    document: JsonObject,
    path: str,
    names: Mapping[tuple[str, str], str],
    passed: list[Location] | None = None,
) -> Iterator[Member]:
    """Yield the operations of one path, their parameters and their replies.

    Args:
        document: What has the path, and what its references point to.
        path: As the document has it.
        names: The operations' names, by path and method.
        passed: Takes the places that the references led through, where given.
    """
    path_item = as_object(as_object(document.get("paths")).get(path))
    shared = as_list(path_item.get("parameters"))
    for _, method, operation in operations({"paths": {path: path_item}}):
        name = names.get((path, method), f"{method.upper()} {path}")
        parameters = [
            resolve(document, item, passed=passed)
            for item in (*shared, *as_list(operation.get("parameters")))
        ]
        facts: JsonObject = {
            key: item for key, item in operation.items() if key not in {"parameters", "responses"}
        }
        facts |= {
            "method": method.upper(),
            "path": path,
            "parameters": [parameter.get("name") for parameter in parameters],
            "x-inferred": path_item.get("x-inferred") is True,
        }
        yield Member(name, Kind.OPERATION, facts)
        for parameter in parameters:
            required = parameter.get("required") is True
            key = as_text(parameter.get("name"))
            yield Member(f"{name}.{key}", Kind.PARAMETER, _flat(parameter), required)
        for status, item in as_object(operation.get("responses")).items():
            reply = resolve(document, item, passed=passed)
            told: JsonObject = {key: reply[key] for key in reply if key != "content"}
            told["media types"] = list(as_object(reply.get("content")))
            yield Member(f"{name}.{status}", Kind.REPLY, told)


def _flat(parameter: JsonObject) -> JsonObject:
    """Put what a parameter's schema says beside what the parameter itself says."""
    schema = as_object(parameter.get("schema"))
    own: dict[str, Json] = {key: item for key, item in parameter.items() if key != "schema"}
    return {**schema, **own}
