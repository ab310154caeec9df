"""The JSON text of a reply."""

import json
from typing import Any, NoReturn, cast

import msgspec

from talkdesk_core.errors import ArgumentError, ResponseDecodeError

__all__ = ["as_bytes", "json_value"]


def json_value(content: object) -> Any:  # noqa: ANN401 - any JSON value
    """Decode the body of a reply: bytes, or text.

    What msgspec refuses gets a second opinion from the standard library, which also reads a byte
    order mark, UTF-16, and half a surrogate pair, as left by whoever cuts a string in the middle
    of an emoji (RFC 8259 sections 8.1 and 8.2 leave these to the reader).

    Raises:
        ResponseDecodeError: The body is no JSON, or nested more deeply than Python can follow.
        ArgumentError: It is no body, but something else.
    """
    text = _checked(content)
    try:
        return msgspec.json.decode(text)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        pass
    # The errors of both decoders may quote the body, which may hold personal data: nothing is
    # raised while one of them is handled.
    too_deep = False
    try:
        return json.loads(text, parse_constant=_no_number, parse_float=_finite)
    except ValueError:
        pass
    except RecursionError:
        too_deep = True
    raise ResponseDecodeError(
        expected="JSON", got=_what_it_is(text, too_deep=too_deep), body=as_bytes(text)
    )


def _checked(content: object) -> bytes | str:
    if isinstance(content, bytes | str):
        return content
    if isinstance(content, bytearray | memoryview):
        return bytes(cast("bytearray", content))
    raise ArgumentError.wrong_type("content", "bytes", content)


def as_bytes(text: bytes | str) -> bytes:
    """Return the bytes of a body that may have been given as text."""
    return text.encode(errors="surrogatepass") if isinstance(text, str) else bytes(text)


def _what_it_is(text: bytes | str, *, too_deep: bool) -> str:
    start = as_bytes(text).strip()[:1]
    if not start:
        return "an empty body"
    if start == b"<":
        return "a body that looks like HTML or XML"
    if too_deep:
        return "a body that is nested more deeply than Python can follow"
    return "a body that is not JSON"


def _no_number(name: str) -> NoReturn:
    """Refuse NaN and Infinity, which are no JSON (RFC 8259 section 6)."""
    raise ValueError(name)


def _finite(text: str) -> float:
    """Refuse what Python could only hold as infinite, and so never write back."""
    number = float(text)
    if number in {float("inf"), float("-inf")}:
        raise ValueError(text)
    return number
