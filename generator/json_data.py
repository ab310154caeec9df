"""JSON data in memory: its types, its places, and copies that share nothing."""

from __future__ import annotations

import json
import math
from typing import TypeAlias, cast

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""Any value of RFC 8259. Numbers without fraction and exponent are `int`, of any size."""

JsonObject: TypeAlias = dict[str, Json]

Location: TypeAlias = tuple[str | int, ...]
"""The keys and indexes that lead from the root to a value; `()` is the root."""


MAX_DEPTH = 128
"""How deeply a document may nest; beyond, Python's own stack would decide, late and unclearly."""


class NotJsonError(ValueError):
    """A value that JSON cannot hold.

    Attributes:
        location: Where it is.
        problem: Why JSON cannot hold it.
    """

    def __init__(self, location: Location, problem: str) -> None:
        self.location = location
        self.problem = problem
        super().__init__(f"{location_text(location)}: {problem}")


def copy_json(value: Json) -> Json:
    """Return an equal value that shares no list and no dict with anything, itself included.

    `copy.deepcopy` keeps sharing inside one value, and a later change of one place would then
    show in the other.
    """
    if isinstance(value, dict):
        return copy_object(value)
    if isinstance(value, list):
        return [copy_json(item) for item in value]
    return value


def copy_object(value: JsonObject) -> JsonObject:
    """Return an equal object that shares nothing; see `copy_json`."""
    return {key: copy_json(item) for key, item in value.items()}


def kind_of(value: object) -> str:
    """Return the JSON kind with its article, for messages; values never show there."""
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | float():
            return "a number"
        case str():
            return "a string"
        case list():
            return "an array"
        case dict():
            return "an object"
        case _:
            return f"a Python {type(value).__name__}"


def location_text(location: Location) -> str:
    """Return the location as a normalized path (RFC 9535 section 2.7, with quotes of JSON)."""
    return "$" + "".join(
        f"[{part}]" if isinstance(part, int) else f"[{json.dumps(part, ensure_ascii=False)}]"
        for part in location
    )


def require_json(value: object, location: Location = ()) -> None:
    """Check that the value is JSON all the way down.

    Raises:
        NotJsonError: A number is NaN or infinite, a string holds half of a surrogate pair, a
            key is no string, a value is of another type, or it nests beyond `MAX_DEPTH`.
    """
    if len(location) > MAX_DEPTH:
        raise NotJsonError(location[:3], f"it nests more than {MAX_DEPTH} levels deep")
    if value is None or isinstance(value, bool | int):
        return
    if isinstance(value, float):
        if not math.isfinite(value):
            raise NotJsonError(location, "JSON has no NaN and no infinity")
    elif isinstance(value, str):
        _require_text(value, location)
    elif isinstance(value, list):
        items = cast("list[object]", value)
        for index, item in enumerate(items):
            require_json(item, (*location, index))
    elif isinstance(value, dict):
        _require_members(cast("dict[object, object]", value), location)
    else:
        raise NotJsonError(location, f"{kind_of(value)} is no JSON value")


def _require_members(members: dict[object, object], location: Location) -> None:
    for key, item in members.items():
        if not isinstance(key, str):
            raise NotJsonError(location, f"a key is {kind_of(key)}, JSON needs a string")
        _require_text(key, location)
        require_json(item, (*location, key))


def _require_text(text: str, location: Location) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        # The text itself stays out of the message, and out of the exception chain.
        raise NotJsonError(location, "a string holds half of a surrogate pair") from None


__all__ = [
    "MAX_DEPTH",
    "Json",
    "JsonObject",
    "Location",
    "NotJsonError",
    "copy_json",
    "copy_object",
    "kind_of",
    "location_text",
    "require_json",
]
