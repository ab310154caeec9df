"""Request bodies: read, and judged by the generated schemas."""

from collections.abc import Sequence
from typing import Final, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json, to_json
from starlette.requests import Request

from talkdesk_sandbox.problems import RequestRefusedError

T = TypeVar("T")

_MOST_BYTES: Final = 1_048_576


async def read_body(request: Request) -> bytes:
    """Return the body of a request, of at most 1 MiB.

    Raises:
        RequestRefusedError: 400 for a longer one.
    """
    raw = await bounded_body(request, _MOST_BYTES)
    if raw is None:
        raise RequestRefusedError(
            400,
            "bad_request",
            "The body is longer than 1 MiB.",
            description="Send less at once.",
        )
    return raw


async def bounded_body(request: Request, most: int) -> bytes | None:
    """Return the body of a request, or None as soon as it has more than so many bytes."""
    raw = bytearray()
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > most:
            return None
    return bytes(raw)


def parse_body(raw: bytes, schema: TypeAdapter[T]) -> T:
    """Return what a body holds.

    Args:
        raw: The body as it came.
        schema: Adapter of the generated model, or of a list of them.

    Raises:
        RequestRefusedError: 400 with the place and the rule of each fault in ``fields``, never
            with a value: it may be personal data.
    """
    try:
        return schema.validate_json(raw, strict=True)
    except ValidationError as error:
        refused = error.errors()
    # Outside the except clauses: pydantic's error quotes the values, and a traceback would show it.
    if any(each["type"] == "int_type" and isinstance(each["input"], float) for each in refused):
        try:
            return schema.validate_json(_with_integers(raw), strict=True)
        except ValidationError as error:
            refused = error.errors()
    raise bad_body([(".".join(map(str, each["loc"])) or "body", each["msg"]) for each in refused])


def _with_integers(raw: bytes) -> bytes:
    """Return a body with ``5`` for ``5.0``: an integer to JSON Schema, and none to pydantic."""
    value: object = from_json(raw)
    return to_json(_whole(value))


def _whole(value: object) -> object:
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_whole(each) for each in cast("list[object]", value)]
    if isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return {name: _whole(each) for name, each in members.items()}
    return value


def bad_body(faults: Sequence[tuple[str, str]]) -> RequestRefusedError:
    """Return a 400 with the place of each fault in a body, and the rule that is broken."""
    return RequestRefusedError(
        400,
        "bad_request",
        "The body has errors.",
        description="Correct the members that are listed under fields.",
        fields=faults,
    )
