"""Reading a reply leniently: null and missing are None, and unknown members are kept.

A reader takes one decoded JSON value and returns its Python value, or raises `ResponseDecodeError`
with the place of a wrong type. Generated models are built from readers and hold no own logic.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, TypeVar, cast

import msgspec

from talkdesk_core.errors import ResponseDecodeError
from talkdesk_core.timestamps import instant, written

T = TypeVar("T")

Reader = Callable[[object], T]

_LOG = logging.getLogger("talkdesk")

__all__ = [
    "Members",
    "Reader",
    "anything",
    "array",
    "boolean",
    "day",
    "integer",
    "json_value",
    "model",
    "moment",
    "nothing",
    "number",
    "redacted_repr",
    "text",
    "whole",
    "word",
    "write_day",
    "write_moment",
]


def _refuse(value: object, expected: str) -> ResponseDecodeError:
    return ResponseDecodeError(expected=expected, got=_json_type(value))


def _json_type(value: object) -> str:
    """Name the JSON type of a value; the value itself may be personal data and is never told."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "string"
    if isinstance(value, list):
        return "array"
    return "object" if isinstance(value, Mapping) else type(value).__name__


def anything(value: object) -> Any:  # noqa: ANN401 - the document gives no type
    """Take any JSON value as it is."""
    return value


def text(value: object) -> str:
    """Read a string."""
    if isinstance(value, str):
        return value
    raise _refuse(value, "string")


def boolean(value: object) -> bool:
    """Read a boolean."""
    if isinstance(value, bool):
        return value
    raise _refuse(value, "boolean")


def integer(value: object) -> int:
    """Read a whole number; `1.0` is one, as in JSON Schema."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise _refuse(value, "integer")


def number(value: object) -> float:
    """Read a number."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    raise _refuse(value, "number")


def moment(value: object) -> datetime:
    """Read a date-time of RFC 3339, with or without zone and fraction, or a date.

    The result is aware. A time without a zone is taken as UTC, which is what the vendor sends. A
    leap second and the hour 24 are the instant after them.
    """
    if isinstance(value, str):
        try:
            parsed = instant(value.strip())
        except ValueError:
            raise _refuse(value, "string of format date-time") from None
        return parsed if parsed.tzinfo is not None else parsed.replace(tzinfo=UTC)
    raise _refuse(value, "string of format date-time")


def day(value: object) -> date:
    """Read a date; of a date-time the date as written."""
    if isinstance(value, str):
        try:
            return written(value.strip()).date()
        except ValueError:
            raise _refuse(value, "string of format date") from None
    raise _refuse(value, "string of format date")


def nothing(content: bytes) -> None:
    """Read the reply of an operation that has none: whatever the body holds, the result is None."""
    del content


def word(enum: Callable[[str], T]) -> Reader[T]:
    """Return a reader of the words of an open enum."""

    def read(value: object) -> T:
        if isinstance(value, str):
            return enum(value)
        raise _refuse(value, "string")

    return read


def model(from_dict: Callable[[Mapping[str, Any]], T]) -> Reader[T]:
    """Return a reader of objects by a model's `from_dict`."""

    def read(value: object) -> T:
        if isinstance(value, Mapping):
            return from_dict(cast("Mapping[str, Any]", value))
        raise _refuse(value, "object")

    return read


def array(item: Reader[T]) -> Reader[list[T]]:
    """Return a reader of arrays.

    An item that is null has nothing to read. It is left out, so that the others stay usable, and
    logged.
    """

    def read(value: object) -> list[T]:
        if not isinstance(value, list):
            raise _refuse(value, "array")
        result: list[T] = []
        for position, entry in enumerate(cast("list[object]", value)):
            if entry is None:
                _LOG.warning("item %d of an array is null and left out", position)
                continue
            try:
                result.append(item(entry))
            except ResponseDecodeError as error:
                raise error.within(f"[{position}]") from None
        return result

    return read


class Members:
    """The members of one JSON object, taken one by one; what is left is unknown to the document.

    Args:
        data: The object.
        name: Name of the model, for errors.
    """

    __slots__ = ("_data", "_name")

    def __init__(self, data: Mapping[str, Any], name: str) -> None:
        self._data = dict(data)
        self._name = name

    def take(self, read: Reader[T], *names: str) -> T | None:
        """Read a member by the first of its names that holds a value; None when none does.

        Raises:
            ResponseDecodeError: The value has another type than documented.
        """
        for name in names:
            value = self._data.get(name)
            if value is None:
                continue
            try:
                result = read(value)
            except ResponseDecodeError as error:
                raise error.within(f".{name}", model=self._name) from None
            del self._data[name]
            return result
        return None

    def rest(self, *known: str) -> dict[str, Any]:
        """Return the members that nobody took, without those known ones that were null."""
        for name in known:
            if self._data.get(name, ...) is None:
                del self._data[name]
        return self._data


def json_value(content: bytes) -> Any:  # noqa: ANN401 - any JSON value
    """Decode the body of a reply.

    Raises:
        ResponseDecodeError: The body is no JSON.
    """
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        # The decoder's own text may quote the body, which may hold personal data.
        raise ResponseDecodeError(
            expected="JSON", got=f"a body that is none ({type(error).__name__})", body=content
        ) from None


def whole(read: Reader[T]) -> Callable[[bytes], T]:
    """Return a function that reads the whole body of a reply."""

    def decode(content: bytes) -> T:
        return read(json_value(content))

    return decode


def write_moment(value: datetime) -> str:
    """Write a date-time by RFC 3339, in UTC with `Z`.

    In the first and the last hours that Python knows, a time may lie in no year of UTC: it keeps
    its own offset then, as what was read must always be written.
    """
    try:
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    except (OverflowError, ValueError):  # the latter where a time without a zone is in year 0
        return value.isoformat()


def write_day(value: date) -> str:
    """Write a date by RFC 3339, `YYYY-MM-DD`."""
    return value.isoformat()


def redacted_repr(instance: object, shown: tuple[str, ...]) -> str:
    """Write a model with the given attributes, which are no personal data, where they are there."""
    parts = [
        f"{name}={str(value)!r}" for name in shown if (value := getattr(instance, name)) is not None
    ]
    return f"{type(instance).__name__}({', '.join(parts)})"
