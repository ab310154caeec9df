"""JSON text to data and back, stricter than the standard library's defaults (RFC 8259).

The standard library keeps the last of two equal keys, reads `NaN` and makes `1e400` infinite;
each of these would change a document in silence, so each is refused here.
"""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING

from generator.errors import DocumentSyntaxError, DocumentValueError, DuplicateKeyError
from generator.json_data import Json, JsonObject, Location

if TYPE_CHECKING:
    from pathlib import Path


def parse_json(text: str, path: Path) -> Json:
    """Return the value that the text holds.

    Args:
        text: The whole file.
        path: Only for messages.

    Raises:
        DocumentSyntaxError: The text is no JSON, or nested more deeply than Python can follow.
        DocumentValueError: A number is `NaN`, infinite, or longer than Python's limit for digits.
        DuplicateKeyError: An object holds a key twice. JSON's reader knows no lines; the error
            has the location instead.
    """
    hooks = _Hooks(path)
    try:
        data: Json = json.loads(
            text,
            object_pairs_hook=hooks.members,
            parse_constant=hooks.constant,
            parse_int=hooks.integer,
            parse_float=hooks.fraction,
        )
    except json.JSONDecodeError as error:
        raise DocumentSyntaxError(
            path, f"not JSON: {error.msg}, column {error.colno}", line=error.lineno
        ) from error
    except RecursionError as error:
        raise DocumentSyntaxError(path, "nested too deeply") from error
    if hooks.doubles:
        # The first of an object's repeated keys is the one to name.
        places = {id(holder): key for holder, key in reversed(hooks.doubles)}
        location, key = _first_of(places, data)
        raise DuplicateKeyError(path, key, location, data, line=None)
    return data


def format_json(data: Json) -> str:
    """Return JSON text: two spaces of indent, order of keys kept, Unicode as it is, final newline.

    Raises:
        ValueError: An integer is longer than Python's limit for digits.
    """
    return json.dumps(data, ensure_ascii=False, allow_nan=False, indent=2) + "\n"


class _Hooks:
    """What the standard library's reader calls for each object and number."""

    def __init__(self, path: Path) -> None:
        self.doubles: list[tuple[JsonObject, str]] = []
        self._path = path

    def members(self, pairs: list[tuple[str, Json]]) -> JsonObject:
        found: JsonObject = {}
        for key, value in pairs:
            if key in found:
                self.doubles.append((found, key))
            else:
                found[key] = value
        return found

    def constant(self, name: str) -> Json:
        raise DocumentValueError(self._path, f"{name} is no JSON value")

    def integer(self, digits: str) -> int:
        try:
            return int(digits)
        except ValueError as error:
            raise DocumentValueError(self._path, f"a number of {len(digits)} digits") from error

    def fraction(self, digits: str) -> float:
        number = float(digits)
        if not math.isfinite(number):
            raise DocumentValueError(self._path, f"the number {digits} is too large for a float")
        return number


def _first_of(places: dict[int, str], data: Json) -> tuple[Location, str]:
    """Return location and key of the first object, in reading order, that is one of `places`.

    A repeated key's later value is no part of the data, so an object inside of it is not found;
    the object that repeats the key then is.
    """
    pending: list[tuple[Json, Location]] = [(data, ())]
    while pending:
        value, place = pending.pop()
        if isinstance(value, dict):
            if id(value) in places:
                return place, places[id(value)]
            pending.extend((item, (*place, key)) for key, item in reversed(value.items()))
        elif isinstance(value, list):
            pending.extend(
                (item, (*place, index)) for index, item in reversed(list(enumerate(value)))
            )
    raise AssertionError("a repeated key belongs to an object of the data, or to its holder")
