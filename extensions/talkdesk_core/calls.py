"""A call: one operation with its arguments, ready to be sent by either client."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from talkdesk_core.errors import ResponseDecodeError
from talkdesk_core.replies import identified
from talkdesk_core.unset import UNSET

T = TypeVar("T")

__all__ = ["Call"]


@dataclass(frozen=True, slots=True)
class Call(Generic[T]):
    """One operation with its arguments.

    Attributes:
        operation: The operationId.
        method: The HTTP method, in capitals.
        path: The path below the base URL, its parameters filled in and quoted.
        decode: Reads the body of a successful reply.
        query: The query, as it stands on the wire; a list repeats its name. It may hold personal
            data and is not shown.
        json: The body as JSON-able data, or UNSET for none.
        headers: Headers of this operation, on top of those that the client sends. They may hold
            personal data and are not shown.
        content_type: The media type of the body; it is sent with a body only.
        template: The path with its parameters by name, for logs; "" where nobody said it.
    """

    operation: str
    method: str
    path: str = field(repr=False)
    decode: Callable[[bytes], T] = field(repr=False)
    query: Mapping[str, str | Sequence[str]] = field(
        default_factory=dict[str, str | Sequence[str]], repr=False
    )
    json: object = field(default=UNSET, repr=False)
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    content_type: str = "application/json"
    template: str = ""

    def read(self, content: bytes, request_id: str | None = None) -> T:
        """Read the body of a successful reply, whose id is told to what comes of it.

        Raises:
            ResponseDecodeError: The body is no JSON, or a member has another type than documented.
        """
        try:
            return identified(self.decode(content), request_id)
        except ResponseDecodeError as error:
            raise error.of(self.operation, content, request_id) from None
