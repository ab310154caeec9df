"""Request bodies: read, and judged by the generated schemas."""

from collections.abc import Sequence
from typing import Final, TypeVar

from pydantic import TypeAdapter, ValidationError
from starlette.requests import Request

from talkdesk_sandbox.problems import RequestRefusedError

T = TypeVar("T")

_MOST_BYTES: Final = 1_048_576


async def read_body(request: Request) -> bytes:
    """Return the body of a request, of at most 1 MiB.

    Raises:
        RequestRefusedError: 400 for a longer one.
    """
    raw = bytearray()
    async for chunk in request.stream():
        raw += chunk
        if len(raw) > _MOST_BYTES:
            raise RequestRefusedError(
                400,
                "bad_request",
                "The body is longer than 1 MiB.",
                description="Send less at once.",
            )
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
        faults = [
            (".".join(map(str, each["loc"])) or "body", each["msg"]) for each in error.errors()
        ]
    # Outside the except clause: pydantic's error quotes the values, and a traceback would show it.
    raise bad_body(faults)


def bad_body(faults: Sequence[tuple[str, str]]) -> RequestRefusedError:
    """Return a 400 with the place of each fault in a body, and the rule that is broken."""
    return RequestRefusedError(
        400,
        "bad_request",
        "The body has errors.",
        description="Correct the members that are listed under fields.",
        fields=faults,
    )
