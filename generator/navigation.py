"""Moving through an OpenAPI document: members by name, references followed, kinds checked."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import GeneratorError
from generator.json_data import Json, JsonObject, Location, kind_of, location_text

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")

__all__ = [
    "METHODS",
    "DocumentContentError",
    "as_list",
    "as_object",
    "as_text",
    "operations",
    "resolve",
    "walk",
]


class DocumentContentError(GeneratorError):
    """The effective document says something that this project cannot turn into a client."""

    def __init__(self, location: Location, problem: str) -> None:
        self.location = location
        super().__init__(f"effective document, {location_text(location)}: {problem}")


def as_object(value: Json, *location: str | int) -> JsonObject:
    """Return the value, which has to be an object; a missing one is empty."""
    if value is None:
        return {}
    if isinstance(value, dict):
        return value
    raise DocumentContentError(location, f"an object is needed here, not {kind_of(value)}")


def as_list(value: Json, *location: str | int) -> list[Json]:
    """Return the value, which has to be an array; a missing one is empty."""
    if value is None:
        return []
    if isinstance(value, list):
        return value
    raise DocumentContentError(location, f"an array is needed here, not {kind_of(value)}")


def as_text(value: Json, *location: str | int) -> str:
    """Return the value, which has to be a string; a missing one is empty."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    raise DocumentContentError(location, f"a string is needed here, not {kind_of(value)}")


def resolve(
    document: JsonObject,
    value: Json,
    *location: str | int,
    passed: list[Location] | None = None,
) -> JsonObject:
    """Follow `$ref` within the document.

    The siblings of a `$ref` win over what it points to, as OpenAPI 3.1 has it for annotations.

    Args:
        document: The root of what references point to.
        value: An object that may have a `$ref`.
        location: Where the value stands, for messages.
        passed: Takes the place of every object that a `$ref` points to on the way, where given.
    """
    found = as_object(value, *location)
    reference = found.get("$ref")
    if not isinstance(reference, str):
        return found
    if not reference.startswith("#/"):
        raise DocumentContentError(
            location, f"only references within the document work, not {reference}"
        )
    keys = [
        part.replace("~1", "/").replace("~0", "~")
        for part in reference.removeprefix("#/").split("/")
    ]
    if passed is not None:
        passed.append(tuple(keys))
    target: Json = document
    for key in keys:
        target = as_object(target, *location).get(key)
        if target is None:
            raise DocumentContentError(location, f"{reference} points to nothing")
    siblings = {key: item for key, item in found.items() if key != "$ref"}
    return {**resolve(document, target, *location, passed=passed), **siblings}


def operations(document: JsonObject) -> Iterator[tuple[str, str, JsonObject]]:
    """Yield path, method and operation, in the document's order."""
    for path, item in as_object(document.get("paths"), "paths").items():
        members = as_object(item, "paths", path)
        for method in METHODS:
            if method in members:
                yield path, method, as_object(members[method], "paths", path, method)


def walk(value: Json, *location: str | int) -> Iterator[tuple[Location, Json]]:
    """Yield every value below and the given one, with its place, parents first."""
    yield location, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield from walk(item, *location, key)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from walk(item, *location, index)
