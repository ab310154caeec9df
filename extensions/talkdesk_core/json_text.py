"""The JSON text of a reply."""

import json
from typing import Any, NoReturn

import msgspec

from talkdesk_core.errors import ResponseDecodeError

__all__ = ["json_value"]


def json_value(content: bytes) -> Any:  # noqa: ANN401 - any JSON value
    """Decode the body of a reply.

    What msgspec refuses gets a second opinion from the standard library, which also reads a byte
    order mark, UTF-16, and half a surrogate pair, as left by whoever cuts a string in the middle
    of an emoji (RFC 8259 sections 8.1 and 8.2 leave these to the reader).

    Raises:
        ResponseDecodeError: The body is no JSON, or nested more deeply than Python can follow.
    """
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        try:
            return json.loads(content, parse_constant=_no_number, parse_float=_finite)
        except (ValueError, RecursionError) as error:
            # The decoder's own text may quote the body, which may hold personal data.
            raise ResponseDecodeError(
                expected="JSON", got=_what_it_is(content, error), body=content
            ) from None


def _what_it_is(content: bytes, error: ValueError | RecursionError) -> str:
    if not content.strip():
        return "an empty body"
    if content.lstrip()[:1] == b"<":
        return "a body that looks like HTML or XML"
    if isinstance(error, RecursionError):
        return "a body that is nested more deeply than Python can follow"
    return "a body that is none"


def _no_number(name: str) -> NoReturn:
    """Refuse NaN and Infinity, which are no JSON (RFC 8259 section 6)."""
    raise ValueError(name)


def _finite(text: str) -> float:
    """Refuse what Python could only hold as infinite, and so never write back."""
    number = float(text)
    if number in {float("inf"), float("-inf")}:
        raise ValueError(text)
    return number
