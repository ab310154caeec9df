"""A reply as it came, with the result that can be read from it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from talkdesk_core import http

T = TypeVar("T")

__all__ = ["RawResponse"]


# Without slots: Python 3.11 cannot call `RawResponse[T](…)` if the class is frozen and has slots.
@dataclass(frozen=True)
class RawResponse(Generic[T]):
    """The reply of an operation: status, headers, bytes, and what is to be read from them.

    Attributes:
        http_response: The reply as httpx has it, whose request shows no token.
        attempts: How often the request was sent, 1 or more.
    """

    http_response: http.Response
    attempts: int
    _read: Callable[[bytes, str | None], T] = field(repr=False)

    def __repr__(self) -> str:
        return f"RawResponse(status_code={self.status_code}, request_id={self.request_id!r})"

    @property
    def status_code(self) -> int:
        """The HTTP status, 200 to 299."""
        return self.http_response.status_code

    @property
    def headers(self) -> http.Headers:
        """The headers, found in any case. Those about packing are gone, as the body is unpacked."""
        return self.http_response.headers

    @property
    def content(self) -> bytes:
        """The body. It may hold personal data."""
        return self.http_response.content

    @property
    def request_id(self) -> str | None:
        """The reply's ``platform-tid``; Talkdesk's support asks for it."""
        found: str | None = self.http_response.headers.get("platform-tid")
        return found

    @property
    def elapsed(self) -> float:
        """Seconds from sending the last attempt to the last byte of its reply."""
        return self.http_response.elapsed.total_seconds()

    def parse(self) -> T:
        """Read the result, as the operation alone would have returned it.

        Raises:
            ResponseDecodeError: The body does not fit the operation's model.
        """
        return self._read(self.http_response.content, self.request_id)
