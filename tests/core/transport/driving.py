"""Either client, driven by blocking calls, so that one list of tests holds both to the same."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any, Protocol, Self, TypeVar, Unpack

from talkdesk_core import http
from talkdesk_core.auth import Credentials
from talkdesk_core.calls import Call
from talkdesk_core.client import AsyncAPIClient, SyncAPIClient
from talkdesk_core.options import ClientOptions
from talkdesk_core.raw import RawResponse
from tests.core.wire import API, CREDENTIALS, TOKENS, Clock, Wire

T = TypeVar("T")

Handle = Callable[[http.Request], http.Response]


class Driven(Protocol):
    """A client whose calls block, whatever kind it is."""

    @property
    def client(self) -> SyncAPIClient | AsyncAPIClient:
        """The client itself."""
        ...

    def request(self, method: str, path: str, **options: Any) -> http.Response:
        """Send any request."""
        ...

    def execute(self, call: Call[T]) -> T:
        """Send an operation."""
        ...

    def execute_raw(self, call: Call[T]) -> RawResponse[T]:
        """Send an operation and return its whole reply."""
        ...

    def with_options(self, **options: Any) -> Self:
        """Return a copy with other options."""
        ...

    def close(self) -> None:
        """Close the client."""
        ...


@dataclass
class Blocking:
    """The blocking client."""

    client: SyncAPIClient

    def request(self, method: str, path: str, **options: Any) -> http.Response:
        """Send any request."""
        return self.client.request(method, path, **options)

    def execute(self, call: Call[T]) -> T:
        """Send an operation."""
        return self.client.execute(call)

    def execute_raw(self, call: Call[T]) -> RawResponse[T]:
        """Send an operation and return its whole reply."""
        return self.client.execute_raw(call)

    def with_options(self, **options: Any) -> Blocking:
        """Return a copy with other options."""
        return Blocking(self.client.with_options(**options))

    def close(self) -> None:
        """Close the client."""
        self.client.close()


@dataclass
class Awaiting:
    """The asynchronous client, in an event loop that runs while a call does."""

    client: AsyncAPIClient
    runner: asyncio.Runner = field(repr=False)

    def request(self, method: str, path: str, **options: Any) -> http.Response:
        """Send any request."""
        return self.runner.run(self.client.request(method, path, **options))

    def execute(self, call: Call[T]) -> T:
        """Send an operation."""
        return self.runner.run(self.client.execute(call))

    def execute_raw(self, call: Call[T]) -> RawResponse[T]:
        """Send an operation and return its whole reply."""
        return self.runner.run(self.client.execute_raw(call))

    def with_options(self, **options: Any) -> Awaiting:
        """Return a copy with other options."""
        return Awaiting(self.client.with_options(**options), self.runner)

    def close(self) -> None:
        """Close the client."""
        self.runner.run(self.client.aclose())


class Wired(http.BaseTransport, http.AsyncBaseTransport):
    """A transport of both kinds that hands requests to a function, and knows if it was closed.

    A reply's content stays the stream that the function gave it.
    """

    def __init__(self, handle: Handle) -> None:
        self._handle = handle
        self.closed = 0

    def handle_request(self, request: http.Request) -> http.Response:
        """Answer."""
        request.read()
        return self._handle(request)

    async def handle_async_request(self, request: http.Request) -> http.Response:
        """Answer."""
        await request.aread()
        return self._handle(request)

    def close(self) -> None:
        """Count."""
        self.closed += 1

    async def aclose(self) -> None:
        """Count."""
        self.closed += 1


class Parts(http.SyncByteStream, http.AsyncByteStream):
    """A body that comes in parts, and knows how many were taken and whether it was closed.

    Args:
        parts: The parts; an exception among them is raised in its place.
        before: Called before each part.
    """

    def __init__(
        self, parts: Iterator[bytes | Exception], before: Callable[[], object] = lambda: None
    ) -> None:
        self._parts = parts
        self._before = before
        self.taken = 0
        self.closed = 0

    def _next(self) -> Iterator[bytes]:
        for part in self._parts:
            self._before()
            self.taken += 1
            if isinstance(part, Exception):
                raise part
            yield part

    def __iter__(self) -> Iterator[bytes]:
        return self._next()

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self._next():
            yield part

    def close(self) -> None:
        """Count."""
        self.closed += 1

    async def aclose(self) -> None:
        """Count."""
        self.closed += 1


@dataclass
class Connect:
    """Makes clients of one kind, and closes them all at the end.

    Attributes:
        is_async: Whether it makes asynchronous ones.
    """

    is_async: bool
    stack: ExitStack
    runner: asyncio.Runner | None = None

    def __call__(
        self,
        wire: Wire | http.BaseTransport | None = None,
        *,
        auth: Credentials = CREDENTIALS,
        **options: Unpack[ClientOptions],
    ) -> Driven:
        """Return a client of a made-up API, on a clock that does not wait.

        Args:
            wire: What answers; None for the network.
            auth: Who it is.
            options: The other arguments of the client.
        """
        given: dict[str, Any] = {
            "base_url": API,
            "token_url": TOKENS,
            "auth": auth,
            "clock": Clock(),
            **options,
        }
        if wire is not None:
            given["transport"] = wire.transport if isinstance(wire, Wire) else wire
        driven: Driven
        if self.is_async:
            if self.runner is None:
                self.runner = self.stack.enter_context(asyncio.Runner())
            driven = Awaiting(AsyncAPIClient(**given), self.runner)
        else:
            driven = Blocking(SyncAPIClient(**given))
        self.stack.callback(driven.close)
        return driven


def answers(*replies: http.Response | Exception | int) -> Handle:
    """Return a function that gives one reply after the other, and the last one for ever.

    A number is a status without a body; an exception is raised.
    """
    left = list(replies)

    def answer(request: http.Request) -> http.Response:
        reply = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(reply, int):
            return http.Response(reply)
        if isinstance(reply, Exception):
            if isinstance(reply, http.RequestError):
                reply.request = request
            raise reply
        return reply

    return answer
