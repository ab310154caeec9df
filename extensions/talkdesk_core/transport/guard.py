"""The transports of the two clients: every request and reply goes through one of them.

A guard sends to the client's own origins only, keeps each request within the budget of its call,
reads no reply beyond what is allowed, and tells hooks and logs of each attempt. What it decides is
in `_Exchange`, for both.
"""

import contextlib
import dataclasses
import inspect
import ssl
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator, Mapping
from typing import Generic, TypeVar

from talkdesk_core import http
from talkdesk_core.clock import Clock
from talkdesk_core.errors import APITimeoutError, ConfigurationError
from talkdesk_core.forks import renew_in_child
from talkdesk_core.hooks import Attempt, Hook, Hooks
from talkdesk_core.logs import log_attempt
from talkdesk_core.transport.body import Body, body_of
from talkdesk_core.transport.routes import Origin
from talkdesk_core.transport.streams import bounded_by, spoil_if_ahead
from talkdesk_core.transport.trip import Trip, trip_of

__all__ = ["AsyncGuard", "Guard", "Watch"]

T = TypeVar("T", http.BaseTransport, http.AsyncBaseTransport)

# Sockets take a timeout of 0 for another mode.
_SHORTEST = 0.001
# Sockets take no more; it is for requests that belong to no call.
_LONGEST = 86_400.0
_TOKEN_TEMPLATE = "(token endpoint)"  # noqa: S105 - a name for logs


@dataclasses.dataclass(frozen=True, slots=True)
class Watch:
    """What a guard holds each exchange to.

    Attributes:
        clock: The client's.
        hooks: Who is told.
        max_bytes: Most bytes of a reply, unpacked.
    """

    clock: Clock
    hooks: Hooks
    max_bytes: int


class _Exchange:
    """One request and its reply."""

    def __init__(self, request: http.Request, watch: Watch) -> None:
        self.request = request
        self._watch = watch
        self._trip: Trip | None = trip_of(request)
        self._started = watch.clock.monotonic()
        self.is_call = self._trip is not None and self._trip.request is request
        if self._trip is not None:
            self._check_budget(self._trip, is_sent=False)
            request.extensions["timeout"] = self._trip.phases(self._started)
        if self.is_call and self._trip is not None:
            self._trip.attempts += 1
        template = self._trip.template if self._trip is not None and self.is_call else None
        number = self._trip.attempts if self._trip is not None and self.is_call else 1
        self.attempt = Attempt(request.method, template or _TOKEN_TEMPLATE, number)
        self._is_over = False

    def left(self) -> float:
        """Return how many seconds of the budget are left, above 0.

        Raises:
            APITimeoutError: None are.
            ReadTimeout: None are, for a token request.
        """
        if self._trip is None:
            return _LONGEST
        self._check_budget(self._trip, is_sent=True)
        return max(_SHORTEST, self._trip.deadline - self._watch.clock.monotonic())

    def _check_budget(self, trip: Trip, *, is_sent: bool) -> None:
        if self._watch.clock.monotonic() < trip.deadline:
            return
        kind = f"the call's budget of {trip.budget:g} seconds is spent"
        if not self.is_call:
            # What it means for the call is for the authentication to say.
            lost = http.ReadTimeout if is_sent else http.ConnectTimeout
            raise lost(kind, request=self.request)
        raise APITimeoutError(
            kind,
            method=self.request.method,
            url=str(self.request.url),
            shown=http.shown_url(self.request.url),
            may_have_arrived=is_sent,
        )

    @contextlib.contextmanager
    def telling(self) -> Generator[None, None, None]:
        """Note what a hook raises, so that it is not taken for a failure of the request."""
        try:
            yield
        except BaseException as error:
            if self._trip is not None:
                self._trip.hook_error = error
            raise

    def begin(self, reply: http.Response) -> Body:
        """Note the head of the reply, and return the reader of its body."""
        self.attempt = dataclasses.replace(
            self.attempt,
            status_code=reply.status_code,
            request_id=reply.headers.get("platform-tid"),
        )
        return body_of(reply.headers, self.request, self._watch.max_bytes)

    def fail(self, error: BaseException) -> None:
        """Note why there is no complete reply."""
        self.attempt = dataclasses.replace(self.attempt, error=type(error).__name__)

    def end(self) -> Attempt | None:
        """Write the record; return what hooks are to be told, None if they were."""
        if self._is_over:
            return None
        self._is_over = True
        seconds = self._watch.clock.monotonic() - self._started
        self.attempt = dataclasses.replace(self.attempt, seconds=seconds)
        log_attempt(self.attempt, is_token_request=not self.is_call)
        return self.attempt if self.is_call else None


class _AnyGuard(Generic[T]):
    """What the two guards share.

    Args:
        make_routes: Returns the transport to each origin.
        watch: What exchanges are held to.
        is_remade: Whether a process that was forked off makes its routes anew. Two processes that
            write into one connection would mix their requests up.
    """

    def __init__(
        self, make_routes: Callable[[], Mapping[Origin, T]], watch: Watch, *, is_remade: bool
    ) -> None:
        self._make_routes: Callable[[], Mapping[Origin, T]] = make_routes
        self._watch = watch
        self._lock = threading.Lock()
        self._is_stale = False
        self._routes: Mapping[Origin, T] = make_routes()
        # Connections of the parent process: closing them here could say goodbye in its name.
        self._of_parents: list[Mapping[Origin, T]] = []
        if is_remade:
            renew_in_child(self)

    def renew(self) -> None:
        """Note that this process is a forked child: another thread may have held the lock."""
        self._lock = threading.Lock()
        self._is_stale = True

    def _route(self, url: http.URL) -> T:
        if self._is_stale:
            with self._lock:
                if self._is_stale:
                    self._of_parents.append(self._routes)
                    self._routes = self._make_routes()
                    self._is_stale = False
        route: T | None = self._routes.get(http.origin(url))
        if route is None:
            msg = (
                f"a request to {url.scheme}://{url.host} was not sent: this client talks to its "
                "API and its token endpoint only."
            )
            raise ConfigurationError(msg, arguments=("base_url", "token_url"))
        return route

    def _all(self) -> list[T]:
        """Return the routes that this process may close."""
        if self._is_stale:
            return []
        return list({id(route): route for route in self._routes.values()}.values())


class Guard(_AnyGuard[http.BaseTransport], http.BaseTransport):
    """The transport of the blocking client."""

    def handle_request(self, request: http.Request) -> http.Response:
        """Send a request.

        Raises:
            ConfigurationError: It leads to an origin that is not the client's.
            APITimeoutError: The budget of its call is spent.
            RequestError: No reply came, or the budget is spent and this is a token request.
        """
        route = self._route(request.url)
        exchange = _Exchange(request, self._watch)
        request.extensions["trace"] = http.hush
        if exchange.is_call:
            with exchange.telling():
                _tell(self._watch.hooks.before_attempt, exchange.attempt)
        try:
            with bounded_by(exchange.left), _typed(request):
                reply = route.handle_request(request)
        except BaseException as error:
            exchange.fail(error)
            self._end(exchange)
            raise
        stream = reply.stream
        if not isinstance(stream, http.SyncByteStream):
            msg = "transport answered with a stream that is not of the blocking kind."
            wrong = ConfigurationError(msg, arguments=("transport",))
            exchange.fail(wrong)
            self._end(exchange)
            raise wrong
        body = exchange.begin(reply)
        return _with_stream(reply, _Stream(reply, stream, body, exchange, self._end))

    def _end(self, exchange: _Exchange) -> None:
        ended = exchange.end()
        if ended is not None:
            with exchange.telling():
                _tell(self._watch.hooks.after_attempt, ended)

    def close(self) -> None:
        """Close the connections."""
        for route in self._all():
            route.close()


class _Stream(http.SyncByteStream):
    def __init__(
        self,
        reply: http.Response,
        stream: http.SyncByteStream,
        body: Body,
        exchange: _Exchange,
        end: Callable[[_Exchange], None],
    ) -> None:
        self._reply = reply
        self._stream = stream
        self._body = body
        self._exchange = exchange
        self._end = end

    def __iter__(self) -> Iterator[bytes]:
        try:
            parts = iter(self._stream)
            while (part := self._next(parts)) is not None:
                yield from self._body.unpack(part)
            self._body.end()
        except BaseException as error:
            self._exchange.fail(error)
            raise

    def _next(self, parts: Iterator[bytes]) -> bytes | None:
        with bounded_by(self._exchange.left), _typed(self._exchange.request):
            part = next(parts, None)
        self._exchange.left()
        return part

    def close(self) -> None:
        try:
            spoil_if_ahead(self._reply)
            self._stream.close()
        finally:
            self._end(self._exchange)


class AsyncGuard(_AnyGuard[http.AsyncBaseTransport], http.AsyncBaseTransport):
    """The transport of the asynchronous client."""

    _loop: object = None

    def renew(self) -> None:
        """Note that this process is a forked child, which has an event loop of its own."""
        super().renew()
        self._loop = None

    async def handle_async_request(self, request: http.Request) -> http.Response:
        """Send a request.

        Raises:
            ConfigurationError: It leads to an origin that is not the client's, or comes from
                another event loop than the first.
            APITimeoutError: The budget of its call is spent.
            RequestError: No reply came, or the budget is spent and this is a token request.
        """
        self._check_loop()
        route = self._route(request.url)
        exchange = _Exchange(request, self._watch)
        request.extensions["trace"] = http.hush_async
        if exchange.is_call:
            with exchange.telling():
                await _tell_async(self._watch.hooks.before_attempt, exchange.attempt)
        try:
            with bounded_by(exchange.left), _typed(request):
                reply = await route.handle_async_request(request)
        except BaseException as error:
            exchange.fail(error)
            await self._end(exchange)
            raise
        stream = reply.stream
        if not isinstance(stream, http.AsyncByteStream):
            stream.close()
            msg = "transport answered with a stream that is not of the asynchronous kind."
            wrong = ConfigurationError(msg, arguments=("transport",))
            exchange.fail(wrong)
            await self._end(exchange)
            raise wrong
        body = exchange.begin(reply)
        return _with_stream(reply, _AsyncStream(reply, stream, body, exchange, self._end))

    def _check_loop(self) -> None:
        """Refuse a second event loop: connections belong to the loop that made them.

        Raises:
            ConfigurationError: This is another.
        """
        # Late, as blocking programs have no use for it.
        import asyncio

        loop = asyncio.get_running_loop()
        if self._loop is None:
            self._loop = loop
        if self._loop is not loop:
            msg = (
                "this client was used in another event loop before. Make one client for each "
                "loop, for example inside of the function that asyncio.run runs."
            )
            raise ConfigurationError(msg)

    async def _end(self, exchange: _Exchange) -> None:
        ended = exchange.end()
        if ended is not None:
            with exchange.telling():
                await _tell_async(self._watch.hooks.after_attempt, ended)

    async def aclose(self) -> None:
        """Close the connections.

        Raises:
            ConfigurationError: They belong to another event loop.
        """
        self._check_loop()
        for route in self._all():
            await route.aclose()


class _AsyncStream(http.AsyncByteStream):
    def __init__(
        self,
        reply: http.Response,
        stream: http.AsyncByteStream,
        body: Body,
        exchange: _Exchange,
        end: Callable[[_Exchange], Awaitable[None]],
    ) -> None:
        self._reply = reply
        self._stream = stream
        self._body = body
        self._exchange = exchange
        self._end = end

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            parts = aiter(self._stream)
            while (part := await self._next(parts)) is not None:
                for piece in self._body.unpack(part):
                    yield piece
            self._body.end()
        except BaseException as error:
            self._exchange.fail(error)
            raise

    async def _next(self, parts: AsyncIterator[bytes]) -> bytes | None:
        with bounded_by(self._exchange.left), _typed(self._exchange.request):
            part = await anext(parts, None)
        self._exchange.left()
        return part

    async def aclose(self) -> None:
        try:
            spoil_if_ahead(self._reply)
            await self._stream.aclose()
        finally:
            await self._end(self._exchange)


@contextlib.contextmanager
def _typed(request: http.Request) -> Generator[None, None, None]:
    """Make errors of TLS httpx's: after the handshake some of them come as Python has them."""
    try:
        yield
    except ssl.SSLError as error:
        msg = "TLS failed after the handshake"
        raise http.ReadError(msg, request=request) from error


def _with_stream(
    reply: http.Response, stream: http.SyncByteStream | http.AsyncByteStream
) -> http.Response:
    """Return a reply with another body, unread whatever the first was."""
    if reply.has_redirect_location:
        # httpx reads where a redirect leads to even if it is not followed, and fails if it cannot.
        del reply.headers["Location"]
    extensions = dict(reply.extensions)
    # The server's words for the status may be any, and httpx logs them; it has its own for all.
    extensions.pop("reason_phrase", None)
    return http.Response(
        reply.status_code, headers=reply.headers, stream=stream, extensions=extensions
    )


def _tell(hook: Hook | None, attempt: Attempt) -> None:
    if hook is None:
        return
    told = hook(attempt)
    if inspect.isawaitable(told):
        if inspect.iscoroutine(told):
            told.close()  # or Python would warn that nobody awaited it
        msg = "the blocking client takes hooks that are plain functions, not coroutine functions."
        raise ConfigurationError(msg, arguments=("hooks",))


async def _tell_async(hook: Hook | None, attempt: Attempt) -> None:
    if hook is None:
        return
    told = hook(attempt)
    if inspect.isawaitable(told):
        await told
