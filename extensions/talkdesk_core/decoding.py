"""Reading a reply leniently: null and missing are None, and unknown members are kept.

A reader takes one decoded JSON value and returns its Python value, or raises `ResponseDecodeError`.
Generated models are built from readers and add the place to the error on its way up.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, date, datetime
from typing import Any, TypeVar, cast

from talkdesk_core.copying import owned
from talkdesk_core.enums import OpenIntEnum, OpenStrEnum
from talkdesk_core.errors import ResponseDecodeError
from talkdesk_core.json_text import as_bytes, json_value
from talkdesk_core.timestamps import instant, written

T = TypeVar("T")
Word = TypeVar("Word", bound=OpenStrEnum)
Code = TypeVar("Code", bound=OpenIntEnum)

Reader = Callable[[Any], T]

_LOG = logging.getLogger("talkdesk")

# What is expected of data that is nested too deeply, whatever it may stand for.
LESS_DEEPLY = "data that is nested less deeply"

__all__ = [
    "LESS_DEEPLY",
    "Reader",
    "array",
    "array_with_null",
    "boolean",
    "code",
    "day",
    "if_any",
    "integer",
    "mapping",
    "moment",
    "nothing",
    "nullable",
    "number",
    "others",
    "owned",
    "placed",
    "refused",
    "second_name",
    "text",
    "typed_others",
    "whole",
    "word",
]


def refused(value: object, expected: str, model: str = "") -> ResponseDecodeError:
    """Return the error about a value of a wrong type, which it does not quote."""
    return ResponseDecodeError(expected=expected, got=_json_type(value), model=model)


def placed(
    error: ResponseDecodeError | RecursionError, step: str | int, model: str = ""
) -> ResponseDecodeError:
    """Return an error as seen from one level above.

    Args:
        error: What was raised below. A `RecursionError` means that the data is nested too deeply
            for Python, whoever sent it.
        step: The member's name or the item's index that led down.
        model: Name of the model above; it counts where no inner model is known yet.
    """
    if isinstance(error, RecursionError):
        error = ResponseDecodeError(expected=LESS_DEEPLY, got="more levels than Python can follow")
    return error.within(step, model=model)


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


def text(value: object) -> str:
    """Read a string."""
    if isinstance(value, str):
        return value
    raise refused(value, "string")


def boolean(value: object) -> bool:
    """Read a boolean."""
    if isinstance(value, bool):
        return value
    raise refused(value, "boolean")


def integer(value: object) -> int:
    """Read a whole number; `1.0` is one, as in JSON Schema."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise refused(value, "integer")


def number(value: object) -> float:
    """Read a number."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    raise refused(value, "number")


def moment(value: object) -> datetime:
    """Read a date-time of RFC 3339, with or without zone and fraction, or a date.

    The result is aware. A time without a zone is taken as UTC, which is what the vendor sends. A
    leap second and the hour 24 are the instant after them.
    """
    parsed = _instant(value) if isinstance(value, str) else None
    if parsed is None:
        raise refused(value, "string of format date-time")
    return parsed if parsed.tzinfo is not None else parsed.replace(tzinfo=UTC)


def _instant(value: str) -> datetime | None:
    # Nothing is raised while an error is handled that quotes the value.
    try:
        # In C, and right for all but the oddest spellings.
        return datetime.fromisoformat(value)
    except ValueError:
        pass
    try:
        return instant(value.strip())
    except ValueError:
        return None


def day(value: object) -> date:
    """Read a date; of a date-time the date as written."""
    found = None
    if isinstance(value, str):
        try:
            found = written(value.strip())
        except ValueError:
            found = None
    if found is None:
        raise refused(value, "string of format date")
    return found.date()


def nothing(content: bytes) -> None:
    """Read the reply of an operation that has none: whatever the body holds, the result is None."""
    del content


def word(enum: type[Word]) -> Reader[Word]:
    """Return a reader of the words of an open enum."""
    documented = {member.value: member for member in enum}

    def read(value: object) -> Word:
        if not isinstance(value, str):
            raise refused(value, "string")
        # The enum itself finds the same member, ten times slower.
        return documented.get(value) or enum(value)

    return read


def code(enum: type[Code]) -> Reader[Code]:
    """Return a reader of the numbers of an open enum."""

    def read(value: object) -> Code:
        number = integer(value)
        try:
            return enum(number)
        except ValueError:  # more digits than Python writes, see sys.set_int_max_str_digits
            found = None
        raise refused(found, "integer of a length that can be written")

    return read


def array(item: Reader[T]) -> Reader[list[T]]:
    """Return a reader of arrays.

    An item that is null has nothing to read. It is left out, so that the others stay usable, and
    logged.
    """

    def read(value: object) -> list[T]:
        entries = _entries(value)
        result: list[T] = []
        left_out = 0
        try:
            for entry in entries:
                if entry is None:
                    left_out += 1
                else:
                    result.append(item(entry))
        except (ResponseDecodeError, RecursionError) as error:
            raise placed(error, len(result) + left_out) from None
        if left_out:
            _LOG.warning("an array holds null %d times, which is left out", left_out)
        return result

    return read


def array_with_null(item: Reader[T]) -> Reader[list[T | None]]:
    """Return a reader of arrays whose items may be null, as the document says: they are None."""

    def read(value: object) -> list[T | None]:
        entries = _entries(value)
        result: list[T | None] = []
        try:
            for entry in entries:
                result.append(None if entry is None else item(entry))  # noqa: PERF401 - says the place
        except (ResponseDecodeError, RecursionError) as error:
            raise placed(error, len(result)) from None  # the result says how far it came
        return result

    return read


def _entries(value: object) -> list[object]:
    if isinstance(value, list):
        return cast("list[object]", value)
    raise refused(value, "array")


def mapping(value: object, model: str) -> Mapping[str, Any]:
    """Return the members of an object.

    Raises:
        ResponseDecodeError: The value is no object.
    """
    if isinstance(value, dict):
        return cast("dict[str, Any]", value)
    if isinstance(value, Mapping):
        return dict(cast("Mapping[str, Any]", value))
    raise refused(value, "object", model)


def others(data: Mapping[str, Any], names: Collection[str]) -> dict[str, Any]:
    """Return the members that the document does not know, as copies."""
    return {
        name: owned(value) if isinstance(value, dict | list) else value
        for name, value in data.items()
        if name not in names
    }


def typed_others(unknown: Mapping[str, Any], read: Reader[T], model: str) -> dict[str, T | None]:
    """Read the members beside the documented ones, where the document gives them a type."""
    try:
        return {name: None if value is None else read(value) for name, value in unknown.items()}
    except (ResponseDecodeError, RecursionError) as error:
        # The name is the sender's own word and may be personal data.
        raise placed(error, "*", model) from None


def second_name(
    unknown: dict[str, Any], value: object, name: str, *aliases: str
) -> tuple[Any, str]:
    """Return the value of a member that has several names, and the name that it came by.

    The first name that holds a value counts. A second name that counts, or is null, is taken out
    of the unknown members; one that holds another value stays there, so that it is not lost.
    """
    for alias in aliases:
        if alias not in unknown:
            continue
        if value is None:
            value, name = unknown.pop(alias), alias
        elif unknown[alias] is None:
            del unknown[alias]
    return value, name


def nullable(read: Reader[T]) -> Reader[T | None]:
    """Return a reader of what may be null."""

    def read_or_none(value: object) -> T | None:
        return None if value is None else read(value)

    return read_or_none


def whole(read: Reader[T]) -> Callable[[bytes | str], T]:
    """Return a function that reads the whole body of a reply."""

    def decode(content: bytes | str) -> T:
        value = json_value(content)
        try:
            return read(value)
        except ResponseDecodeError as error:
            raise error.of(error.operation, as_bytes(content)) from None

    return decode


def if_any(decode: Callable[[bytes], T]) -> Callable[[bytes], T | None]:
    """Return a function that reads a body which may be absent."""

    def decode_or_none(content: bytes) -> T | None:
        return decode(content) if content.strip() else None

    return decode_or_none
