"""Connections that end with the budget of the call that waits for them.

httpx's timeouts are for one read each. A server that sends a line of its header, or one more
``103``, every few seconds would never be given up: until the head of a reply is complete, nobody
but the connection sees that something arrives. So every connection is wrapped, and each of its
reads and writes takes no longer than what is left.

httpx has no argument for that. Two of its attributes are read and one is set here, and four more to
see what a connection has read ahead. Where a release names them differently, clients work without
these two bounds, and `tests/faults` fails.
"""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Callable, Generator
from contextvars import ContextVar
from typing import Any, Protocol

from talkdesk_core import http

__all__ = ["bound", "bound_async", "bounded_by", "spoil_if_ahead"]

_left: ContextVar[Callable[[], float] | None] = ContextVar("_left", default=None)


@contextlib.contextmanager
def bounded_by(left: Callable[[], float]) -> Generator[None, None, None]:
    """Bound what this thread or task reads and writes meanwhile.

    Args:
        left: Returns the seconds that are left, above 0; it raises if there are none.
    """
    before = _left.set(left)
    try:
        yield
    finally:
        _left.reset(before)


def _shorter(timeout: float | None) -> float | None:
    left = _left.get()
    if left is None:
        return timeout
    return left() if timeout is None else min(timeout, left())


class _Network(Protocol):
    """A connection as httpcore's backends make it."""

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes: ...
    def write(self, buffer: bytes, timeout: float | None = None) -> None: ...
    def close(self) -> None: ...
    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> _Network: ...
    def get_extra_info(self, info: str) -> object: ...


class _AsyncNetwork(Protocol):
    async def read(
        self,
        max_bytes: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's
    ) -> bytes: ...
    async def write(
        self,
        buffer: bytes,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's
    ) -> None: ...
    async def aclose(self) -> None: ...
    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's
    ) -> _AsyncNetwork: ...
    def get_extra_info(self, info: str) -> object: ...


class _Spoilable:
    """A connection that can be given up between two requests."""

    is_spoiled = False

    def _info(self, inner: _Network | _AsyncNetwork, info: str) -> object:
        # httpcore takes an idle connection that can be read for one that the server has ended.
        return True if self.is_spoiled and info == "is_readable" else inner.get_extra_info(info)


class _Bounded(_Spoilable):
    def __init__(self, inner: _Network) -> None:
        self._inner = inner

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, _shorter(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, _shorter(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> _Bounded:
        return _Bounded(self._inner.start_tls(ssl_context, server_hostname, _shorter(timeout)))

    def get_extra_info(self, info: str) -> object:
        return self._info(self._inner, info)


class _AsyncBounded(_Spoilable):
    def __init__(self, inner: _AsyncNetwork) -> None:
        self._inner = inner

    async def read(
        self,
        max_bytes: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's
    ) -> bytes:
        return await self._inner.read(max_bytes, _shorter(timeout))

    async def write(
        self,
        buffer: bytes,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's
    ) -> None:
        await self._inner.write(buffer, _shorter(timeout))

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's
    ) -> _AsyncBounded:
        seconds = _shorter(timeout)
        return _AsyncBounded(await self._inner.start_tls(ssl_context, server_hostname, seconds))

    def get_extra_info(self, info: str) -> object:
        return self._info(self._inner, info)


class _Backend:
    """Makes connections; the timeout of connecting is one for all of it already."""

    def __init__(self, inner: Any) -> None:  # noqa: ANN401 - httpcore's, or one that passes for it
        self._inner = inner

    def connect_tcp(self, *args: Any, **options: Any) -> _Bounded:  # noqa: ANN401 - handed on
        return _Bounded(self._inner.connect_tcp(*args, **options))

    def sleep(self, seconds: float) -> None:
        self._inner.sleep(seconds)


class _AsyncBackend:
    def __init__(self, inner: Any) -> None:  # noqa: ANN401 - httpcore's, or one that passes for it
        self._inner = inner

    async def connect_tcp(
        self,
        *args: Any,  # noqa: ANN401 - handed on
        **options: Any,  # noqa: ANN401 - handed on
    ) -> _AsyncBounded:
        return _AsyncBounded(await self._inner.connect_tcp(*args, **options))

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)


def bound(transport: http.HTTPTransport) -> http.HTTPTransport:
    """Return the transport, whose connections are bounded from now on."""
    _wrap_backend(transport, _Backend)
    return transport


def bound_async(transport: http.AsyncHTTPTransport) -> http.AsyncHTTPTransport:
    """Return the transport, whose connections are bounded from now on."""
    _wrap_backend(transport, _AsyncBackend)
    return transport


def _wrap_backend(transport: object, wrap: Callable[[Any], object]) -> None:
    # Where a release names them differently, requests have their timeouts and nothing more.
    pool: object = getattr(transport, "_pool", None)
    backend: object = getattr(pool, "_network_backend", None)
    if backend is not None:
        vars(pool)["_network_backend"] = wrap(backend)


def spoil_if_ahead(reply: http.Response) -> None:
    """Give up a connection on which more has arrived than the reply to its request.

    h11 keeps what it has read ahead, and httpcore would take it for the reply to the next request,
    which may be another customer's. Call it when the reply is read, before it is closed.
    """
    network = reply.extensions.get("network_stream")
    if not isinstance(network, _Spoilable):
        return
    state: Any = reply.stream
    for step in ("_httpcore_stream", "_stream", "_connection", "_h11_state"):
        state = getattr(state, step, None)
    ahead: Any = getattr(state, "trailing_data", None)  # the bytes, and whether they ended
    if ahead is not None and ahead[0]:
        network.is_spoiled = True
