"""Authentication as httpx runs it: tokens are put on requests, fetched, and renewed after a 401.

What to do is decided once, in a generator that does no I/O; a blocking and an async driver carry
out its steps. A token request is sent inside the flow of the request that needs it, by the same
client, so it uses the same connections, transport and timeouts. It is not yielded to httpx, which
closes a flow whose request fails without saying why: those who wait have to be told.
"""

import concurrent.futures
import contextlib
import copy
import inspect
import logging
import time
from collections.abc import AsyncGenerator, Generator, Mapping
from typing import TYPE_CHECKING, TypeAlias

from talkdesk_core import http
from talkdesk_core.auth.cache import Failure, Flight, Refused, Token, Waiting
from talkdesk_core.auth.origins import check_origin
from talkdesk_core.auth.source import Source
from talkdesk_core.auth.steps import Lead, Send, Tell, Wait
from talkdesk_core.errors import (
    APITimeoutError,
    ClientClosedError,
    ConfigurationError,
    TalkdeskError,
)
from talkdesk_core.transport.trip import trip_of

# asyncio is imported where it is used: blocking programs have no use for it.
if TYPE_CHECKING:
    import asyncio

__all__ = ["FetchedTokenAuth"]

_LOG = logging.getLogger("talkdesk.auth")

_Steps: TypeAlias = Generator[Send | Lead | Wait, None, None]


class FetchedTokenAuth(http.Auth):
    """Tokens from a token endpoint, shared by all requests of one client, or of one login.

    Safe for threads, and for the tasks of one asyncio event loop.

    Args:
        source: Where tokens come from.
        base_url: The API; a request to any other origin is refused.
        client: Sends the token requests.
    """

    def __init__(
        self, source: Source, base_url: str, client: http.Client | http.AsyncClient
    ) -> None:
        self._source = source
        self._api = http.URL(base_url)
        self._client = client
        # An event loop keeps no strong reference to its tasks.
        self._tasks: set[asyncio.Task[None]] = set()

    def sync_auth_flow(self, request: http.Request) -> Generator[http.Request, http.Response, None]:
        """Carry out the steps, blocking."""
        steps = self._steps(request)
        try:
            for step in steps:
                if isinstance(step, Wait):
                    concurrent.futures.wait([step.outcome], step.seconds)
                elif isinstance(step, Lead):
                    self._lead(step)
                else:
                    step.reply = yield step.request
                    if step.is_refused():
                        # An unread reply holds its connection. If all who wait for a token held
                        # theirs, the one who fetches it might get none.
                        step.reply.read()
        finally:
            # Whatever ends this generator, closing the steps ends a flight that is under way, so
            # that nobody waits for it.
            steps.close()

    def _lead(self, lead: Lead) -> None:
        client = self._client
        steps = self._source.leading(lead)
        try:
            for step in steps:
                if isinstance(step, Tell):
                    with step:
                        _refuse_awaitable(step.callback(step.refresh_token))
                elif isinstance(client, http.Client):
                    try:
                        step.result = client.send(step.request, auth=None, follow_redirects=False)
                    except (http.RequestError, TalkdeskError) as error:
                        step.result = error
                else:
                    msg = "this authentication belongs to an async client"
                    raise ConfigurationError(msg, arguments=("auth",))
        finally:
            # In this order: whoever leads next has to know what became of this flight.
            steps.close()
            self._source.cache.abandon(lead.flight)

    async def async_auth_flow(
        self, request: http.Request
    ) -> AsyncGenerator[http.Request, http.Response]:
        """Carry out the steps, awaiting."""
        steps = self._steps(request)
        try:
            for step in steps:
                if isinstance(step, Wait):
                    await _wait(step)
                elif isinstance(step, Lead):
                    await self._lead_through(step)
                else:
                    step.reply = yield step.request
                    if step.is_refused():
                        await step.reply.aread()
        finally:
            steps.close()

    async def _lead_through(self, lead: Lead) -> None:
        """Lead, and do not stop halfway where that would lose what is spent once only."""
        import asyncio

        if self._source.grant.is_repeatable:
            await self._lead_async(lead)
            return
        # A request that is cancelled, as by a timeout of its caller, must not lose the reply that
        # brings the next refresh token: the others would have nothing to go on with.
        task = asyncio.create_task(self._lead_async(lead))
        self._tasks.add(task)

        def ended(task: "asyncio.Task[None]") -> None:
            self._tasks.discard(task)
            # A task that was cancelled before its first step ran no `finally`.
            self._source.cache.abandon(lead.flight)

        task.add_done_callback(ended)
        await asyncio.shield(task)

    async def _lead_async(self, lead: Lead) -> None:
        client = self._client
        steps = self._source.leading(lead)
        try:
            for step in steps:
                if isinstance(step, Tell):
                    with step:
                        await _tell(step)
                elif isinstance(client, http.AsyncClient):
                    try:
                        step.result = await client.send(
                            step.request, auth=None, follow_redirects=False
                        )
                    except (http.RequestError, TalkdeskError) as error:
                        step.result = error
                else:
                    msg = "this authentication belongs to a blocking client"
                    raise ConfigurationError(msg, arguments=("auth",))
        finally:
            steps.close()
            self._source.cache.abandon(lead.flight)

    def _steps(self, request: http.Request) -> _Steps:
        check_origin(request, self._api)
        cache = self._source.cache
        for _ in range(2):  # with the token there is, and once more with a fresh one
            token = yield from self._token(request)
            request.headers["Authorization"] = token.header
            step = Send(request)
            yield step
            if not step.is_refused():
                cache.accept(token)
                return
            # The server refused before it acted, so sending any method again is safe.
            if not cache.reject(token):
                return

    def _token(self, request: http.Request) -> Generator[Lead | Wait, None, Token]:
        cache = self._source.cache
        end = self._patience_ends(request)
        while True:
            turn = cache.turn()
            if isinstance(turn, Token):
                return turn
            if isinstance(turn, Refused):
                raise turn.error
            if isinstance(turn, Waiting):
                yield Wait(turn.outcome, None if end is None else max(0.0, end - time.monotonic()))
                if not turn.outcome.done():
                    kind = "waiting for a token that another request is fetching"
                    url = self._source.endpoint.url
                    raise APITimeoutError(kind, method="POST", url=url, may_have_arrived=False)
                outcome = turn.outcome.result()
                if isinstance(outcome, TalkdeskError):
                    # One exception object raised in many threads would mix their tracebacks.
                    raise copy.copy(outcome)
                if outcome is not None:
                    return outcome
                continue
            return (yield from self._led(turn, request.extensions))

    def _led(
        self, flight: Flight, extensions: Mapping[str, object]
    ) -> Generator[Lead, None, Token]:
        if self._client.is_closed:  # while this request waited for its turn
            self._source.cache.abandon(flight)
            msg = "the client was closed while a request waited for its token."
            raise ClientClosedError(msg)
        lead = Lead(flight, extensions)
        yield lead
        if isinstance(lead.outcome, Token):
            return lead.outcome
        if lead.outcome is None:
            msg = "the flow was resumed without an outcome"
            raise RuntimeError(msg)
        return self._present_token(lead, lead.outcome)

    def _present_token(self, lead: Lead, error: Failure) -> Token:
        """Return the token there is, when it was too early to need another.

        Raises:
            TokenError: There is none; as `error` says.
            APIConnectionError: There is none; as `error` says.
        """
        token = self._source.cache.fallback(lead.flight)
        if token is None:
            if lead.cause is None:
                raise error
            raise error from lead.cause
        if lead.was_asked:  # else this was told before
            _LOG.info("the access token was not renewed early, and the old one is used: %s", error)
        return token

    def _patience_ends(self, request: http.Request) -> float | None:
        """Return the time, by this machine, until which a request may wait for a token.

        That is as long as it may take to its reply, or to the end of its call's budget. A test that
        moves the clock moves no other thread, so this is real time.
        """
        seconds = _longest(request.extensions.get("timeout"))
        trip = trip_of(request)
        if trip is not None:
            left = max(0.0, trip.deadline - self._source.clock.monotonic())
            seconds = left if seconds is None else min(seconds, left)
        return None if seconds is None else time.monotonic() + seconds


def _longest(timeouts: Mapping[str, float | None] | None) -> float | None:
    """Return how many seconds a request may take to its reply: all its phases, None for no end."""
    if not timeouts:
        return None
    total = 0.0
    for seconds in timeouts.values():
        if seconds is None:
            return None
        total += seconds
    return total


async def _wait(step: Wait) -> None:
    import asyncio

    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(step.seconds):
            await asyncio.wrap_future(step.outcome)


async def _tell(step: Tell) -> None:
    import asyncio

    if inspect.iscoroutinefunction(step.callback):
        await step.callback(step.refresh_token)
        return
    # A plain function may block, and this thread is everybody's.
    result = await asyncio.to_thread(step.callback, step.refresh_token)
    if inspect.isawaitable(result):
        await result


def _refuse_awaitable(result: object) -> None:
    """Refuse what a callback returned, if it is still to be awaited: it has stored nothing."""
    if inspect.iscoroutine(result):
        result.close()
    if inspect.isawaitable(result):
        msg = "on_rotation returned an awaitable, which only an async client can await"
        raise TypeError(msg)
